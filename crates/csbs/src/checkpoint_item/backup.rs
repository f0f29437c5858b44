//! A backup with everything that the service says about it.
//!
//! Nothing but the id has to be there. Numbers that may be fractions are kept as they are written.

use super::CheckpointItem;
use crate::checkpoint::ExtraInfoRead;
use crate::time::Time;

/// A checkpoint item in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// What tells it from other backups.
    pub item: CheckpointItem,
    /// When it last changed.
    pub updated_at: Option<Time>,
    /// What was backed up; documented as always `OS::Nova::Server`.
    pub resource_type: Option<String>,
    /// The tags.
    pub tags: Vec<ReadTag>,
    /// The server as it was, in keys of the service's own.
    pub backup_data: Option<ExtraInfoRead>,
    /// How the backup went.
    pub extend_info: ExtendInfo,
}

/// A tag of a backup, as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadTag {
    /// The key.
    pub key: String,
    /// The value; `None` when it is empty.
    pub value: Option<String>,
}

/// `extend_info` of a checkpoint item; its `progress` is in [`CheckpointItem`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExtendInfo {
    /// Whether only what changed was backed up.
    pub incremental: Option<bool>,
    /// Whether a policy started the backup, rather than a person.
    pub auto_trigger: Option<bool>,
    /// The size, in MB.
    pub size: Option<u64>,
    /// The average speed, in kB/s, as it is written.
    pub average_speed: Option<String>,
    /// The part of the space that was saved, as it is written.
    pub space_saving_ratio: Option<String>,
    /// When the backup was finished.
    pub finished_at: Option<Time>,
    /// Why the backup failed, as a code.
    pub fail_code: Option<FailCode>,
    /// In which operation the backup failed.
    pub fail_op: Option<String>,
    /// Why the backup failed, in words.
    pub fail_reason: Option<String>,
    /// The name of the server.
    pub resource_name: Option<String>,
    /// The availability zone of the server.
    pub resource_az: Option<String>,
    /// The type of the server.
    pub resource_type: Option<String>,
    /// Whether the backup is copied to another region; `na` when it is not.
    pub copy_status: Option<String>,
    /// Where the backup was copied from.
    pub copy_from: Option<String>,
    /// The kind of backup.
    pub image_type: Option<String>,
    /// What the backup can be restored to.
    pub supported_restore_mode: Option<String>,
    /// Whether restoring may begin before all is read.
    pub support_lld: Option<bool>,
    /// The id of the task.
    pub task_id: Option<String>,
    /// The kind of hypervisor.
    pub hypervisor_type: Option<String>,
    /// The ids of the images registered from the backup.
    pub os_images: Vec<String>,
    /// The backups of the single volumes.
    pub volume_backups: Vec<VolumeBackup>,
}

/// `fail_code` of a backup. At least one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailCode {
    /// The code.
    pub code: Option<String>,
    /// What the code means.
    pub description: Option<String>,
}

/// An element of `volume_backups`: the backup of one volume.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolumeBackup {
    /// The id of this backup.
    pub id: Option<String>,
    /// The name of this backup.
    pub name: Option<String>,
    /// The state as it came; the states of volume backups are not documented.
    pub status: Option<String>,
    /// The size, in MB.
    pub size: Option<u64>,
    /// The id of the volume.
    pub source_volume_id: Option<String>,
    /// The name of the volume.
    pub source_volume_name: Option<String>,
    /// The size of the volume, in GB.
    pub source_volume_size: Option<u64>,
    /// Whether the volume is one to boot from.
    pub bootable: Option<bool>,
    /// Whether only what changed was backed up.
    pub incremental: Option<bool>,
    /// The average speed, in MB/s, as it is written.
    pub average_speed: Option<String>,
    /// The part of the space that was saved, as it is written.
    pub space_saving_ratio: Option<String>,
    /// The kind of backup.
    pub image_type: Option<String>,
    /// The id of the snapshot that the backup was made from.
    pub snapshot_id: Option<String>,
}

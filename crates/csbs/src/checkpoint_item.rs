//! Backups as the service lists them, and finding one that was asked for among them.
//!
//! When it is unknown whether a request was carried out, the list of the server's backups tells.

mod backup;
mod query;

pub use backup::{Backup, ExtendInfo, FailCode, ReadTag, VolumeBackup};
pub use query::{ItemId, ItemOrder, ItemQuery, count_request, item_request, list_request};

use crate::request::BackupRequest;
use crate::status::Status;
use crate::time::Time;

/// What tells one backup from another: the head of a checkpoint item. [`Backup`] has the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointItem {
    /// The id of the backup itself, which restoring needs.
    pub id: String,
    /// The id of the backup record, as the create call answers it.
    pub checkpoint_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The state.
    pub status: Option<Status>,
    /// When the backup was created.
    pub created_at: Option<Time>,
    /// The server.
    pub resource_id: Option<String>,
    /// How much of it is done, 0 to 100 percent.
    pub progress: Option<u8>,
}

impl CheckpointItem {
    /// Whether nothing more happens to the backup by itself; an item without a state is not known
    /// to be final.
    pub fn is_final(&self) -> bool {
        self.status.as_ref().is_some_and(Status::is_final)
    }
}

/// How far the clock of the person's computer may be from the service's, in milliseconds, for a
/// backup still to be recognised: two minutes. More would take the backup before for this one.
pub const CLOCK_TOLERANCE_MILLIS: i64 = 2 * 60 * 1000;

/// The backup that a request started, among those listed for its server.
///
/// It is of the same server (an item that does not name one is taken to be, as the list was
/// asked for), has the request's name if it has one, and was created after the request was sent,
/// but for [`CLOCK_TOLERANCE_MILLIS`]. Of several, it is the one created nearest to the sending.
/// `sent_at` is in milliseconds since the start of 1970, by the person's clock.
pub fn find_started<'a>(
    items: &'a [CheckpointItem],
    request: &BackupRequest,
    sent_at: i64,
) -> Option<&'a CheckpointItem> {
    let server = request.resource_id().as_str();
    items
        .iter()
        .filter(|item| match &item.resource_id {
            Some(resource_id) => resource_id.eq_ignore_ascii_case(server),
            None => true,
        })
        .filter(|item| match request.backup_name() {
            Some(name) => item.name.as_deref() == Some(name.as_str()),
            None => true,
        })
        .filter_map(|item| Some((item, item.created_at.as_ref()?.unix_millis()?)))
        .filter(|&(_, created)| created >= sent_at.saturating_sub(CLOCK_TOLERANCE_MILLIS))
        .min_by_key(|&(_, created)| created.abs_diff(sent_at))
        .map(|(item, _)| item)
}

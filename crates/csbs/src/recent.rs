//! A backup that this browser has started or looked up, as it is kept for later. It holds no
//! secret.

use crate::checkpoint_item::Backup;
use crate::status::Status;

/// What has to be known to ask for a backup again, and to show it in a list until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// What it is kept under: the id that was known first, which never changes.
    pub id: String,
    /// The id of the backup record; `None` when only the backup itself is known.
    pub record_id: Option<String>,
    /// The id of the backup itself, once the service has told it.
    pub item_id: Option<String>,
    /// The project.
    pub project_id: String,
    /// The server; `None` until the service has told it, for a backup that was looked up.
    pub server_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// When it was started, in milliseconds since 1970 (UTC), by the person's clock.
    pub started_at: i64,
    /// The state in which it was last seen.
    pub status: Option<Status>,
}

impl Recent {
    /// A backup of which no more is known than its id and its project.
    pub fn new(id: String, project_id: String, started_at: i64) -> Self {
        Self {
            id,
            record_id: None,
            item_id: None,
            project_id,
            server_id: None,
            name: None,
            started_at,
            status: None,
        }
    }

    /// Whether the service's backup is this one.
    pub fn is(&self, backup: &Backup) -> bool {
        let record = backup.item.checkpoint_id.as_ref();
        self.item_id.as_ref() == Some(&backup.item.id)
            || (record.is_some() && record == self.record_id.as_ref())
    }

    /// Whether nothing more happens to it by itself, by the state in which it was last seen.
    pub fn is_final(&self) -> bool {
        self.status.as_ref().is_some_and(Status::is_final)
    }

    /// Takes over what the service says about it.
    pub fn learn(&mut self, backup: &Backup) {
        let item = &backup.item;
        self.item_id = Some(item.id.clone());
        self.record_id = item.checkpoint_id.clone().or(self.record_id.take());
        self.server_id = item.resource_id.clone().or(self.server_id.take());
        self.name = item.name.clone().or(self.name.take());
        self.status = item.status.clone().or(self.status.take());
    }
}

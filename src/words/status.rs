//! The states of a backup, each with what it means for the person.

use csbs::Status;

use super::{Words, say};

impl Words {
    /// What a state is called; an undocumented one is called what the service calls it.
    #[must_use]
    pub fn status_name(self, status: &Status) -> String {
        let name = match status {
            Status::WaitingProtect => say!(self, status.waiting_protect.name),
            Status::Protecting => say!(self, status.protecting.name),
            Status::Available => say!(self, status.available.name),
            Status::WaitingRestore => say!(self, status.waiting_restore.name),
            Status::Restoring => say!(self, status.restoring.name),
            Status::Error => say!(self, status.error.name),
            Status::WaitingDelete => say!(self, status.waiting_delete.name),
            Status::Deleting => say!(self, status.deleting.name),
            Status::Deleted => say!(self, status.deleted.name),
            Status::Other(text) => text,
        };
        name.to_owned()
    }

    /// One sentence about what a state means.
    #[must_use]
    pub fn status_meaning(self, status: &Status) -> String {
        let meaning = match status {
            Status::WaitingProtect => say!(self, status.waiting_protect.meaning),
            Status::Protecting => say!(self, status.protecting.meaning),
            Status::Available => say!(self, status.available.meaning),
            Status::WaitingRestore => say!(self, status.waiting_restore.meaning),
            Status::Restoring => say!(self, status.restoring.meaning),
            Status::Error => say!(self, status.error.meaning),
            Status::WaitingDelete => say!(self, status.waiting_delete.meaning),
            Status::Deleting => say!(self, status.deleting.meaning),
            Status::Deleted => say!(self, status.deleted.meaning),
            Status::Other(text) => {
                return say!(self, status.other_meaning, status = text.as_str());
            }
        };
        meaning.to_owned()
    }
}

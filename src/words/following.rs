//! How a backup that is followed stands: states, sizes, durations.

use csbs::{Backup, Status};

use super::{Words, say};
use crate::state::follow::{Entry, Held};

impl Words {
    /// What a backup is called: by its name, or else by the id it is kept under.
    #[must_use]
    pub fn followed_name(self, entry: &Entry) -> String {
        entry.recent.name.clone().unwrap_or_else(|| entry.recent.id.clone())
    }

    /// The state, with a symbol; that it is not listed yet where nothing is known.
    #[must_use]
    pub fn followed_state(self, entry: &Entry) -> String {
        let Some(status) = entry.status() else {
            return format!("… {}", say!(self, follow.unknown));
        };
        let symbol = match status {
            Status::Available => "✓",
            Status::Error => "✕",
            Status::Deleted => "–",
            _ => "…",
        };
        format!("{symbol} {}", self.status_name(status))
    }

    /// What is said when the state has changed.
    #[must_use]
    pub fn followed_change(self, entry: &Entry) -> String {
        let state = entry.status().map(|status| self.status_name(status)).unwrap_or_default();
        let name = self.followed_name(entry);
        say!(self, follow.change, name = name, state = state).to_string()
    }

    /// What the title of the page begins with; `None` while there is no progress.
    #[must_use]
    pub fn followed_title(self, entry: &Entry) -> Option<String> {
        match (entry.status(), entry.progress()) {
            (Some(status), _) if status.is_final() => Some(self.followed_state(entry)),
            (_, Some(percent)) => Some(format!("{percent} %")),
            _ => None,
        }
    }

    /// Why it cannot be told how things stand.
    #[must_use]
    pub fn held(self, held: &Held, address: &str) -> String {
        match held {
            Held::NoToken => say!(self, follow.no_token).into(),
            Held::SignedOut => say!(self, follow.signed_out).into(),
            Held::Offline => say!(self, follow.offline).into(),
            Held::Trouble(failure) => {
                format!("{} {}", say!(self, follow.trouble), self.failure(failure, address))
            }
        }
    }

    /// What else there is to say about how following goes, if anything.
    #[must_use]
    pub fn followed_remark(self, entry: &Entry) -> String {
        if entry.barred {
            say!(self, follow.barred).into()
        } else if entry.missing && entry.backup.is_some() {
            say!(self, follow.gone).into()
        } else if entry.missing {
            say!(self, follow.not_listed).into()
        } else if let Some(minutes) = entry.still_minutes() {
            say!(self, follow.still, minutes = minutes).to_string()
        } else {
            String::new()
        }
    }

    /// How long something takes, in milliseconds, in the two largest units that matter.
    #[must_use]
    pub fn duration(self, millis: i64) -> String {
        let seconds = millis.max(0) / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            say!(self, follow.hours, hours = hours, minutes = minutes).to_string()
        } else if minutes > 0 {
            say!(self, follow.minutes, minutes = minutes, seconds = seconds).to_string()
        } else {
            say!(self, follow.seconds, seconds = seconds).to_string()
        }
    }

    /// A size that comes in MB.
    #[must_use]
    pub fn megabytes(self, size: u64) -> String {
        if size < 1024 {
            return format!("{size} MB");
        }
        let tenths = size.saturating_mul(10) / 1024;
        format!("{}.{} GB", tenths / 10, tenths % 10)
    }

    /// Full or incremental, as it really was.
    #[must_use]
    pub fn kind_of(self, backup: &Backup) -> Option<String> {
        let incremental = backup.extend_info.incremental?;
        let kind = if incremental {
            say!(self, backup.type_incremental)
        } else {
            say!(self, backup.type_full)
        };
        Some(kind.to_owned())
    }
}

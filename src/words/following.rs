//! How a backup that is followed stands: states, sizes, durations.

use csbs::{Backup, Field, Status};

use super::{Words, say};
use crate::state::backups::FilterProblem;
use crate::state::follow::{Entry, Held, Summary};
use crate::state::following::Changed;

impl Words {
    /// What a backup is called: by its name, or else by the id it is kept under.
    #[must_use]
    pub fn followed_name(self, entry: &Entry) -> String {
        entry.recent.name.clone().unwrap_or_else(|| entry.recent.id.clone())
    }

    /// The state, with a symbol; that it is not listed yet where nothing is known.
    #[must_use]
    pub fn followed_state(self, entry: &Entry) -> String {
        self.state_mark(entry.status())
    }

    /// A state with its symbol; that it is not listed yet where none is known.
    #[must_use]
    pub fn state_mark(self, status: Option<&Status>) -> String {
        let Some(status) = status else {
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
        say!(self, follow.change, name = name, state = state)
    }

    /// What is said when something has changed.
    #[must_use]
    pub fn followed_news(self, changed: &Changed) -> String {
        match changed {
            Changed::One(entry) => self.followed_change(entry),
            Changed::Several(summary) => {
                let counts = self.counts(summary);
                say!(self, follow.change_many, counts = counts)
            }
            Changed::All(summary) => self.all_done(summary),
        }
    }

    /// How many backups have come to what; those that run first.
    #[must_use]
    pub fn counts(self, summary: &Summary) -> String {
        let Summary { running, available, failed, deleted } = *summary;
        let counts = [
            (running, say!(self, follow.count_running, count = running)),
            (available, say!(self, follow.count_available, count = available)),
            (failed, say!(self, follow.count_failed, count = failed)),
            (deleted, say!(self, follow.count_deleted, count = deleted)),
        ];
        let some = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
        some.collect::<Vec<_>>().join(" ")
    }

    /// What to change in what backups are asked for.
    #[must_use]
    pub fn filter_problem(self, problem: &FilterProblem) -> String {
        match problem {
            FilterProblem::Name(fault) => self.fault(Field::BackupName, fault),
            FilterProblem::From => say!(self, backups.bad_from).to_owned(),
            FilterProblem::To => say!(self, backups.bad_to).to_owned(),
            FilterProblem::Order => say!(self, backups.order).to_owned(),
        }
    }

    /// That all of several backups are done.
    #[must_use]
    pub fn all_done(self, summary: &Summary) -> String {
        let counts = self.counts(summary);
        say!(self, follow.all_done, count = summary.total(), counts = counts)
    }

    /// What the title of the page begins with while several backups are followed, and when they
    /// are done; `None` for a single one.
    #[must_use]
    pub fn several_title(self, summary: &Summary) -> Option<String> {
        let total = summary.total();
        if total < 2 {
            None
        } else if summary.is_done() {
            let symbol = if summary.failed > 0 { "✕" } else { "✓" };
            Some(format!("{symbol} {}", self.counts(summary)))
        } else {
            let done = total - summary.running;
            Some(say!(self, follow.title_many, done = done, count = total))
        }
    }

    /// What the title of the page begins with; `None` while there is no progress.
    #[must_use]
    pub fn followed_title(self, entry: &Entry) -> Option<String> {
        match (entry.status(), entry.progress()) {
            (Some(status), _) if status.is_final() => Some(self.followed_state(entry)),
            (_, Some(percent)) => Some(self.percent(percent)),
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
            say!(self, follow.still, minutes = minutes)
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
            say!(self, follow.hours, hours = hours, minutes = minutes)
        } else if minutes > 0 {
            say!(self, follow.minutes, minutes = minutes, seconds = seconds)
        } else {
            say!(self, follow.seconds, seconds = seconds)
        }
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

//! How many backups have come to what.

use std::collections::BTreeMap;

use csbs::Status;

use super::Entry;

/// How a backup stands, as far as counting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Running,
    Available,
    Failed,
    Deleted,
}

/// How many backups have come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Not known to be final.
    pub running: usize,
    /// Available.
    pub available: usize,
    /// Failed.
    pub failed: usize,
    /// Deleted.
    pub deleted: usize,
}

/// The backups that were started while others were still running: they are told of together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    standings: BTreeMap<String, Standing>,
    summary: Summary,
}

impl Standing {
    fn of(entry: &Entry) -> Self {
        match entry.status() {
            Some(Status::Available) => Self::Available,
            Some(Status::Error) => Self::Failed,
            Some(Status::Deleted) => Self::Deleted,
            _ => Self::Running,
        }
    }
}

impl Summary {
    /// How these stand.
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        entries.fold(Self::default(), |mut summary, entry| {
            *summary.count(Standing::of(entry)) += 1;
            summary
        })
    }

    fn count(&mut self, standing: Standing) -> &mut usize {
        match standing {
            Standing::Running => &mut self.running,
            Standing::Available => &mut self.available,
            Standing::Failed => &mut self.failed,
            Standing::Deleted => &mut self.deleted,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.running + self.available + self.failed + self.deleted
    }

    /// Whether there are some, and nothing more happens to any of them by itself.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.running == 0 && self.total() > 0
    }
}

impl Batch {
    /// One more that runs. When nothing else does, it is the first of another batch.
    pub fn join(&mut self, entry: &Entry) {
        if Standing::of(entry) != Standing::Running {
            return;
        }
        if self.summary.is_done() {
            *self = Self::default();
        }
        if self.standings.insert(entry.recent.id.clone(), Standing::Running).is_none() {
            self.summary.running += 1;
        }
    }

    /// The state of this one has changed.
    pub fn update(&mut self, entry: &Entry) {
        if let Some(standing) = self.standings.get_mut(&entry.recent.id) {
            *self.summary.count(*standing) -= 1;
            *standing = Standing::of(entry);
            *self.summary.count(*standing) += 1;
        }
    }

    /// How they stand.
    pub fn summary(&self) -> Summary {
        self.summary
    }
}

//! One backup that is followed, with all that the service has said about it.

use csbs::{Backup, Recent, Status};

/// When nothing has changed for so long, that is said; in minutes.
pub const STILL_MINUTES: i64 = 10;

/// A backup and how far following it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is kept about it.
    pub recent: Recent,
    /// What the service last said about it in this visit.
    pub backup: Option<Backup>,
    /// The last answer to a question about it did not contain it.
    pub missing: bool,
    /// The token does not permit to ask for it.
    pub barred: bool,
    /// It is only looked at, from a list of another kind, and no backup of this browser.
    pub aside: bool,
    /// It was not started here, so that nobody knows where a list would have it.
    pub(super) solo: bool,
    /// The list of its project does not reach it.
    pub(super) beyond: bool,
    /// Whether it is asked for by the id of the backup, and not of the record.
    pub(super) by_item: bool,
    /// It is not known which of the two ids was given.
    either: bool,
    /// The person wants to see it, whatever its last known state.
    wanted: bool,
    changed_at: i64,
    /// For how many minutes the service had said the same when it was last asked.
    still: i64,
    /// The first and the last progress: when, and how many percent.
    points: Option<((i64, u8), (i64, u8))>,
}

impl Entry {
    pub(super) fn new(recent: Recent, now: i64) -> Self {
        Self {
            recent,
            backup: None,
            missing: false,
            barred: false,
            aside: false,
            solo: false,
            beyond: false,
            by_item: false,
            either: false,
            wanted: false,
            changed_at: now,
            still: 0,
            points: None,
        }
    }

    pub(super) fn looked_up(recent: Recent, now: i64) -> Self {
        Self { either: true, solo: true, wanted: true, ..Self::new(recent, now) }
    }

    pub(super) fn shown(recent: Recent, backup: Backup, now: i64) -> Self {
        Self { aside: true, solo: true, backup: Some(backup), ..Self::new(recent, now) }
    }

    /// Whether the service is asked about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match &self.backup {
            Some(backup) => !backup.item.is_final(),
            None => self.wanted || !self.recent.is_final(),
        }
    }

    /// Whether it can be asked for.
    pub(super) fn is_asked(&self) -> bool {
        self.is_open() && !self.barred
    }

    /// Whether the list of its project is to have it.
    pub(super) fn is_together(&self) -> bool {
        self.is_asked() && !self.solo && !self.beyond
    }

    /// Asks for it once even if it was final when last seen; whether that changes anything.
    pub(super) fn want(&mut self) -> bool {
        let is_new = self.backup.is_none() && !self.is_open();
        self.wanted |= is_new;
        is_new
    }

    /// The state, as far as it is known.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.recent.status.as_ref()
    }

    /// How much is done, in percent.
    #[must_use]
    pub fn progress(&self) -> Option<u8> {
        self.backup.as_ref()?.item.progress
    }

    /// When the service says that it was created, in milliseconds since 1970.
    #[must_use]
    pub fn created_at(&self) -> Option<i64> {
        self.backup.as_ref()?.item.created_at.as_ref()?.unix_millis()
    }

    /// How long it will still take if it goes on like this, in milliseconds; known only from two
    /// points of progress on.
    #[must_use]
    pub fn left(&self) -> Option<i64> {
        let ((first_at, first), (last_at, last)) = self.points?;
        let done = i64::from(last) - i64::from(first);
        let took = last_at - first_at;
        (done > 0 && took > 0 && self.is_open()).then(|| (100 - i64::from(last)) * took / done)
    }

    /// For how many minutes the service has said the same, from ten on. Time in which it was not
    /// asked does not count.
    #[must_use]
    pub fn still_minutes(&self) -> Option<i64> {
        (self.is_open() && self.still >= STILL_MINUTES).then_some(self.still)
    }

    /// Whether this is what the service's answer `backups` says about it.
    pub(super) fn find<'a>(&self, backups: &'a [Backup], by_item: bool) -> Option<&'a Backup> {
        backups
            .iter()
            .find(|backup| self.recent.is(backup) || (by_item && backup.item.id == self.recent.id))
    }

    /// Whether anything differs after [`Entry::read`].
    pub(super) fn is_news(&self, backup: &Backup, now: i64) -> bool {
        let is_known = self.backup.as_ref() == Some(backup);
        !is_known || self.missing || self.either || self.wanted || self.still_at(now) != self.still
    }

    /// Takes what an answer says about it; whether its state has changed.
    pub(super) fn read(&mut self, backup: &Backup, now: i64) -> bool {
        let before = (self.recent.status.clone(), self.progress(), self.backup.is_some());
        (self.missing, self.either, self.wanted) = (false, false, false);
        self.recent.learn(backup);
        self.backup = Some(backup.clone());
        if let Some(percent) = self.progress() {
            let (first, last) = self.points.unwrap_or(((now, percent), (now, percent)));
            // A number that stays is no new point, and one that falls begins anew.
            self.points = Some(if percent < last.1 {
                ((now, percent), (now, percent))
            } else if percent > last.1 {
                (first, (now, percent))
            } else {
                (first, last)
            });
        }
        let after = (self.recent.status.clone(), self.progress(), true);
        if before != after {
            self.changed_at = now;
        }
        self.still = self.still_at(now);
        before.0 != after.0
    }

    /// Takes that an answer does not contain it.
    pub(super) fn miss(&mut self) {
        self.missing = true;
        self.by_item = self.either && !self.by_item;
        // It was final and is gone: asking on would lead nowhere.
        if self.recent.is_final() {
            self.wanted = false;
        }
    }

    /// Minutes matter only once they are said: until then nothing has to be drawn anew.
    fn still_at(&self, now: i64) -> i64 {
        let minutes = (now - self.changed_at) / 60_000;
        if minutes < STILL_MINUTES { 0 } else { minutes }
    }
}

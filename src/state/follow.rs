//! Following backups until they are final, as plain data with pure transitions. The time comes in
//! with each event; asking and drawing is done by others.
//!
//! All backups of a project are asked for with one list, from the start of the oldest on, page by
//! page until all are found, so that 500 backups cost five requests and not 500. A backup which
//! that list does not hold is asked for alone by its id until it is found, a few such in a round
//! and in turn. A single backup is always asked for by its id, which needs no clock.
//!
//! After a start the service is asked in 2 s, and then after half as long again each time, up to
//! 30 s: 2, 3, 4.5, 6.7, 10.1, 15.2, 22.8, 30. A failed question is asked again after twice that,
//! or when the service says; nothing but a state that the service calls final ends the following.

mod entries;
mod entry;
mod event;
mod poll;
mod question;
mod round;
mod summary;

pub use entry::Entry;
pub use event::{Around, Event, Held, Reaction};
pub use question::{Page, Question};
pub use summary::Summary;

use std::sync::Arc;

use csbs::{Backup, Failure};
use entries::{Entries, Place};
use poll::{Poll, pause};
use round::{Lists, Round};
use summary::Batch;

/// How long after a start the first question is, in milliseconds.
pub const FIRST: i64 = 2_000;
/// The longest time between two rounds of questions, in milliseconds.
pub const SLOWEST: i64 = 30_000;
/// Between the questions of one round, in milliseconds.
pub const BETWEEN: i64 = 1_000;
/// The longest time that a failure can put a question off, in milliseconds.
pub const LONGEST: i64 = 300_000;
/// From so many open backups on, one more does not make the asking begin anew at its quickest.
const MANY: usize = 10;
/// The round from which on it begins then: 10 s between two rounds.
const CALM: u32 = 4;

/// How many backups a page of a list has.
///
/// Measured: a backup of two disks with a name and a description of 255 characters and ten long
/// tags takes 3.7 kB, of which a disk is 0.6 kB. Of an answer at most 1 MiB is read, which is
/// 10.4 kB for each of 100: such a backup could have 13 disks. Where an answer is larger all the
/// same, pages of half as many are asked for from then on.
pub const PAGE: u16 = 100;
/// A page is never asked to be smaller than this.
const SMALLEST_PAGE: u16 = 6;

/// Everything that is followed or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    entries: Entries,
    batch: Batch,
    poll: Poll,
    around: Around,
    /// What is left to ask in this round; none between two rounds.
    round: Option<Round>,
    /// When the next round is due, if there is none.
    round_at: i64,
    /// What the person wants to see now: asked for before everything else.
    urgent: Vec<String>,
    /// Who was the last to be asked for alone.
    turn: Option<Place>,
    lists: Lists,
    /// How many rounds are over since the last start; slows down.
    rounds: u32,
    /// How many questions have failed one after the other.
    failures: u32,
    /// Counts the questions, so that a late answer is told from the one that is waited for.
    asked: u32,
    /// Counts the tokens, so that an old one that is refused says nothing about the new one.
    tokens: u32,
    trouble: Option<Failure>,
}

impl Follow {
    /// Nothing is followed yet.
    #[must_use]
    pub fn new(around: Around) -> Self {
        Self {
            entries: Entries::default(),
            batch: Batch::default(),
            poll: Poll::Due(0),
            around,
            round: None,
            round_at: 0,
            urgent: Vec::new(),
            turn: None,
            lists: Lists { limit: PAGE, skew: 0 },
            rounds: 0,
            failures: 0,
            asked: 0,
            tokens: 0,
            trouble: None,
        }
    }

    /// The entry that is kept under this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(id)
    }

    /// The entries of this browser's own backups, the newest first.
    pub fn listed(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.in_order().filter(|entry| !entry.aside)
    }

    /// The id under which the service's backup is kept, if it is.
    #[must_use]
    pub fn id_of(&self, backup: &Backup) -> Option<&str> {
        let entry = self.entries.all().find(|entry| entry.recent.is(backup))?;
        Some(&entry.recent.id)
    }

    /// How those stand that are listed.
    #[must_use]
    pub fn tally(&self) -> Summary {
        Summary::of(self.listed().map(|entry| &**entry))
    }

    /// How those stand that were started while others were running.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.batch.summary()
    }

    /// Whether there is anything to ask.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.entries.all().any(|entry| entry.is_open())
    }

    /// Whether the time of the next question has come, if there is one to ask.
    #[must_use]
    pub fn is_due(&self, now: i64) -> bool {
        matches!(self.poll, Poll::Due(due) if due <= now)
    }

    /// Why it cannot be told how things stand now, if that is so.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        if !self.around.token {
            Some(Held::NoToken)
        } else if self.poll == Poll::SignedOut {
            Some(Held::SignedOut)
        } else if !self.around.online {
            Some(Held::Offline)
        } else {
            self.trouble.clone().map(Held::Trouble)
        }
    }

    /// Carries on after an event at `now`, in milliseconds since 1970.
    pub fn on(&mut self, event: Event, now: i64) -> Reaction {
        let mut reaction = Reaction::default();
        let was_done = self.batch.summary().is_done();
        match event {
            Event::Accept(recent) => self.add(Entry::new(recent, now), now, &mut reaction),
            Event::Remember(recents) => {
                for recent in recents {
                    self.add(Entry::new(recent, now), now, &mut reaction);
                }
            }
            Event::LookUp(recent) => {
                self.add(Entry::looked_up(recent, now), now, &mut reaction);
            }
            Event::Show(recent, backup) => match self.id_of(&backup).map(str::to_owned) {
                Some(id) => self.learn(&id, &backup, now, &mut reaction),
                None => self.add(Entry::shown(recent, *backup, now), now, &mut reaction),
            },
            Event::Open(id) => {
                if self.entries.get_mut(&id).is_some_and(Entry::want) {
                    self.urgent.push(id);
                    self.urge(now);
                }
            }
            Event::Tick => {}
            Event::Answered(number, answer) => self.answered(number, answer, now, &mut reaction),
            Event::Visible(visible) => {
                let back = visible && !self.around.visible;
                self.around.visible = visible;
                self.resume(back, now);
            }
            Event::Online(online) => {
                let back = online && !self.around.online;
                self.around.online = online;
                self.resume(back, now);
            }
            Event::Token(token) => self.token(token, now, &mut reaction),
            Event::Clear => {
                reaction.touched = self.entries.keep(|entry| entry.is_open() || entry.aside);
                reaction.listed = true;
            }
        }
        let summary = self.batch.summary();
        reaction.done = Some(summary).filter(|_| summary.is_done() && !was_done);
        reaction.done = reaction.done.filter(|summary| summary.total() > 1);
        reaction.ask = self.next(now);
        reaction
    }

    /// Takes what a list of another kind says about an entry of which nothing was known.
    fn learn(&mut self, id: &str, backup: &Backup, now: i64, reaction: &mut Reaction) {
        let entry = self.entries.get_mut(id).filter(|entry| entry.backup.is_none());
        if let Some(entry) = entry {
            if entry.read(backup, now) {
                self.batch.update(entry);
                reaction.changed.push(id.to_owned());
            }
            reaction.touched.push(id.to_owned());
        }
    }

    fn add(&mut self, entry: Entry, now: i64, reaction: &mut Reaction) {
        let (was_open, is_open) = (self.is_open(), entry.is_open());
        let is_own = !entry.solo;
        let is_urgent = entry.solo && !entry.aside;
        let id = entry.recent.id.clone();
        if !self.entries.add(entry) {
            return;
        }
        reaction.listed = true;
        if let Some(entry) = self.entries.get(&id).filter(|_| is_own) {
            self.batch.join(entry);
        }
        reaction.touched.push(id.clone());
        if is_urgent {
            self.urgent.push(id);
            self.urge(now + FIRST);
        }
        if is_open {
            let open = self.entries.all().filter(|entry| entry.is_open()).take(MANY + 1);
            self.rounds = self.rounds.min(if open.count() > MANY { CALM } else { 0 });
            self.hurry(now + pause(self.rounds), was_open);
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod many_tests;
#[cfg(test)]
mod tests;

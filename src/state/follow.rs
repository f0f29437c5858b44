//! Following backups until they are final, as plain data with pure transitions. The time comes in
//! with each event; asking and drawing is done by others.
//!
//! All backups of a project are asked for with one list, from the start of the oldest on, so that
//! ten backups cost one request and not ten. A backup which that list does not hold (the clock of
//! this device may be wrong, or the list too long) is asked for alone by its id until it is found.
//! A single backup is always asked for by its id, which needs no clock.
//!
//! After a start the service is asked in 2 s, and then after half as long again each time, up to
//! 30 s: 2, 3, 4.5, 6.7, 10.1, 15.2, 22.8, 30. A failed question is asked again after twice that,
//! or when the service says; nothing but a state that the service calls final ends the following.

mod entry;
mod event;
mod question;

pub use entry::Entry;
pub use event::{Around, Event, Held, Reaction};
pub use question::Question;

use csbs::{Backup, Failure, NotSent, RefusalKind};

/// How long after a start the first question is, in milliseconds.
pub const FIRST: i64 = 2_000;
/// The longest time between two rounds of questions, in milliseconds.
pub const SLOWEST: i64 = 30_000;
/// Between the questions of one round, in milliseconds.
pub const BETWEEN: i64 = 1_000;
/// The longest time that a failure can put a question off, in milliseconds.
pub const LONGEST: i64 = 300_000;

/// Everything that is followed or was, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    entries: Vec<Entry>,
    poll: Poll,
    around: Around,
    /// How many questions of this round were asked.
    turn: usize,
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

/// Where the asking is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Poll {
    /// The next question is due then, if there is one to ask and nothing holds it up.
    Due(i64),
    /// This question is under way, with the token of this number.
    Asking(u32, u32, Question),
    /// The token is no longer accepted: only a new one goes on.
    SignedOut,
}

impl Follow {
    /// Nothing is followed yet.
    #[must_use]
    pub fn new(around: Around) -> Self {
        Self {
            entries: Vec::new(),
            poll: Poll::Due(0),
            around,
            turn: 0,
            rounds: 0,
            failures: 0,
            asked: 0,
            tokens: 0,
            trouble: None,
        }
    }

    /// All entries, the newest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry that is kept under this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.recent.id == id)
    }

    /// Whether there is anything to ask.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.entries.iter().any(Entry::is_open)
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
        let mut changed = Vec::new();
        match event {
            Event::Accept(recent) => self.add(Entry::new(recent, now), now),
            Event::LookUp(recent) => self.add(Entry::looked_up(recent, now), now),
            Event::Open(id) => {
                let was_open = self.is_open();
                if let Some(entry) = self.entries.iter_mut().find(|entry| entry.recent.id == id)
                    && entry.want()
                {
                    self.hurry(now, was_open);
                }
            }
            Event::Tick => {}
            Event::Answered(number, answer) => changed = self.answered(number, answer, now),
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
            Event::Token(token) => {
                self.around.token = token;
                self.tokens += 1;
                self.entries.iter_mut().for_each(|entry| entry.barred = false);
                // A token may be typed key by key: what is not complete yet is not tried.
                if !matches!(self.poll, Poll::Asking(..)) {
                    self.poll = Poll::Due(now + FIRST);
                }
            }
            Event::Clear => self.entries.retain(Entry::is_open),
        }
        Reaction { ask: self.next(now), changed }
    }

    fn add(&mut self, entry: Entry, now: i64) {
        if self.entries.iter().any(|known| known.recent.id == entry.recent.id) {
            return;
        }
        let (was_open, is_open) = (self.is_open(), entry.is_open());
        self.entries.push(entry);
        self.entries.sort_by_key(|entry| std::cmp::Reverse(entry.recent.started_at));
        if is_open {
            self.rounds = 0;
            self.hurry(now + FIRST, was_open);
        }
    }

    /// The next question is due then, if it is not earlier. While nothing is open, the time of
    /// the next question is one that has long passed, and says nothing.
    fn hurry(&mut self, at: i64, was_open: bool) {
        if let Poll::Due(due) = self.poll
            && (due > at || !was_open)
        {
            self.poll = Poll::Due(at);
        }
    }

    fn resume(&mut self, back: bool, now: i64) {
        if back && let Poll::Due(_) = self.poll {
            self.failures = 0;
            self.rounds = 0;
            self.poll = Poll::Due(now);
        }
    }

    fn next(&mut self, now: i64) -> Option<(u32, Question)> {
        let Around { visible, online, token } = self.around;
        let Poll::Due(due) = self.poll else {
            return None;
        };
        if now < due || !(visible && online && token) {
            return None;
        }
        let questions = question::all(&self.entries);
        let question = questions.get(self.turn).or(questions.first())?.clone();
        self.turn = if self.turn < questions.len() { self.turn + 1 } else { 1 };
        if self.turn >= questions.len() {
            self.turn = 0;
            self.rounds = self.rounds.saturating_add(1);
        }
        self.asked = self.asked.wrapping_add(1);
        self.poll = Poll::Asking(self.asked, self.tokens, question.clone());
        Some((self.asked, question))
    }

    fn answered(
        &mut self,
        number: u32,
        answer: Result<Vec<Backup>, Failure>,
        now: i64,
    ) -> Vec<String> {
        let Poll::Asking(waited_for, token, question) = &self.poll else {
            return Vec::new();
        };
        if *waited_for != number {
            return Vec::new();
        }
        let (token, question) = (*token, question.clone());
        match answer {
            Ok(backups) => {
                self.failures = 0;
                self.trouble = None;
                let between = self.turn > 0;
                self.poll = Poll::Due(now + if between { BETWEEN } else { pause(self.rounds) });
                let concerned = self.entries.iter_mut().filter(|entry| question.concerns(entry));
                concerned.filter_map(|entry| entry.read(&question, &backups, now)).collect()
            }
            Err(failure) => {
                self.fail(&question, failure, token, now);
                Vec::new()
            }
        }
    }

    fn fail(&mut self, question: &Question, failure: Failure, token: u32, now: i64) {
        let kind = match &failure {
            Failure::Refused(refusal) => Some(refusal.kind()),
            _ => None,
        };
        let concerned = || |entry: &&mut Entry| question.concerns(entry);
        match kind {
            Some(RefusalKind::SignInAgain) if token == self.tokens => {
                self.poll = Poll::SignedOut;
                return;
            }
            Some(RefusalKind::SignInAgain) => {
                self.poll = Poll::Due(now + FIRST);
                return;
            }
            // Another project than that of the token: nothing is to be had with this one.
            Some(RefusalKind::NoPermission | RefusalKind::NotFound) => {
                let entries = self.entries.iter_mut().filter(concerned());
                entries.for_each(|entry| entry.barred = true);
            }
            _ if matches!(failure, Failure::TooLarge { .. }) => {
                let entries = self.entries.iter_mut().filter(concerned());
                entries.for_each(|entry| entry.alone = true);
            }
            _ => {}
        }
        self.failures = self.failures.saturating_add(1);
        let asked_for = match &failure {
            Failure::Refused(refusal) => refusal.retry_after_seconds,
            _ => None,
        };
        let own = pause(self.failures).saturating_mul(2);
        let wait = asked_for
            .and_then(|seconds| i64::try_from(seconds).ok()?.checked_mul(1000))
            .map_or(own, |asked_for| asked_for.max(own));
        self.poll = Poll::Due(now + wait.min(LONGEST));
        // Without a token or a network that is what is said, and not how the question fared.
        self.trouble = Some(failure).filter(|failure| {
            !matches!(failure, Failure::NotSent(NotSent::TokenMissing | NotSent::Offline))
        });
    }
}

/// The time after so many rounds, in milliseconds.
fn pause(rounds: u32) -> i64 {
    (0..rounds.min(10)).fold(FIRST, |pause, _| (pause * 3 / 2).min(SLOWEST))
}

#[cfg(test)]
mod tests;

//! Backups of many servers, one request each, as plain values with pure transitions.
//!
//! The queue says what to send and when; somebody else sends it, and tells the clock. What it
//! keeps to, whatever happens in whatever order:
//!
//! - A request is sent again only when it is certain that the one before created nothing.
//! - What the service has accepted is never lost.
//! - When every request that was sent has been answered and nobody pauses it, the queue comes to
//!   an end.

mod event;
mod job;
mod later;
mod search;

use csbs::{BackupRequest, Failure, Outcome, Protectable, Recent, ResourceId};

use super::Search;
use later::Later;

pub use event::{Command, Event, Pace, Pause};
pub use job::{Fate, Group, Job, Tally};

/// How many requests are under way at a time, unless told otherwise.
pub const AT_MOST: usize = 4;

/// How often a server is tried when the service asks for patience each time. Then its refusal is
/// taken for an answer.
pub const TRIES: u32 = 5;

/// All servers of one run, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    jobs: Vec<Job>,
    pace: Pace,
    at_most: usize,
    /// Before this moment, in milliseconds since 1970, the service wants no request.
    not_before: i64,
    /// The servers with an open outcome that the service is still to be asked for.
    to_ask: Vec<usize>,
    /// The servers whose fate has changed since somebody asked.
    changed: Vec<usize>,
}

impl Queue {
    /// A queue of these requests, `at_most` of them (one at least) at a time.
    #[must_use]
    pub fn new(requests: Vec<BackupRequest>, at_most: usize) -> Self {
        Self {
            jobs: requests.into_iter().map(Job::new).collect(),
            pace: Pace::Running,
            at_most: at_most.max(1),
            not_before: i64::MIN,
            to_ask: Vec::new(),
            changed: Vec::new(),
        }
    }

    /// A queue that was left, as far as it is known. It sends nothing until it is resumed.
    #[must_use]
    pub fn left(jobs: Vec<Job>, at_most: usize) -> Self {
        let paused = Self { pace: Pace::Paused(Pause::Left), ..Self::new(Vec::new(), at_most) };
        Self { jobs, ..paused }
    }

    /// The servers, in order.
    #[must_use]
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// Whether requests go out.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// How many requests are under way at a time.
    #[must_use]
    pub fn at_most(&self) -> usize {
        self.at_most
    }

    /// How many servers have come to what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally::of(&self.jobs)
    }

    /// Whether nothing is under way and nothing is left to be sent.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.jobs.iter().all(|job| job.fate.is_settled())
    }

    /// Until when the service wants no request, if that is in the future and there is one to send.
    #[must_use]
    pub fn waits_until(&self, now: i64) -> Option<i64> {
        let is_waiting = self.pace == Pace::Running
            && self.not_before > now
            && self.jobs.iter().any(|job| job.fate == Fate::Waiting);
        is_waiting.then_some(self.not_before)
    }

    /// Whether the same servers may be backed up anew: all is over, and for each backup that may
    /// have been created the service has said that it does not list it.
    #[must_use]
    pub fn may_follow(&self) -> bool {
        self.jobs.iter().all(|job| match &job.fate {
            Fate::Unknown(_, search) => matches!(search, Search::NothingFound),
            fate => fate.is_settled(),
        })
    }

    /// The places of the servers whose fate has changed since this was last asked.
    #[must_use]
    pub fn take_changed(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.changed)
    }

    /// Takes up an event that happens `now`, and says what is to be done.
    #[must_use]
    pub fn on(&mut self, event: Event, now: i64) -> Vec<Command> {
        let mut commands = Vec::new();
        match event {
            Event::Tick => {}
            Event::CheckFirst => {
                self.turn(&Fate::Waiting, &Fate::Checking);
                commands.push(Command::Check);
            }
            Event::Checked(answers) => self.checked(answers),
            Event::CheckOver => self.turn(&Fate::Checking, &Fate::Waiting),
            Event::Answered(place, attempt, answer) => self.answered(place, attempt, answer, now),
            Event::Pause(why) => self.pause(why),
            Event::Resume => {
                if matches!(self.pace, Pace::Paused(_)) {
                    self.pace = Pace::Running;
                }
            }
            Event::Cancel => {
                self.pace = Pace::Cancelled;
                self.turn(&Fate::Checking, &Fate::Unsent);
                self.turn(&Fate::Waiting, &Fate::Unsent);
            }
            Event::FindOut => self.find_out(|search| *search != Search::Asking),
            Event::Searched(place, found) => self.searched(place, found),
        }
        commands.extend(self.next(now));
        if self.is_over() && !matches!(self.pace, Pace::Paused(Pause::Left)) {
            self.find_out(|search| *search == Search::NotAsked);
        }
        commands.extend(self.next_to_ask().map(Command::Search));
        commands
    }

    fn set(&mut self, place: usize, fate: Fate) {
        if let Some(job) = self.jobs.get_mut(place).filter(|job| job.fate != fate) {
            job.fate = fate;
            self.changed.push(place);
        }
    }

    /// All that have one fate get the other.
    fn turn(&mut self, from: &Fate, to: &Fate) {
        for place in 0..self.jobs.len() {
            if self.jobs.get(place).is_some_and(|job| job.fate == *from) {
                self.set(place, to.clone());
            }
        }
    }

    fn pause(&mut self, why: Pause) {
        if self.pace == Pace::Running {
            self.pace = Pace::Paused(why);
        }
    }

    fn checked(&mut self, answers: Vec<(ResourceId, Protectable)>) {
        for (server, answer) in answers {
            let is_it =
                |job: &Job| job.fate == Fate::Checking && *job.request.resource_id() == server;
            let Some(place) = self.jobs.iter().position(is_it) else {
                continue;
            };
            let fate = match answer {
                no @ Protectable::No { .. } => Fate::Stopped(no),
                Protectable::Yes | Protectable::NotAnswered => Fate::Waiting,
            };
            self.set(place, fate);
        }
    }

    /// An answer to a try that is not under way, such as a late one, changes nothing.
    fn answered(
        &mut self,
        place: usize,
        attempt: u32,
        answer: Result<Box<Recent>, Failure>,
        now: i64,
    ) {
        let is_cancelled = self.pace == Pace::Cancelled;
        let Some(job) = self.jobs.get_mut(place) else {
            return;
        };
        if (job.fate != Fate::Sending) || job.tries != attempt {
            return;
        }
        let fate = match answer {
            Ok(recent) => Fate::Started(recent),
            Err(failure) if failure.outcome() != Outcome::NotCreated => {
                Fate::Unknown(failure, Search::NotAsked)
            }
            Err(failure) => match Later::after(&failure, now).filter(|_| !is_cancelled) {
                Some(Later::Wait(until)) if job.tries < TRIES => {
                    self.not_before = self.not_before.max(until);
                    Fate::Waiting
                }
                Some(Later::Pause(why)) => {
                    // It has not counted: the service has not looked at it.
                    job.tries -= 1;
                    self.pause(why);
                    Fate::Waiting
                }
                _ => Fate::Refused(failure),
            },
        };
        self.set(place, fate);
    }

    /// Fills the free places, in order.
    fn next(&mut self, now: i64) -> Vec<Command> {
        if self.pace != Pace::Running {
            return Vec::new();
        }
        if let Some(until) = self.waits_until(now) {
            return vec![Command::WakeAt(until)];
        }
        let with = |fate: &Fate| {
            let jobs = self.jobs.iter().enumerate();
            jobs.filter(|(_, job)| job.fate == *fate).map(|(place, _)| place).collect::<Vec<_>>()
        };
        let free = self.at_most.saturating_sub(with(&Fate::Sending).len());
        let places: Vec<usize> = with(&Fate::Waiting).into_iter().take(free).collect();
        let mut commands = Vec::new();
        for place in places {
            self.set(place, Fate::Sending);
            if let Some(job) = self.jobs.get_mut(place) {
                job.tries += 1;
                job.sent_at = now;
                commands.push(Command::Send { place, attempt: job.tries });
            }
        }
        commands
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

//! Backups of many servers, one request each, as plain values with pure transitions.
//!
//! The queue says what to send and when; somebody else sends it, and tells the clock. What it
//! keeps to, whatever happens in whatever order:
//!
//! - A request is sent again only when it is certain that the one before created nothing.
//! - What the service has accepted is never lost.
//! - When every request that was sent has been answered and nobody pauses it, the queue comes to
//!   an end.

mod job;

use csbs::{Accepted, BackupRequest, Failure, Outcome, RefusalKind};

pub use job::{Fate, Job, Tally};

/// How many requests are under way at a time, unless told otherwise.
pub const AT_MOST: usize = 4;

/// How often a server is tried when the service asks for patience each time. Then its refusal is
/// taken for an answer.
pub const TRIES: u32 = 5;

/// How long is waited when the service asks for patience without saying how long, in milliseconds.
const PATIENCE: i64 = 10_000;

/// The longest wait that is accepted from the service, in milliseconds.
const LONGEST_WAIT: i64 = 15 * 60 * 1000;

/// Whether requests go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// They do.
    Running,
    /// They do not, because of this.
    Paused(Pause),
    /// They no longer will: what was not sent stays unsent.
    Cancelled,
}

/// Why a queue is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// The person wants it.
    Person,
    /// The token is no longer accepted.
    SignIn,
    /// This device is offline.
    Offline,
}

/// All servers of one run, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    jobs: Vec<Job>,
    pace: Pace,
    at_most: usize,
    /// Before this moment, in milliseconds since 1970, the service wants no request.
    not_before: i64,
}

/// What happens to a queue. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It begins, or some time has passed.
    Tick,
    /// The request for the server at this place was answered; `u32` is the try it belongs to.
    Answered(usize, u32, Result<Box<Accepted>, Failure>),
    /// Nothing is to be sent for now.
    Pause(Pause),
    /// What is left may be sent.
    Resume,
    /// What is left is not to be sent.
    Cancel,
}

/// What a transition wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Send the request for the server at this place, and tell what came of it.
    Send {
        /// The place of the server.
        place: usize,
        /// Which try it is, from 1.
        attempt: u32,
    },
    /// Tick at this moment.
    WakeAt(i64),
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
        }
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

    /// Takes up an event that happens `now`, and says what is to be done.
    #[must_use]
    pub fn on(&mut self, event: Event, now: i64) -> Vec<Command> {
        match event {
            Event::Tick => {}
            Event::Answered(place, attempt, answer) => self.answered(place, attempt, answer, now),
            Event::Pause(why) => self.pause(why),
            Event::Resume => {
                if matches!(self.pace, Pace::Paused(_)) {
                    self.pace = Pace::Running;
                }
            }
            Event::Cancel => {
                self.pace = Pace::Cancelled;
                for job in self.jobs.iter_mut().filter(|job| job.fate == Fate::Waiting) {
                    job.fate = Fate::Unsent;
                }
            }
        }
        self.next(now)
    }

    fn pause(&mut self, why: Pause) {
        if self.pace == Pace::Running {
            self.pace = Pace::Paused(why);
        }
    }

    /// An answer to a try that is not under way, such as a late one, changes nothing.
    fn answered(
        &mut self,
        place: usize,
        attempt: u32,
        answer: Result<Box<Accepted>, Failure>,
        now: i64,
    ) {
        let Some(job) = self.jobs.get_mut(place) else {
            return;
        };
        if (job.fate != Fate::Sending) || job.tries != attempt {
            return;
        }
        let failure = match answer {
            Ok(accepted) => {
                job.fate = Fate::Started(accepted);
                return;
            }
            Err(failure) => failure,
        };
        if failure.outcome() != Outcome::NotCreated {
            job.fate = Fate::Unknown(failure);
            return;
        }
        let later = Later::after(&failure, now);
        let may_try_again = self.pace != Pace::Cancelled && job.tries < TRIES;
        match later {
            Some(Later::Wait(until)) if may_try_again => {
                job.fate = Fate::Waiting;
                self.not_before = self.not_before.max(until);
            }
            Some(Later::Pause(why)) if self.pace != Pace::Cancelled => {
                job.fate = Fate::Waiting;
                // It has not counted: the service has not looked at it.
                job.tries -= 1;
                self.pause(why);
            }
            _ => job.fate = Fate::Refused(failure),
        }
    }

    /// Fills the free places, in order.
    fn next(&mut self, now: i64) -> Vec<Command> {
        if self.pace != Pace::Running {
            return Vec::new();
        }
        let is_left = self.jobs.iter().any(|job| job.fate == Fate::Waiting);
        if now < self.not_before {
            return if is_left { vec![Command::WakeAt(self.not_before)] } else { Vec::new() };
        }
        let under_way = self.jobs.iter().filter(|job| job.fate == Fate::Sending).count();
        let waiting = self.jobs.iter_mut().enumerate().filter(|(_, job)| job.fate == Fate::Waiting);
        waiting
            .take(self.at_most.saturating_sub(under_way))
            .map(|(place, job)| {
                job.fate = Fate::Sending;
                job.tries += 1;
                Command::Send { place, attempt: job.tries }
            })
            .collect()
    }
}

/// What a failure that created nothing says about trying again.
enum Later {
    /// Not before this moment.
    Wait(i64),
    /// Not before this is over.
    Pause(Pause),
}

impl Later {
    fn after(failure: &Failure, now: i64) -> Option<Self> {
        match failure {
            Failure::NotSent(csbs::NotSent::Offline) => Some(Self::Pause(Pause::Offline)),
            Failure::NotSent(csbs::NotSent::TokenMissing) => Some(Self::Pause(Pause::SignIn)),
            Failure::Refused(refusal) => match refusal.kind() {
                RefusalKind::SignInAgain => Some(Self::Pause(Pause::SignIn)),
                RefusalKind::RateLimited => Some(Self::Wait(now + told(refusal, now))),
                RefusalKind::ServiceDown
                    if refusal.retry_after_seconds.is_some() || refusal.retry_at.is_some() =>
                {
                    Some(Self::Wait(now + told(refusal, now)))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// How long the service wants to be left alone, in milliseconds.
fn told(refusal: &csbs::Refusal, now: i64) -> i64 {
    let seconds = refusal.retry_after_seconds.and_then(|seconds| i64::try_from(seconds).ok());
    let until = refusal.retry_at.as_ref().and_then(csbs::Time::unix_millis);
    seconds
        .map(|seconds| seconds.saturating_mul(1000))
        .or_else(|| until.map(|until| until.saturating_sub(now)))
        .unwrap_or(PATIENCE)
        .clamp(0, LONGEST_WAIT)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

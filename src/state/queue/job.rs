//! One server of a queue, and what has become of it.

use csbs::{Accepted, BackupRequest, Failure};

/// One server of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is sent for it.
    pub request: BackupRequest,
    /// How often it was sent.
    pub tries: u32,
    /// What has become of it.
    pub fate: Fate,
}

impl Job {
    /// A server for which nothing was sent yet.
    #[must_use]
    pub fn new(request: BackupRequest) -> Self {
        Self { request, tries: 0, fate: Fate::Waiting }
    }
}

/// What has become of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is to be sent, for the first time or after the service asked for patience.
    Waiting,
    /// Its request is under way.
    Sending,
    /// The service has accepted it.
    Started(Box<Accepted>),
    /// It is certain that no backup was created.
    Refused(Failure),
    /// A backup may have been created.
    Unknown(Failure),
    /// It was not sent, because the run was cancelled.
    Unsent,
}

impl Fate {
    /// Whether nothing more happens to it by itself.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Waiting | Self::Sending)
    }
}

/// How many servers have come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// To be sent.
    pub waiting: usize,
    /// Under way.
    pub sending: usize,
    /// Accepted.
    pub started: usize,
    /// Refused, or never left.
    pub refused: usize,
    /// With an open outcome.
    pub unknown: usize,
    /// Not sent, because the run was cancelled.
    pub unsent: usize,
}

impl Tally {
    pub(super) fn of(jobs: &[Job]) -> Self {
        jobs.iter().fold(Self::default(), |mut tally, job| {
            let count = match job.fate {
                Fate::Waiting => &mut tally.waiting,
                Fate::Sending => &mut tally.sending,
                Fate::Started(_) => &mut tally.started,
                Fate::Refused(_) => &mut tally.refused,
                Fate::Unknown(_) => &mut tally.unknown,
                Fate::Unsent => &mut tally.unsent,
            };
            *count += 1;
            tally
        })
    }
}

//! One server of a queue, and what has become of it.

use csbs::{BackupRequest, Failure, Protectable, Recent};

use crate::state::Search;

/// One server of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is sent for it.
    pub request: BackupRequest,
    /// How often it was sent.
    pub tries: u32,
    /// When it was last sent, in milliseconds since 1970; 0 before.
    pub sent_at: i64,
    /// What has become of it.
    pub fate: Fate,
}

impl Job {
    /// A server for which nothing was sent yet.
    #[must_use]
    pub fn new(request: BackupRequest) -> Self {
        Self { request, tries: 0, sent_at: 0, fate: Fate::Waiting }
    }
}

/// What has become of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The service is asked whether it can be backed up; nothing is sent before.
    Checking,
    /// It is to be sent, for the first time or after the service asked for patience.
    Waiting,
    /// Its request is under way.
    Sending,
    /// The service has accepted it, or lists its backup.
    Started(Box<Recent>),
    /// It is certain that no backup was created.
    Refused(Failure),
    /// The service has said before that it cannot be backed up, so nothing was sent.
    Stopped(Protectable),
    /// A backup may have been created: what is known, and what came of asking for it.
    Unknown(Failure, Search),
    /// It was not sent, because the run was cancelled.
    Unsent,
}

/// Fates that are the same for a person who looks for what is left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Still to be sent, or under way.
    Open,
    /// The backup was started.
    Started,
    /// No backup was started, because the service does not want to.
    Refused,
    /// A backup may have been started.
    Unknown,
    /// Nothing was sent.
    Unsent,
}

impl Fate {
    /// Whether nothing more happens to it by itself.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.group() != Group::Open
    }

    /// The group it belongs to.
    #[must_use]
    pub fn group(&self) -> Group {
        match self {
            Self::Checking | Self::Waiting | Self::Sending => Group::Open,
            Self::Started(_) => Group::Started,
            Self::Refused(_) | Self::Stopped(_) => Group::Refused,
            Self::Unknown(..) => Group::Unknown,
            Self::Unsent => Group::Unsent,
        }
    }
}

/// How many servers have come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// To be asked about or to be sent.
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
            let count = match job.fate.group() {
                Group::Open if job.fate == Fate::Sending => &mut tally.sending,
                Group::Open => &mut tally.waiting,
                Group::Started => &mut tally.started,
                Group::Refused => &mut tally.refused,
                Group::Unknown => &mut tally.unknown,
                Group::Unsent => &mut tally.unsent,
            };
            *count += 1;
            tally
        })
    }

    /// How many there are in a group.
    #[must_use]
    pub fn of_group(&self, group: Group) -> usize {
        match group {
            Group::Open => self.waiting + self.sending,
            Group::Started => self.started,
            Group::Refused => self.refused,
            Group::Unknown => self.unknown,
            Group::Unsent => self.unsent,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.waiting + self.sending + self.settled()
    }

    /// For how many nothing more happens by itself.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.started + self.refused + self.unknown + self.unsent
    }
}

//! A run of backups for many servers, as it is kept for a reload. It holds no secret.

use crate::draft::Draft;
use crate::failure::Failure;
use crate::protectable::Protectable;
use crate::recent::Recent;

/// What a run was begun with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRun {
    /// When it was begun, in milliseconds since 1970 (UTC), by the person's clock. No two runs of
    /// a browser begin in the same millisecond, so this is also what it is kept under.
    pub began_at: i64,
    /// How many requests are under way at a time.
    pub at_most: usize,
    /// What all backups have in common, with the ids of the servers, one a line, in the order in
    /// which they are numbered.
    pub draft: Draft,
}

/// One server of a run, from the moment at which its request was about to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptJob {
    /// How often it was sent.
    pub tries: u32,
    /// When it was last sent, in milliseconds since 1970 (UTC); 0 when it never was.
    pub sent_at: i64,
    /// What has become of it.
    pub fate: KeptFate,
}

/// What has become of one server of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptFate {
    /// It is to be sent again, after the service asked for patience.
    Waiting,
    /// Its request is under way. Whoever reads this after the page was left knows that a backup
    /// may have been created.
    Sending,
    /// The service has accepted it, or lists its backup.
    Started(Recent),
    /// No backup was created.
    Refused(Failure),
    /// The service has said before that it cannot be backed up.
    Stopped(Protectable),
    /// A backup may have been created.
    Unknown(Failure),
    /// It was not sent, because the run was cancelled.
    Unsent,
}

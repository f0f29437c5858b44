//! What happens to a queue, and what it wants done.

use csbs::{Failure, Protectable, Recent, ResourceId};

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
    /// The page was left before the end, and nobody has said since that it is to go on.
    Left,
}

/// What happens to a queue. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It begins, or some time has passed.
    Tick,
    /// The service is to be asked first whether what is left can be backed up.
    CheckFirst,
    /// The service has said so of these servers. Only a no keeps one from being sent.
    Checked(Vec<(ResourceId, Protectable)>),
    /// The service is asked no more: what has no answer yet is sent without.
    CheckOver,
    /// The request for the server at this place was answered; `u32` is the try it belongs to.
    Answered(usize, u32, Result<Box<Recent>, Failure>),
    /// Nothing is to be sent for now.
    Pause(Pause),
    /// What is left may be sent.
    Resume,
    /// What is left is not to be sent.
    Cancel,
    /// The service is to be asked for all backups with an open outcome.
    FindOut,
    /// The service has told which backup was started for the server at this place, if any.
    Searched(usize, Result<Option<Box<Recent>>, Failure>),
}

/// What a transition wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Ask whether all servers that are [`Fate::Checking`](super::Fate::Checking) can be backed up, and tell.
    Check,
    /// Send the request for the server at this place, and tell what came of it.
    Send {
        /// The place of the server.
        place: usize,
        /// Which try it is, from 1.
        attempt: u32,
    },
    /// Tick at this moment.
    WakeAt(i64),
    /// Look for the backup of the server at this place in the service's list, and tell.
    Search(usize),
}

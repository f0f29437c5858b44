//! What can become of a request, and what that means for the backup.
//!
//! This module does not know how a request is carried or how a failure is worded.

mod answer;
mod outcome;
mod refusal;
mod sign_in;

pub use answer::{
    Accepted, Followed, read_answer, read_backup_answer, read_backups_answer, read_count_answer,
    read_items_answer, read_projects_answer, read_protectable_answer, read_quotas_answer,
    read_servers_answer, read_token_answer,
};
pub use outcome::Outcome;
pub use refusal::{Refusal, RefusalKind};
pub use sign_in::SignInRefusal;

pub use crate::wire::refusal::BodyShape;

use crate::wire::Unreadable;

/// Why a request did not end with an answer that could be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Something stopped the request before any of it left.
    NotSent(NotSent),
    /// No answer came: the proxy or the service could not be reached, refused this page, or the
    /// connection was lost. How far the request got is not known.
    Unreachable,
    /// The answer sends the page elsewhere, which no service does: it is somebody else's. Where to,
    /// browsers do not say, and it is not followed.
    Redirected,
    /// No answer came in time, or not all of it.
    TimedOut {
        /// How long was waited.
        seconds: u32,
    },
    /// The page was left while the request was under way, so nobody has read the answer.
    Abandoned,
    /// The person cancelled while the request was under way.
    Cancelled,
    /// The answer was longer than is read.
    TooLarge {
        /// The HTTP status it came with.
        status: u16,
        /// How many bytes are read at most.
        limit: usize,
    },
    /// The answer broke off while it was read, or could not be unpacked.
    Interrupted {
        /// The HTTP status it came with.
        status: u16,
    },
    /// The answer has a status outside 200 to 299.
    Refused(Box<Refusal>),
    /// The answer has a status from 200 to 299, but not the body it should have.
    Unreadable(Box<UnreadableAnswer>),
}

/// What stopped a request before any of it left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSent {
    /// The computer is offline.
    Offline,
    /// There is no token to sign the request with.
    TokenMissing,
    /// The browser could not make a request of it.
    NotBuilt,
}

/// An answer that accepts the request, but cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableAnswer {
    /// The HTTP status, 200 to 299.
    pub status: u16,
    /// Why the body cannot be read.
    pub reason: Unreadable,
    /// The id under which support finds the request, when a header has it.
    pub request_id: Option<String>,
    /// The body as it came.
    pub body: String,
}

impl Failure {
    /// Whether the service itself has answered, and nobody in its place.
    pub fn is_of_the_service(&self) -> bool {
        match self {
            Self::Refused(refusal) => refusal.kind() != RefusalKind::Gateway,
            Self::Unreadable(answer) => answer.reason != Unreadable::WebPage,
            _ => false,
        }
    }

    /// Whether there was no token, or none that is accepted: with a new one, the same question may
    /// be answered.
    pub fn lacks_token(&self) -> bool {
        match self {
            Self::NotSent(NotSent::TokenMissing) => true,
            Self::Refused(refusal) => refusal.kind() == RefusalKind::SignInAgain,
            _ => false,
        }
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

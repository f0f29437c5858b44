//! What a failure means for the backup.

use super::{Failure, Refusal, is_success};
use crate::error_code::ErrorCode;
use crate::wire::Unreadable;

/// What has become of the backup, as far as it can be told from a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// No backup was started. The request may be sent again.
    NotCreated,
    /// It cannot be told. The service's list of backups knows.
    Unknown,
    /// The service accepted the request, so the backup has most likely been started.
    ProbablyCreated,
}

impl Failure {
    /// What the failure means for the backup that was asked for.
    ///
    /// In doubt the outcome is unknown: looking it up costs nothing, and a second backup does.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::NotSent(_) => Outcome::NotCreated,
            Self::Unreachable
            | Self::Redirected
            | Self::TimedOut { .. }
            | Self::Abandoned
            | Self::Cancelled => Outcome::Unknown,
            // Somebody has answered in place of the service, which may never have been asked.
            Self::Unreadable(answer) if answer.reason == Unreadable::WebPage => Outcome::Unknown,
            Self::Unreadable(_) => Outcome::ProbablyCreated,
            Self::TooLarge { status, .. } | Self::Interrupted { status } => {
                if is_success(*status) {
                    Outcome::ProbablyCreated
                } else {
                    of_status(*status)
                }
            }
            Self::Refused(refusal) => of_refusal(refusal),
        }
    }
}

/// A refusal by its status, and where that leaves it open, by who refused and why.
///
/// 503 in the words of the service itself means that it did not begin, and so does 501. A 500
/// does only when its code says that another task was in the way (`CSBS.1001`, `CSBS.1002`,
/// `CSBS.6030`); any other may have happened at any point.
fn of_refusal(refusal: &Refusal) -> Outcome {
    let refused_before_start = match refusal.status {
        500 => refusal.documented.is_some_and(ErrorCode::is_busy),
        501 | 503 => refusal.is_from_the_service(),
        _ => false,
    };
    if refused_before_start { Outcome::NotCreated } else { of_status(refusal.status) }
}

/// 400 to 499 refuse a request before anything is done with it; but 408 is also what a gateway
/// says that lost patience with the service.
fn of_status(status: u16) -> Outcome {
    match status {
        408 => Outcome::Unknown,
        400..500 => Outcome::NotCreated,
        _ => Outcome::Unknown,
    }
}

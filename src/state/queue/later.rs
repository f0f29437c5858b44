//! What a failure that created nothing says about trying again.

use csbs::{Failure, NotSent, Refusal, RefusalKind, Time};

use super::Pause;

/// How long is waited when the service asks for patience without saying how long, in milliseconds.
const PATIENCE: i64 = 10_000;

/// The longest wait that is accepted from the service, in milliseconds.
pub(super) const LONGEST_WAIT: i64 = 15 * 60 * 1000;

/// When to try again.
pub(super) enum Later {
    /// Not before this moment.
    Wait(i64),
    /// Not before this is over.
    Pause(Pause),
}

impl Later {
    /// `None` when trying again would lead to the same failure.
    pub(super) fn after(failure: &Failure, now: i64) -> Option<Self> {
        match failure {
            Failure::NotSent(NotSent::Offline) => Some(Self::Pause(Pause::Offline)),
            Failure::NotSent(NotSent::TokenMissing) => Some(Self::Pause(Pause::SignIn)),
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
fn told(refusal: &Refusal, now: i64) -> i64 {
    let seconds = refusal.retry_after_seconds.and_then(|seconds| i64::try_from(seconds).ok());
    let until = refusal.retry_at.as_ref().and_then(Time::unix_millis);
    seconds
        .map(|seconds| seconds.saturating_mul(1000))
        .or_else(|| until.map(|until| until.saturating_sub(now)))
        .unwrap_or(PATIENCE)
        .clamp(0, LONGEST_WAIT)
}

//! What went wrong with a request, and what to do.

use csbs::{Failure, NotSent, Outcome, Refusal, RefusalKind, Unreadable, UnreadableAnswer};

use super::{Words, say};

impl Words {
    /// What a failure means for the backup, in one sentence.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::NotCreated => say!(self, failure.not_created),
            Outcome::Unknown => say!(self, failure.unknown),
            Outcome::ProbablyCreated => say!(self, failure.probably_created),
        }
    }

    /// What happened and what to do; `address` is where the request went.
    #[must_use]
    pub fn failure(self, failure: &Failure, address: &str) -> String {
        match failure {
            Failure::NotSent(NotSent::Offline) => say!(self, failure.offline).into(),
            Failure::NotSent(NotSent::TokenMissing) => say!(self, fault.token_empty).into(),
            Failure::NotSent(NotSent::NotBuilt) => say!(self, failure.not_built).into(),
            Failure::Unreachable => say!(self, failure.unreachable, address = address),
            Failure::Redirected => say!(self, failure.redirected).into(),
            Failure::TimedOut { seconds } => {
                say!(self, failure.timed_out, seconds = *seconds)
            }
            Failure::Abandoned => say!(self, failure.abandoned).into(),
            Failure::Cancelled => say!(self, failure.cancelled).into(),
            Failure::TooLarge { status, limit } => {
                let limit = limit / (1024 * 1024);
                say!(self, failure.too_large, status = *status, limit = limit)
            }
            Failure::Interrupted { status } => {
                say!(self, failure.interrupted, status = *status)
            }
            Failure::Refused(refusal) => self.refusal(refusal),
            Failure::Unreadable(answer) => self.unreadable(answer),
        }
    }

    /// What a failure means for the backup, and what happened, for those who only hear it.
    #[must_use]
    pub fn outcome_of(self, failure: &Failure, address: &str) -> String {
        format!("{} {}", self.outcome(failure.outcome()), self.failure(failure, address))
    }

    /// What is said at a field whose value the service has refused.
    #[must_use]
    pub fn field_refused(self, message: &str) -> String {
        say!(self, failure.field_refused, message = message)
    }

    fn refusal(self, refusal: &Refusal) -> String {
        let sentence = match refusal.kind() {
            RefusalKind::SignInAgain => say!(self, failure.sign_in_again),
            RefusalKind::NoPermission => say!(self, failure.no_permission),
            RefusalKind::NotFound => say!(self, failure.not_found),
            RefusalKind::ClosedToNewProjects => say!(self, failure.closed_to_new_projects),
            RefusalKind::Quota => say!(self, failure.quota),
            RefusalKind::RateLimited => match refusal.retry_after_seconds {
                Some(seconds) => {
                    return say!(self, failure.rate_limited_seconds, count = seconds);
                }
                None => say!(self, failure.rate_limited),
            },
            RefusalKind::Busy => say!(self, failure.busy),
            RefusalKind::Server => say!(self, failure.server_state),
            RefusalKind::Request => say!(self, failure.request_wrong),
            RefusalKind::ServiceDown => match refusal.retry_after_seconds {
                Some(seconds) => {
                    return say!(self, failure.service_down_seconds, count = seconds);
                }
                None => say!(self, failure.service_down),
            },
            RefusalKind::Gateway => {
                return say!(self, failure.gateway, status = refusal.status);
            }
            RefusalKind::Internal => say!(self, failure.server_error),
            RefusalKind::Other => {
                return say!(self, failure.other, status = refusal.status);
            }
        };
        sentence.into()
    }

    fn unreadable(self, answer: &UnreadableAnswer) -> String {
        if answer.reason == Unreadable::WebPage {
            return say!(self, failure.web_page, status = answer.status);
        }
        let what = say!(self, failure.unreadable, status = answer.status);
        let why = match answer.reason {
            Unreadable::WebPage => String::new(),
            Unreadable::Empty => say!(self, failure.unreadable_empty).to_owned(),
            Unreadable::CutOff => say!(self, failure.unreadable_cut_off).to_owned(),
            Unreadable::NotJson { line, column } => {
                say!(self, failure.unreadable_where, line = line, column = column)
            }
            Unreadable::Missing { key } => {
                say!(self, failure.unreadable_missing, key = key)
            }
        };
        format!("{what} {why}")
    }
}

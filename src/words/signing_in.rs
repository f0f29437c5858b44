//! Signing in: what to change, what went wrong, who is signed in.

use csbs::iam::{Project, SignInField, SignInProblem};
use csbs::{Failure, Fault, Refusal, SignInRefusal, Time, Unreadable, Utc};

use super::{Words, say};
use crate::state::sign_in::{Asked, Session, SignIn, Standing, Step, has_a_project};

impl Words {
    /// What to change in a field of the form for signing in.
    #[must_use]
    pub fn sign_in_problem(self, problem: &SignInProblem) -> String {
        match (problem.field, &problem.fault) {
            (_, Fault::Character { found, .. }) => {
                let character = self.character(*found);
                say!(self, sign_in.code_digits, character = character)
            }
            (SignInField::Domain, _) => say!(self, sign_in.domain_empty).into(),
            (SignInField::User, _) => say!(self, sign_in.user_empty).into(),
            (SignInField::Password, _) => say!(self, sign_in.password_empty).into(),
            (SignInField::OneTimeCode, _) => say!(self, sign_in.code_empty).into(),
        }
    }

    /// Why signing in, or a step of it, failed, and what to do; `address` is where it was tried.
    #[must_use]
    pub fn sign_in_failure(self, failure: &Failure, address: &str) -> String {
        match failure {
            Failure::NotSent(_) => say!(self, sign_in.not_sent).into(),
            Failure::Unreachable => say!(self, sign_in.unreachable, address = address),
            Failure::Redirected => say!(self, failure.redirected).into(),
            Failure::TimedOut { seconds } => {
                say!(self, sign_in.timed_out, seconds = *seconds)
            }
            Failure::Cancelled | Failure::Abandoned => say!(self, sign_in.cancelled).into(),
            Failure::TooLarge { status, .. } | Failure::Interrupted { status } => {
                say!(self, sign_in.broken_off, status = *status)
            }
            Failure::Unreadable(answer) => match answer.reason {
                Unreadable::Missing { key: csbs::http::HEADER_SUBJECT_TOKEN } => {
                    say!(self, sign_in.no_token, status = answer.status)
                }
                Unreadable::WebPage => self.failure(failure, address),
                _ => say!(self, sign_in.unreadable, status = answer.status),
            },
            Failure::Refused(refusal) => self.sign_in_refusal(refusal),
        }
    }

    fn sign_in_refusal(self, refusal: &Refusal) -> String {
        let status = refusal.status;
        let sentence = match refusal.sign_in() {
            SignInRefusal::Credentials => say!(self, sign_in.credentials),
            SignInRefusal::Password => say!(self, sign_in.password_wrong),
            SignInRefusal::OneTimeCode => say!(self, sign_in.code_wrong),
            SignInRefusal::Locked => say!(self, sign_in.locked),
            SignInRefusal::Token => say!(self, sign_in.token_over),
            SignInRefusal::Disabled => say!(self, sign_in.disabled),
            SignInRefusal::ConsoleOnly => say!(self, sign_in.console_only),
            SignInRefusal::NoPermission => say!(self, sign_in.no_permission),
            SignInRefusal::NotFound => say!(self, sign_in.not_found),
            SignInRefusal::Request => say!(self, sign_in.request),
            SignInRefusal::Internal => say!(self, sign_in.internal),
            SignInRefusal::RateLimited => match refusal.retry_after_seconds {
                Some(seconds) => {
                    return say!(self, sign_in.rate_limited_seconds, count = seconds);
                }
                None => say!(self, sign_in.rate_limited),
            },
            SignInRefusal::Unavailable => match refusal.retry_after_seconds {
                Some(seconds) => {
                    return say!(self, sign_in.unavailable_seconds, count = seconds);
                }
                None => say!(self, sign_in.unavailable),
            },
            SignInRefusal::Gateway => {
                return say!(self, sign_in.gateway, status = status);
            }
            SignInRefusal::Other => return say!(self, sign_in.other, status = status),
        };
        sentence.into()
    }

    /// Who is signed in, in which project.
    #[must_use]
    pub fn session(self, session: &Session) -> String {
        let user = session.person.user.as_deref().unwrap_or_default();
        let project = project_name(&session.project);
        match &session.person.domain {
            Some(domain) => {
                say!(self, sign_in.session, user = user, domain = domain, project = project)
            }
            None => say!(self, sign_in.session_short, user = user, project = project),
        }
    }

    /// Until when the session lasts, or that it is over.
    #[must_use]
    pub fn session_end(self, session: &Session) -> String {
        let time = session.ends_at.and_then(Utc::from_unix_millis);
        let time = time.and_then(|time| self.local_time(&Time::parse(&time.written())));
        match (session.standing, time) {
            (Standing::Ended, _) => say!(self, sign_in.ended).into(),
            (Standing::Refused, _) => say!(self, sign_in.refused).into(),
            (Standing::Ending, Some(time)) => say!(self, sign_in.ending, time = time),
            (_, Some(time)) => say!(self, sign_in.until, time = time),
            (_, None) => say!(self, sign_in.until_unknown).into(),
        }
    }

    /// What is said to those who only hear it when one state follows another. Who is led to where the
    /// work goes on hears what that is called.
    #[must_use]
    pub fn sign_in_news(
        self,
        before: &SignIn,
        after: &SignIn,
        address: &str,
        is_led: bool,
    ) -> Option<String> {
        let standing = |state: &SignIn| state.session.as_ref().map(|session| session.standing);
        if let Some(session) = &after.session
            && session.standing > Standing::Good
            && standing(before) != Some(session.standing)
        {
            return Some(self.session_end(session));
        }
        if before.step == after.step {
            return None;
        }
        match &after.step {
            Step::Asking(Asked::Failed(failure))
            | Step::Unlisted(_, failure)
            | Step::Choosing(_, _, Some(failure)) => Some(self.sign_in_failure(failure, address)),
            Step::Asking(Asked::AtFirst) if before.session.is_some() && after.session.is_none() => {
                Some(say!(self, sign_in.signed_out).into())
            }
            Step::SigningIn(_) => Some(say!(self, sign_in.submitting).into()),
            Step::Choosing(_, projects, None) if before.is_busy() => {
                match has_a_project(projects) {
                    true if is_led => None,
                    true => Some(say!(self, sign_in.project_choose).into()),
                    false => Some(say!(self, sign_in.no_projects).into()),
                }
            }
            Step::Done => after.session.as_ref().map(|session| self.session(session)),
            _ => None,
        }
    }
}

/// The name of a project, or its id where it has none.
pub fn project_name(project: &Project) -> &str {
    project.name.as_deref().unwrap_or(&project.id)
}

//! Who is signed in and how far signing in has come, as plain values with pure transitions.
//!
//! Two things stand side by side: the session that requests are signed with, and the step of a
//! sign-in that is under way. A session that ends, or is about to, is renewed by going through
//! the steps again, and stays what it is until a new one takes its place.
//!
//! Times are milliseconds since 1970, by this device's clock.

use csbs::iam::{Project, SignInField, SignInProblem, without_object_storage};
use csbs::{Failure, HttpRequest, SignInRefusal, Token};

/// How long before its end a session is said to end, in milliseconds.
pub const WARNING: i64 = 10 * 60 * 1000;

/// Who is signed in, and the step of a sign-in that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignIn {
    /// What requests are signed with, if the person has signed in with a password.
    pub session: Option<Session>,
    /// How far signing in has come.
    pub step: Step,
}

/// How far signing in has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// User name and password are asked for; why once more, if they were given before.
    Asking(Asked),
    /// The part of the program that signs in is being fetched.
    Preparing,
    /// The password is under way.
    SigningIn(u32),
    /// The person is known, and the list of projects is being asked for.
    Listing(u32, Person),
    /// The list of projects could not be had.
    Unlisted(Person, Failure),
    /// The person chooses a project; why once more, if one was chosen before.
    Choosing(Person, Vec<Project>, Option<Failure>),
    /// The token of this project is being asked for.
    Entering(u32, Person, Vec<Project>, Project),
    /// There is a session, and nothing is asked for.
    Done,
}

/// Why user name and password are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Because the person is not signed in.
    AtFirst,
    /// The part of the program that signs in could not be fetched.
    Unprepared,
    /// What was typed is not complete.
    Problems(Vec<SignInProblem>),
    /// Signing in failed.
    Failed(Failure),
}

/// A person who has signed in, with a token that is good for listing projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The token of the domain.
    pub token: Token,
    /// The name of the user, as the service writes it.
    pub user: Option<String>,
    /// The name of the domain.
    pub domain: Option<String>,
}

/// A person in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The token of the project.
    pub token: Token,
    /// The person.
    pub person: Person,
    /// The project.
    pub project: Project,
    /// What else the person may choose.
    pub projects: Vec<Project>,
    /// When the token runs out, if that is known.
    pub ends_at: Option<i64>,
    /// How the session stands.
    pub standing: Standing,
}

/// How a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its token is good.
    Good,
    /// Its token runs out soon.
    Ending,
    /// Its token has run out.
    Ended,
    /// The service has refused its token.
    Refused,
}

impl Standing {
    /// Whether requests can no longer be signed.
    #[must_use]
    pub fn is_over(self) -> bool {
        self >= Self::Ended
    }
}

/// What happens while signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The person presses the button, and what was typed can be read or not.
    Typed(u32, Result<HttpRequest, Vec<SignInProblem>>),
    /// The service has answered the password.
    Known(u32, Result<Person, Failure>),
    /// The service has answered with the projects; with the project that the form names.
    Listed(u32, Result<Vec<Project>, Failure>, String),
    /// The person asks for the list of projects again.
    ListAgain(u32),
    /// The person chooses a project by its id.
    Choose(u32, String),
    /// The service has answered with the token of the project, and when it ends.
    Entered(u32, Result<(Token, Option<i64>), Failure>),
    /// The person cancels what is under way, or does not want to sign in again after all.
    Cancel,
    /// The person wants to sign in again.
    Again,
    /// The person wants another project.
    ChooseAnother,
    /// The person signs out, or pastes a token instead.
    SignOut,
    /// The service has refused the session's token.
    TokenRefused,
    /// It is this time now.
    Tick(i64),
}

/// What a transition wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Send the password.
    SignIn(u32, HttpRequest),
    /// Ask for the projects of a person.
    List(u32, Token),
    /// Ask for the token of a project.
    Enter(u32, Token, Project),
    /// End the request that is under way.
    Abort,
}

/// Whether there is one among them that can be worked in.
#[must_use]
pub fn has_a_project(projects: &[Project]) -> bool {
    projects.iter().any(|project| project.enabled)
}

impl SignIn {
    /// Whether user name and password are asked for, or under way.
    #[must_use]
    pub fn asks(&self) -> bool {
        matches!(self.step, Step::Asking(_) | Step::Preparing | Step::SigningIn(_))
    }

    /// Whether something is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(
            self.step,
            Step::Preparing | Step::SigningIn(_) | Step::Listing(..) | Step::Entering(..)
        )
    }

    /// The session, as long as requests can be signed with it.
    #[must_use]
    pub fn good_session(&self) -> Option<&Session> {
        self.session.as_ref().filter(|session| !session.standing.is_over())
    }

    /// What is wrong with a field of the form for signing in.
    #[must_use]
    pub fn problem_of(&self, field: SignInField) -> Option<&SignInProblem> {
        match &self.step {
            Step::Asking(Asked::Problems(all)) => all.iter().find(|one| one.field == field),
            _ => None,
        }
    }

    /// The person has changed a field: what was wrong with it no longer holds.
    pub fn mend(&mut self, field: SignInField) {
        if let Step::Asking(Asked::Problems(all)) = &mut self.step {
            all.retain(|problem| problem.field != field);
        }
    }
}

impl Default for Step {
    fn default() -> Self {
        Self::Asking(Asked::AtFirst)
    }
}

mod transition;

/// The projects in which there can be servers.
fn offered(projects: Vec<Project>) -> Vec<Project> {
    without_object_storage(projects)
}

/// Whether a failure says that the person has to give the password again.
fn has_run_out(failure: &Failure) -> bool {
    matches!(failure, Failure::Refused(refusal) if refusal.sign_in() == SignInRefusal::Token)
}

#[cfg(test)]
mod tests;

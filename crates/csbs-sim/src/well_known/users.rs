//! The users who can sign in, and those for whom it fails on purpose.

use std::time::Duration;

use super::{
    answer::Answer::{self, *},
    projects::{Project, projects},
};
use crate::{derived_id, error_body::Shape};

/// The domain of all users, by name and by id.
pub const DOMAIN: (&str, &str) = ("demo-domain", "398998b5392f4150ad48fe456d6de4f1");

/// The password of all users. Those for whom signing in fails on purpose take any.
pub const PASSWORD: &str = "demo-password";

/// The passcode of users with a second factor.
pub const PASSCODE: &str = "123456";

/// A user of the domain.
#[derive(Debug)]
pub struct User {
    /// The name to sign in with.
    pub name: &'static str,
    /// Whether a passcode is asked for besides the password.
    pub needs_passcode: bool,
    /// What the user, or the simulator, does.
    pub does: &'static str,
    /// The gist of what a person should see.
    pub shows: &'static str,
    pub(crate) sign_in: SignIn,
    pub(crate) sees: Sees,
}

/// How signing in goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SignIn {
    /// As it should.
    Works,
    /// As it should, after this time.
    WorksAfter(Duration),
    /// With a token that is good for this time only.
    ShortToken(Duration),
    /// With a token of this many characters.
    LongToken(usize),
    /// Accepted, but no token comes in the header.
    NoToken,
    /// Accepted with a token, but the body is this.
    OddBody(&'static str),
    /// Not: it ends with this status and answer, whatever password was given.
    Fails(u16, Answer),
}

/// Which projects a user is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sees {
    /// The first so many.
    First(usize),
    /// All of them.
    All,
    /// None, because listing them ends with this status and answer.
    Failure(u16, Answer),
}

impl User {
    /// The user's id: 32 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> String {
        derived_id::of_name("user", self.name).simple().to_string()
    }

    /// Whether the user signs in and sees projects without anything going wrong.
    #[must_use]
    pub fn is_for_trying_out(&self) -> bool {
        matches!((self.sign_in, self.sees), (SignIn::Works, Sees::First(_) | Sees::All))
    }

    /// The projects that the user may use.
    #[must_use]
    pub fn projects(&self) -> &'static [Project] {
        match self.sees {
            Sees::First(count) => projects().get(..count).unwrap_or_default(),
            Sees::All => projects(),
            Sees::Failure(..) => projects().get(..1).unwrap_or_default(),
        }
    }
}

/// All users, those who can sign in first.
#[must_use]
pub fn users() -> &'static [User] {
    USERS
}

const fn user(
    name: &'static str,
    (sign_in, sees): (SignIn, Sees),
    does: &'static str,
    shows: &'static str,
) -> User {
    User { name, needs_passcode: false, does, shows, sign_in, sees }
}

const WORKS: SignIn = SignIn::Works;
const USUAL: Sees = Sees::First(3);
const ONE: Sees = Sees::First(1);

const fn fails(status: u16, answer: Answer) -> (SignIn, Sees) {
    (SignIn::Fails(status, answer), USUAL)
}

const fn code(code: &'static str, message: &'static str) -> Answer {
    Code { code, message }
}

#[rustfmt::skip]
const USERS: &[User] = &[
    user("demo", (WORKS, USUAL), "has the projects eu-de, eu-de_finance and MOS", "Two projects to choose from; MOS is not offered"),
    user("one-project", (WORKS, ONE), "has the project eu-de only", "The project, without a choice to make"),
    user("many-projects", (WORKS, Sees::All), "has all projects of the table of projects, and 30 more", "Many projects to choose from; MOS is not offered"),
    user("no-projects", (WORKS, Sees::First(0)), "has no project", "There is no project to work in, and whom to ask"),
    User { needs_passcode: true, ..user("mfa", (WORKS, USUAL), "needs the passcode besides the password; without it, 401", "A passcode is asked for; then as `demo`") },
    user("short-token", (SignIn::ShortToken(Duration::from_secs(60)), USUAL), "gets a token that expires after a minute", "Sign in again when it has expired; nothing typed is lost"),
    user("long-token", (SignIn::LongToken(8000), USUAL), "gets a token of about 8000 characters", "As `demo`"),
    user("slow", (SignIn::WorksAfter(Duration::from_secs(5)), USUAL), "signs in after five seconds", "That it is under way, and a way to cancel; then as `demo`"),
    user("projects-fail", (WORKS, Sees::Failure(503, Shaped(Shape::Identity))), "signs in, but listing the projects gets 503", "The projects could not be listed; they can be asked for again, or the id typed"),

    user("refused-400", fails(400, Shaped(Shape::Identity)), "400, as IAM writes it", "The request was not accepted"),
    user("refused-401", fails(401, Shaped(Shape::Identity)), "401, as IAM writes it", "User name or password is wrong; what was typed stays"),
    user("refused-403", fails(403, Shaped(Shape::Identity)), "403, as IAM writes it", "The user may not sign in this way"),
    user("refused-404", fails(404, Shaped(Shape::Identity)), "404, as IAM writes it", "Something the request names does not exist"),
    user("busy-429", fails(429, Shaped(Shape::Identity)), "429 with Retry-After, as IAM writes it", "Too many requests: try again in 7 seconds"),
    user("failing-500", fails(500, Shaped(Shape::Identity)), "500, as IAM writes it", "The service met an error"),
    user("down-503", fails(503, Shaped(Shape::Identity)), "503 with Retry-After, as IAM writes it", "The service is not available: try again in 7 seconds"),
    user("code-400", fails(400, code("IAM.0011", "Request body is invalid.")), "400 with IAM.0011, in a body with `error_code`", "The request was not accepted"),
    user("code-401", fails(401, code("IAM.0062", "Incorrect password.")), "401 with IAM.0062, in a body with `error_code`", "The password is wrong; what was typed stays"),
    user("locked", fails(401, code("IAM.0061", "The user is locked.")), "401 with IAM.0061, in a body with `error_code`", "The user is locked for a while"),
    user("disabled", fails(401, code("IAM.0080", "The user is disabled.")), "401 with IAM.0080, in a body with `error_code`", "The user is disabled"),
    user("wrong-passcode", fails(401, IdentityCode { code: "IAM.1061", message: "The passcode is wrong." }), "401 with IAM.1061 as a text in IAM's own body", "The passcode is wrong; what was typed stays"),
    user("code-403", fails(403, code("IAM.0002", "You are not authorized to perform the requested action.")), "403 with IAM.0002, in a body with `error_code`", "The user may not sign in this way"),
    user("code-429", fails(429, code("IAM.0012", "Too many requests.")), "429 with IAM.0012, in a body with `error_code`, without Retry-After", "Too many requests: try again later"),
    user("html", fails(502, Shaped(Shape::Html)), "an HTML page with 502, from a gateway", "A gateway answered instead of the service"),
    user("closed", fails(500, HangUp), "closes the connection before any answer", "The service was not reached, or the connection was lost"),
    user("silent", fails(500, Silence), "never answers", "No answer within the time limit, or cancelled"),
    user("no-token", (SignIn::NoToken, USUAL), "201 without the header X-Subject-Token", "The answer holds no token: perhaps the proxy removed it"),
    user("odd-body", (SignIn::OddBody("<html><body>Welcome</body></html>\n"), USUAL), "201 with a token, but an HTML page as the body", "Signed in if the header is enough, otherwise that the answer cannot be read"),
];

//! What signing in asks of the service: a token for the person, the projects, a token for one of
//! them. And the clock of the session that comes of it.

use csbs::iam::{
    Credentials, Project, Scope, SignInField, project_token_request, projects_request,
    sign_in_request,
};
use csbs::{
    Failure, HttpRequest, HttpResponse, NotSent, ProjectId, Refusal, RefusalKind, Token,
    read_projects_answer, read_token_answer,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::Console;
use super::sign_in::{Asked, Command, Event, Person, Session, SignIn, Step, WARNING};
use crate::browser;
use crate::config::Config;
use crate::session::Access;
use crate::transport::{self, Abort};

/// The ids of what takes the focus while signing in.
pub mod id {
    /// The card for access.
    pub const CARD: &str = "csbs-access";
    /// Domain, user name, password and one-time code, in this order.
    pub const FIELDS: [&str; 4] =
        ["csbs-sign-in-domain", "csbs-sign-in-user", "csbs-sign-in-password", "csbs-sign-in-code"];
    /// The button that signs in.
    pub const SUBMIT: &str = "csbs-sign-in-submit";
    /// The list of projects.
    pub const PROJECTS: &str = "csbs-sign-in-projects";
    /// The button that asks for the projects again.
    pub const LIST_AGAIN: &str = "csbs-sign-in-list-again";
}

/// How often the session's end is looked at; timers of a computer that sleeps are late.
const LOOK: i64 = 30_000;

/// Signs in with domain, user name, password and one-time code as they were typed.
pub fn enter(console: Console, typed: [Zeroizing<String>; 4]) {
    let [domain, user, password, code] = &typed;
    let credentials = Credentials::read(domain, user, password, code);
    let request = credentials.map(|credentials| sign_in_request(credentials, &Scope::Domain));
    drop(typed);
    tell(console, Event::Typed(next(console), request));
}

/// Lets go of the session, and of all that was typed for it.
pub fn sign_out(console: Console) {
    id::FIELDS.into_iter().for_each(|id| browser::fill_field(id, ""));
    tell(console, Event::SignOut);
    browser::focus_soon(id::CARD);
}

/// The number of the next request for signing in.
pub fn next(console: Console) -> u32 {
    console.inner.try_update_value(|inner| inner.sign_ins += 1);
    console.inner.try_with_value(|inner| inner.sign_ins).unwrap_or_default()
}

/// Looks whether an answer refuses the token of the session. The request is not repeated.
pub fn heed(console: Console, signed_with: Option<&Token>, response: &HttpResponse) {
    if response.status < 400 {
        return;
    }
    let is_refused = Refusal::read(response.clone()).kind() == RefusalKind::SignInAgain;
    let is_session = console.sign_in.try_with_untracked(|sign_in| {
        sign_in.session.as_ref().map(|session| &session.token) == signed_with
    });
    if is_refused && signed_with.is_some() && is_session == Some(true) {
        tell(console, Event::TokenRefused);
    }
}

/// Gives an event to the state machine, does what it asks for, and keeps the form in step.
pub fn tell(console: Console, event: Event) {
    let Some(before) = console.sign_in.try_get_untracked() else {
        return;
    };
    let leads = match event {
        Event::Tick(_) | Event::TokenRefused => false,
        // Whoever has gone on to something else while the service was asked stays there.
        Event::Known(..) | Event::Listed(..) | Event::Entered(..) => {
            !browser::is_focus_outside(id::CARD)
        }
        _ => true,
    };
    let (after, command) = before.clone().on(event);
    if after != before {
        browser::rescue_focus(id::CARD);
        follow(console, &before, &after);
        let _ = console.sign_in.try_set(after.clone());
        if leads {
            lead(&after);
        }
    }
    if let Some(command) = command {
        carry_out(console, command);
    }
}

/// Where the password is sent.
pub fn address(console: Console) -> String {
    let config = console.config();
    config
        .identity_address
        .as_ref()
        .map(|address| address.shown(&browser::origin()))
        .unwrap_or_default()
}

/// The form's token and project are those of the session, and none when it is over.
fn follow(console: Console, before: &SignIn, after: &SignIn) {
    let token = |state: &SignIn| state.good_session().map(|session| session.token.clone());
    let form = console.form;
    if token(before) == token(after) {
        return;
    }
    match after.good_session() {
        Some(Session { token, project, ends_at, .. }) => {
            form.access.set(Access::Token(token.clone()));
            form.project_id.change(project.id.clone());
            if let Some(ends_at) = *ends_at {
                set_timeout(move || watch(console, ends_at), std::time::Duration::ZERO);
            }
        }
        None => console.forget_token(),
    }
}

/// Puts the focus where the work goes on, as what had it may be gone.
fn lead(state: &SignIn) {
    let [domain, user, password, code] = id::FIELDS;
    let place = match &state.step {
        Step::Asking(Asked::Problems(problems)) => {
            match problems.first().map(|problem| problem.field) {
                Some(SignInField::Domain) => domain,
                Some(SignInField::User) => user,
                Some(SignInField::OneTimeCode) => code,
                _ => password,
            }
        }
        Step::Asking(Asked::Failed(_)) => password,
        Step::Asking(_) if state.session.is_some() => password,
        Step::Asking(_) => id::SUBMIT,
        Step::Unlisted(..) => id::LIST_AGAIN,
        Step::Choosing(..) => id::PROJECTS,
        Step::Done | Step::Listing(..) | Step::Entering(..) => id::CARD,
        Step::Preparing | Step::SigningIn(_) => return,
    };
    browser::focus_soon(place);
}

/// Looks at the clock until this session ends or another one takes its place.
fn watch(console: Console, ends_at: i64) {
    let now = browser::now();
    tell(console, Event::Tick(now));
    let is_current = console.sign_in.try_with_untracked(|state| {
        state.good_session().is_some_and(|session| session.ends_at == Some(ends_at))
    });
    if is_current == Some(true) {
        let warning = ends_at - WARNING;
        let next = if now < warning { warning } else { ends_at };
        let wait = (next - now).clamp(10, LOOK).unsigned_abs();
        set_timeout(move || watch(console, ends_at), std::time::Duration::from_millis(wait));
    }
}

fn carry_out(console: Console, command: Command) {
    spawn_local(async move {
        match command {
            Command::SignIn(attempt, request) => {
                let answer = ask(console, request, None).await.and_then(read_token_answer);
                if answer.as_ref().err().is_none_or(Failure::is_of_the_service) {
                    // The service has seen it: nobody needs it any more.
                    let [_, _, password, code] = id::FIELDS;
                    [password, code].into_iter().for_each(|id| browser::fill_field(id, ""));
                }
                let person = answer.map(|answer| Person {
                    token: answer.token,
                    user: answer.user.name,
                    domain: answer.domain.name,
                });
                tell(console, Event::Known(attempt, person));
            }
            Command::List(attempt, token) => {
                let answer = ask(console, projects_request(), Some(token)).await;
                let projects = answer.and_then(read_projects_answer);
                let wanted = console.form.project_id.text.try_get_untracked();
                let wanted = wanted.map(|typed| typed.trim().to_owned()).unwrap_or_default();
                tell(console, Event::Listed(attempt, projects, wanted));
            }
            Command::Enter(attempt, token, project) => {
                let entered = enter_project(console, token, &project).await;
                tell(console, Event::Entered(attempt, entered));
            }
            Command::Abort => {
                let abort = console.inner.try_with_value(|inner| inner.sign_in_abort.clone());
                abort.flatten().into_iter().for_each(|abort| abort.cancel());
            }
        }
    });
}

async fn enter_project(
    console: Console,
    token: Token,
    project: &Project,
) -> Result<(Token, Option<i64>), Failure> {
    let id = ProjectId::parse(&project.id).map_err(|_| Failure::NotSent(NotSent::NotBuilt))?;
    let response = ask(console, project_token_request(&token, &id), None).await?;
    // The service's clock and this one may differ: what counts is how long the token is good.
    let ahead = response.clock_ahead(browser::now());
    let answer = read_token_answer(response)?;
    let ends_at = answer.expires_at.and_then(|time| time.unix_millis());
    Ok((answer.token, ends_at.map(|ends_at| ends_at.saturating_add(ahead))))
}

async fn ask(
    console: Console,
    request: HttpRequest,
    token: Option<Token>,
) -> Result<HttpResponse, Failure> {
    let config = console.try_config().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    let address = config.identity_address.clone().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    let config = Config { backup_address: address, ..(*config).clone() };
    let abort = Abort::new();
    console.inner.try_update_value(|inner| inner.sign_in_abort = Some(abort.clone()));
    transport::send(&config, &request, token.as_ref(), &abort).await
}

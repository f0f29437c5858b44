//! Signing in, from the answer to the password on: choosing a project, and the session.

use csbs::iam::Project;
use csbs::{Failure, Fault, Field};
use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::failure::details;
use crate::components::group::paragraph;
use crate::components::message::{News, message};
use crate::config::Way;
use crate::state::Console;
use crate::state::identity::{self, id};
use crate::state::sign_in::{Asked, Event, Session, SignIn, Standing, Step};
use crate::words::{project_name, say, use_words};

mod projects;

/// What to change in a field of the form; without a token, how to get one.
pub fn fault(field: Field, fault: &Fault) -> String {
    let words = use_words();
    let is_password = use_context::<Console>()
        .is_some_and(|console| console.way.get_untracked() == Way::Password);
    if field == Field::Token && is_password {
        say!(words, sign_in.needed).into()
    } else {
        words.fault(field, fault)
    }
}

/// How far signing in has come, in the card for access.
pub fn panel(console: Console) -> AnyView {
    announce(console);
    let drawn = Memo::new(move |_| {
        console.sign_in.with(|state| (state.step.clone(), state.good_session().is_some()))
    });
    let content = move || {
        // Reading a memo makes it follow what it reads; only then does it wake this.
        drawn.with(|_| console.sign_in.with_untracked(|state| progress(console, state)))
    };
    view! { {content} }.into_any()
}

/// Says what has changed to those who only hear it.
fn announce(console: Console) {
    let words = use_words();
    Effect::new(move |before: Option<SignIn>| {
        let after = console.sign_in.get();
        let address = identity::address(console);
        let is_led = !browser::is_focus_outside(id::CARD);
        let said = before.and_then(|before| words.sign_in_news(&before, &after, &address, is_led));
        // How far it has come is out of date once there is more to say; what came of it is not.
        match (said, &after.step) {
            (Some(said), Step::SigningIn(_)) => console.announcer.say(said),
            (Some(said), _) => console.announcer.tell(said),
            (None, _) => {}
        }
        after
    });
}

fn progress(console: Console, state: &SignIn) -> AnyView {
    let words = use_words();
    let waiting = |what: String| {
        let cancel = press(console, say!(words, action.cancel), || Event::Cancel);
        (message(News::Neutral, what, Vec::new()), row(cancel)).into_any()
    };
    match &state.step {
        Step::Asking(Asked::Failed(failure)) => {
            (failed(console, say!(words, sign_in.failed), failure), keep(console, state)).into_any()
        }
        Step::Asking(_) | Step::Preparing => keep(console, state),
        Step::SigningIn(_) => waiting(say!(words, sign_in.submitting).into()),
        Step::Listing(..) => waiting(say!(words, sign_in.listing).into()),
        Step::Entering(_, _, _, project) => {
            let project = project_name(project);
            waiting(say!(words, sign_in.entering, project = project))
        }
        Step::Unlisted(_, failure) => {
            let again =
                move |()| identity::tell(console, Event::ListAgain(identity::next(console)));
            let again = view! {
                <Button
                    label=say!(words, sign_in.list_again)
                    id=id::LIST_AGAIN
                    press=Callback::new(again)
                />
            }
            .into_any();
            let message = failed(console, say!(words, sign_in.unlisted), failure);
            (message, row((again, someone_else(console)).into_any())).into_any()
        }
        Step::Choosing(_, projects, failure) => {
            let failure = failure
                .as_ref()
                .map(|failure| failed(console, say!(words, sign_in.project_failed), failure));
            (failure, projects::choice(console, projects)).into_any()
        }
        Step::Done => {
            let session = state.session.as_ref();
            session
                .map(|session| (paragraph(words.session(session)), change(console, session)))
                .into_any()
        }
    }
}

/// Why a step failed, with everything that the service said.
fn failed(console: Console, title: &'static str, failure: &Failure) -> AnyView {
    let words = use_words();
    let sentence = words.sign_in_failure(failure, &identity::address(console));
    (message(News::Bad, title.into(), vec![sentence]), details(failure)).into_any()
}

/// While a session is still good, the person need not sign in again.
fn keep(console: Console, state: &SignIn) -> AnyView {
    let words = use_words();
    let session = state.good_session();
    session
        .map(|session| {
            let cancel = press(console, say!(words, action.cancel), || Event::Cancel);
            (paragraph(words.session(session)), row(cancel)).into_any()
        })
        .into_any()
}

fn change(console: Console, session: &Session) -> AnyView {
    let words = use_words();
    let another = is_choice(&session.projects)
        .then(|| press(console, say!(words, sign_in.project_another), || Event::ChooseAnother));
    row((another, sign_out(console, Weight::Normal)).into_any())
}

fn is_choice(projects: &[Project]) -> bool {
    projects.iter().filter(|project| project.enabled).count() > 1
}

fn someone_else(console: Console) -> AnyView {
    press(console, say!(use_words(), sign_in.someone_else), || Event::Cancel)
}

fn sign_out(console: Console, weight: Weight) -> AnyView {
    let words = use_words();
    let press = Callback::new(move |()| identity::sign_out(console));
    view! { <Button label=say!(words, sign_in.sign_out) weight=weight press=press /> }.into_any()
}

fn press(console: Console, label: &'static str, event: fn() -> Event) -> AnyView {
    let press = Callback::new(move |()| identity::tell(console, event()));
    view! { <Button label=label press=press /> }.into_any()
}

fn row(content: AnyView) -> AnyView {
    view! { <div class="csbs-row">{content}</div> }.into_any()
}

/// Who is signed in, in which project, until when; and the way out.
pub fn bar(console: Console) -> AnyView {
    let words = use_words();
    let session = Memo::new(move |_| console.sign_in.with(|state| state.session.clone()));
    // No timer runs while the device sleeps. What wakes up is mostly shown anew, or connects anew.
    browser::when_sight_or_network_changes(move || {
        identity::tell(console, Event::Tick(browser::now()));
    });
    let again = move |()| {
        console.choose_way(Way::Password);
        identity::tell(console, Event::Again);
        browser::focus_soon(id::FIELDS[2]);
    };
    let content = move |session: &Session| {
        let is_good = session.standing == Standing::Good;
        let again = (!is_good).then(|| {
            let press = Callback::new(again);
            view! { <Button label=say!(words, sign_in.again) weight=Weight::Small press=press /> }
                .into_any()
        });
        let end = words.session_end(session);
        let who = (!session.standing.is_over()).then(|| paragraph(words.session(session)));
        view! {
            {who}
            <p class="csbs-session__end" data-good=is_good.to_string()>
                {(!is_good).then_some("! ")}
                {end}
            </p>
            {again}
            {sign_out(console, Weight::Small)}
        }
        .into_any()
    };
    let content = move || session.with(|session| session.as_ref().map(content));
    view! { {content} }.into_any()
}

/// The project of the session, in place of the field for it.
pub fn project(console: Console) -> AnyView {
    let words = use_words();
    console
        .sign_in
        .with_untracked(|state| {
            let session = state.good_session()?;
            let another = is_choice(&session.projects).then(|| {
                press(console, say!(words, sign_in.project_another), || Event::ChooseAnother)
            });
            let name = project_name(&session.project).to_owned();
            let id = session.project.id.clone();
            Some(
                view! {
                    <div class="csbs-field" data-testid="project">
                        <p class="csbs-field__label">{say!(words, sign_in.project)}</p>
                        <p>{name}</p>
                        <p>
                            <code>{id}</code>
                        </p>
                        <div class="csbs-row">{another}</div>
                    </div>
                }
                .into_any(),
            )
        })
        .into_any()
}

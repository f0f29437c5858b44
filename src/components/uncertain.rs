//! A request whose outcome is open: first find out, and only then offer to send again.

use csbs::Outcome;
use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::failure::details;
use crate::components::message::{News, message};
use crate::components::submit::submit;
use crate::state::repeat::when_a_token_comes;
use crate::state::{Console, Event, Search, Submission, unsettled};
use crate::words::{say, use_words};

/// What is known, and the question to the service.
#[component]
pub fn UncertainPanel() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let failure = console.submission.with_untracked(|submission| match submission {
        Submission::Uncertain(_, failure, _) => Some(failure.clone()),
        _ => None,
    });
    failure
        .map(|failure| {
            let title = match failure.outcome() {
                Outcome::ProbablyCreated => say!(words, failure.probably_heading),
                _ => say!(words, failure.unknown_heading),
            };
            let sentences =
                vec![words.failure(&failure, &console.address()), say!(words, search.first).into()];
            (
                message(News::Open, title.into(), sentences),
                view! { <Question /> },
                details(&failure),
            )
                .into_any()
        })
        .into_any()
}

#[component]
fn Question() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let search = move |is: fn(&Search) -> bool| {
        console.submission.with(
            |submission| matches!(submission, Submission::Uncertain(_, _, search) if is(search)),
        )
    };
    let lacks_token = move || {
        console.submission.with_untracked(|submission| {
            matches!(submission, Submission::Uncertain(_, _, Search::Failed(why)) if why.lacks_token())
        })
    };
    when_a_token_comes(console, lacks_token, move || console.tell(Event::Ask));
    let answer = move || {
        console.submission.with(|submission| match submission {
            Submission::Uncertain(_, _, Search::NotAsked) => say!(words, search.why).to_owned(),
            Submission::Uncertain(_, _, Search::Asking) => say!(words, search.asking).to_owned(),
            Submission::Uncertain(_, _, Search::NothingFound) => {
                say!(words, search.nothing).to_owned()
            }
            Submission::Uncertain(_, _, Search::Failed(why)) => {
                format!("{} {}", say!(words, search.failed), words.failure(why, &console.address()))
            }
            _ => String::new(),
        })
    };
    Effect::new(move |told: Option<String>| {
        let answer = answer();
        if told.is_some_and(|told| told != answer) && !answer.is_empty() {
            // As with what became of the request: see app.rs.
            if search(|search| *search == Search::Asking) {
                console.announcer.say(answer.clone());
            } else {
                console.announcer.tell(answer.clone());
            }
        }
        answer
    });
    let label = move || {
        if search(|search| *search == Search::NotAsked) {
            say!(words, search.action).to_owned()
        } else {
            say!(words, search.again).to_owned()
        }
    };
    let set_aside = move |()| {
        unsettled::settle();
        console.tell(Event::Dismiss);
        browser::focus_soon("csbs-submit");
    };
    view! {
        <p>{answer}</p>
        <div class="csbs-row">
            <Button
                label=Signal::derive(label)
                weight=Weight::Primary
                disabled=Signal::derive(move || search(|search| *search == Search::Asking))
                press=Callback::new(move |()| console.tell(Event::Ask))
            />
            <Button
                label=say!(words, search.send_again)
                hidden=Signal::derive(move || !search(|search| *search == Search::NothingFound))
                press=Callback::new(move |()| submit(console))
            />
            <Button label=say!(words, search.set_aside) press=Callback::new(set_aside) />
        </div>
    }
    .into_any()
}

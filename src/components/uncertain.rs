//! A request whose outcome is open: first find out, and only then offer to send again.

use csbs::Outcome;
use leptos::prelude::*;

use crate::browser;
use crate::components::failure::details;
use crate::components::submit::submit;
use crate::state::{Console, Event, Search, Submission};
use crate::words::{say, use_words};

/// What is known, and the question to the service.
#[component]
pub fn UncertainPanel() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let failure = console
        .submission
        .with_untracked(|submission| match submission {
            Submission::Uncertain(_, failure, _) => Some(failure.clone()),
            _ => None,
        });
    failure.map(|failure| {
        let title = match failure.outcome() {
            Outcome::ProbablyCreated => say!(words, failure.probably_heading),
            _ => say!(words, failure.unknown_heading),
        };
        view! {
            <div class="csbs-message csbs-message--warning">
                <p class="csbs-message__title">"? " {title}</p>
                <p>{words.failure(&failure, &console.address())}</p>
                <p>{say!(words, search.first)}</p>
            </div>
            <Question />
            {details(&failure)}
        }
    })
}

#[component]
fn Question() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let search = Memo::new(move |_| {
        console.submission.with(|submission| match submission {
            Submission::Uncertain(_, _, search) => search.clone(),
            _ => Search::NotAsked,
        })
    });
    let asking = Memo::new(move |_| search.with(|search| *search == Search::Asking));
    let nothing_found = Memo::new(move |_| search.with(|search| *search == Search::NothingFound));
    let answer = move || {
        search.with(|search| match search {
            Search::NotAsked => say!(words, search.why).to_owned(),
            Search::Asking => say!(words, search.asking).to_owned(),
            Search::NothingFound => say!(words, search.nothing).to_owned(),
            Search::Failed(why) => {
                format!(
                    "{} {}",
                    say!(words, search.failed),
                    words.failure(why, &console.address())
                )
            }
        })
    };
    let label = move || {
        if search.with(|search| *search == Search::NotAsked) {
            say!(words, search.action)
        } else {
            say!(words, search.again)
        }
    };
    let set_aside = move |_| {
        console.tell(Event::Dismiss);
        browser::focus_soon("csbs-submit");
    };
    view! {
        <p role="status">{answer}</p>
        <div class="csbs-row">
            <button
                type="button"
                class="csbs-button csbs-button--primary"
                aria-disabled=move || asking.get().to_string()
                on:click=move |_| console.tell(Event::Ask)
            >
                {label}
            </button>
            <button
                type="button"
                class="csbs-button"
                hidden=move || !nothing_found.get()
                on:click=move |_| submit(console)
            >
                {say!(words, search.send_again)}
            </button>
            <button type="button" class="csbs-button" on:click=set_aside>
                {say!(words, search.set_aside)}
            </button>
        </div>
    }
}

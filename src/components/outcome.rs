//! What came of sending: nothing yet, waiting, started, refused, or not known.

use leptos::prelude::*;

use crate::components::group::{News, note, plain_message};
use crate::components::later_part::later_part;
use crate::state::console::{OUTCOME_ID, OUTCOME_TITLE_ID};
use crate::state::{Console, Submission};
use crate::words::{say, use_words};

/// Which panel is shown. Changes within one, such as the progress of a search, draw only what
/// differs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    None,
    Sending,
    Checking,
    Many,
    Unprepared,
    NotProtectable,
    Started,
    NotCreated,
    Uncertain,
}

/// The panel beside the form.
#[component]
pub fn OutcomePanel() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    // The attempt belongs to it: two refusals in a row are two panels.
    let panel = Memo::new(move |_| {
        console.submission.with(|submission| match submission {
            Submission::Editing => (Panel::None, 0),
            Submission::Preparing(sent) | Submission::Sending(sent) => {
                (Panel::Sending, sent.attempt)
            }
            Submission::PreparingMany(attempt, _) => (Panel::Sending, *attempt),
            Submission::Many => (Panel::Many, 0),
            Submission::Checking(sent) => (Panel::Checking, sent.attempt),
            Submission::NotProtectable(sent, _) => (Panel::NotProtectable, sent.attempt),
            Submission::Unprepared => (Panel::Unprepared, 0),
            Submission::Started(sent, _) => (Panel::Started, sent.attempt),
            Submission::NotCreated(sent, _) => (Panel::NotCreated, sent.attempt),
            Submission::Uncertain(sent, ..) => (Panel::Uncertain, sent.attempt),
        })
    });
    view! {
        <section
            id=OUTCOME_ID
            class="csbs-card"
            tabindex="-1"
            aria-labelledby=OUTCOME_TITLE_ID
            aria-busy=move || console.sending.get().to_string()
        >
            <h2 id=OUTCOME_TITLE_ID class="csbs-card__title">
                {say!(words, result.heading)}
            </h2>
            {move || match panel.get().0 {
                Panel::None => note(say!(words, result.none)),
                Panel::Sending => sending(),
                Panel::Checking => checking(),
                Panel::Unprepared => unprepared(),
                Panel::Many
                | Panel::NotProtectable
                | Panel::Started
                | Panel::NotCreated
                | Panel::Uncertain => {
                    match console.later() {
                        Some(Ok(later)) => (later.outcome)(console),
                        _ => sending(),
                    }
                }
            }}
        </section>
    }
    .into_any()
}

/// The backups of earlier, below the result, once the part of the program that knows of them is
/// here. It is drawn once: what it holds must outlive everything that happens to the form.
#[component]
pub fn RecentPanel() -> AnyView {
    later_part(expect_context::<Console>(), |later| later.recent)
}

fn sending() -> AnyView {
    let words = use_words();
    let seconds = expect_context::<Console>().config().timeout_seconds;
    awaited(say!(words, result.sending), say!(words, result.sending_hint, seconds = seconds))
}

fn checking() -> AnyView {
    let words = use_words();
    awaited(say!(words, servers.check_asking), say!(words, servers.check_before_hint).to_owned())
}

/// What is being done, in the place that the result will take.
fn awaited(title: &str, hint: String) -> AnyView {
    let message = plain_message(News::Neutral, title.to_owned(), vec![hint]);
    view! { <div class="csbs-awaited csbs-awaited--result">{message}</div> }.into_any()
}

fn unprepared() -> AnyView {
    let words = use_words();
    let sentence = say!(words, failure.unprepared).to_owned();
    plain_message(News::Bad, say!(words, failure.not_sent).into(), vec![sentence])
}

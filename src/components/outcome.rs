//! What came of sending: nothing yet, waiting, started, refused, or not known.

use leptos::prelude::*;

use crate::components::element::{element, true_or_false};
use crate::components::group::{News, card, note, plain_message};
use crate::components::later_part::later_part;
use crate::state::console::{OUTCOME_ID, OUTCOME_TITLE_ID};
use crate::state::{Console, Submission, passing};
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
pub fn outcome_panel(console: Console) -> AnyView {
    let words = use_words();
    // The attempt belongs to it: two refusals in a row are two panels.
    let panel = passing(move |_| {
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
    let content = move || match panel.get().0 {
        Panel::None => note(say!(words, result.none)),
        Panel::Sending => sending(),
        Panel::Checking => checking(),
        Panel::Unprepared => unprepared(),
        Panel::Many
        | Panel::NotProtectable
        | Panel::Started
        | Panel::NotCreated
        | Panel::Uncertain => match console.later() {
            Some(Ok(later)) => (later.outcome)(console),
            _ => sending(),
        },
    };
    card(OUTCOME_TITLE_ID, say!(words, result.heading))
        .attr("id", OUTCOME_ID)
        .attr("tabindex", "-1")
        .live_attr("aria-busy", move || Some(true_or_false(console.sending.get()).into()))
        .live(move || Some(content()))
        .done()
}

/// The backups of earlier, below the result, once the part of the program that knows of them is
/// here. It is drawn once: what it holds must outlive everything that happens to the form.
pub fn recent_panel(console: Console) -> AnyView {
    later_part(console, |later| later.recent)
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
    element("div").class("csbs-awaited csbs-awaited--result").child(message).done()
}

fn unprepared() -> AnyView {
    let words = use_words();
    let sentence = say!(words, failure.unprepared).to_owned();
    plain_message(News::Bad, say!(words, failure.not_sent).into(), vec![sentence])
}

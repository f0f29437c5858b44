//! Sending, cancelling, clearing.

use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::element::element;
use crate::components::error_summary;
use crate::state::console::{Held, OUTCOME_ID, OUTCOME_TITLE_ID};
use crate::state::{Console, Event, passing};
use crate::words::{say, use_words};

const ID: &str = "csbs-submit";

/// The id of the button that starts a backup once more, beside what came of the first time.
pub const SAME_AGAIN: &str = "csbs-same-again";

/// The buttons at the end of the form.
pub fn submit_bar(console: Console) -> AnyView {
    let words = use_words();
    let sending = console.sending;
    let cancel = move |()| {
        console.tell(Event::Cancel);
        browser::focus_soon(ID);
    };
    let clear = move |()| {
        console.form.clear();
        console.keep_project();
        console.announcer.confirm(say!(words, action.cleared).into());
    };
    let several = console.form.several;
    let count = passing(move |_| several.with(|several| several.count));
    let start = move || match count.get() {
        _ if sending.get() => say!(words, action.starting).to_owned(),
        count if count > 1 => say!(words, action.start_many, count = count),
        _ => say!(words, action.start).to_owned(),
    };
    let start = view! {
        <Button label=Signal::derive(start) id=ID weight=Weight::Primary disabled=sending />
    };
    let cancel = view! {
        <Button
            label=say!(words, action.cancel)
            hidden=Signal::derive(move || !sending.get())
            press=Callback::new(cancel)
        />
    };
    let clear = view! {
        <Button label=say!(words, action.clear) hidden=sending press=Callback::new(clear) />
    };
    let row = element("div").class("csbs-row csbs-row--submit");
    row.child(start).child(cancel).child(clear).done()
}

/// Sends the form, or leads to what has to be corrected or found out first.
pub fn submit(console: Console) {
    if console.sending.get_untracked() {
        return;
    }
    if !console.may_send() {
        browser::focus_soon(OUTCOME_ID);
    } else {
        after(console, console.submit(false));
    }
}

/// Sends what was started already, because the person has been told and wants it.
pub fn submit_again(console: Console) {
    after(console, console.submit(true));
}

fn after(console: Console, sent: Result<(), Held>) {
    match sent {
        Ok(()) => browser::reveal_soon(OUTCOME_TITLE_ID, OUTCOME_ID),
        // The summary is there as soon as its sentences are, or cannot be had.
        Err(Held::Problems) => {
            console.when_later(|_| browser::focus_soon(error_summary::ID));
        }
        Err(Held::StartedAlready) => {
            console.announcer.say(say!(use_words(), result.started_already).into());
            browser::focus_soon(SAME_AGAIN);
        }
    }
}

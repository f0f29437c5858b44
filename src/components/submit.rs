//! Sending, cancelling, clearing.

use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::error_summary;
use crate::state::console::OUTCOME_ID;
use crate::state::{Console, Event};
use crate::words::{say, use_words};

const ID: &str = "csbs-submit";

/// The buttons at the end of the form.
#[component]
pub fn SubmitBar() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let sending = console.sending;
    let cancel = move |()| {
        console.tell(Event::Cancel);
        browser::focus_soon(ID);
    };
    let clear = move |()| {
        console.form.clear();
        console.announcer.say(say!(words, action.cleared).into());
    };
    let start = move || {
        let label =
            if sending.get() { say!(words, action.starting) } else { say!(words, action.start) };
        label.to_owned()
    };
    view! {
        <div class="csbs-row">
            <Button
                label=Signal::derive(start)
                id=ID
                weight=Weight::Primary
                disabled=sending
            />
            <Button
                label=say!(words, action.cancel)
                hidden=Signal::derive(move || !sending.get())
                press=Callback::new(cancel)
            />
            <Button label=say!(words, action.clear) hidden=sending press=Callback::new(clear) />
        </div>
    }
    .into_any()
}

/// Sends the form, or leads to what has to be corrected or found out first.
pub fn submit(console: Console) {
    if console.sending.get_untracked() {
        return;
    }
    if !console.submission.with_untracked(crate::state::Submission::may_send) {
        browser::focus_soon(OUTCOME_ID);
    } else if console.submit().is_err() {
        browser::focus_soon(error_summary::ID);
    } else {
        browser::reveal_soon(OUTCOME_ID);
    }
}

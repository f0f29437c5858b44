//! Sending, cancelling, clearing.

use leptos::prelude::*;

use crate::browser;
use crate::components::{error_summary, outcome};
use crate::state::{Console, Event};
use crate::words::{say, use_words};

const ID: &str = "csbs-submit";

/// The buttons at the end of the form.
#[component]
pub fn SubmitBar() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let sending = console.sending;
    let cancel = move |_| {
        console.tell(Event::Cancel);
        browser::focus_soon(ID);
    };
    let clear = move |_| {
        if !sending.get_untracked() {
            console.form.clear();
            console.announcer.say(say!(words, action.cleared).into());
        }
    };
    view! {
        <div class="csbs-row">
            <button
                type="submit"
                id=ID
                class="csbs-button csbs-button--primary"
                aria-disabled=move || sending.get().to_string()
            >
                {move || {
                    sending.get().then(|| view! { <span class="csbs-busy" aria-hidden="true"></span> })
                }}
                {move || {
                    if sending.get() { say!(words, action.starting) } else { say!(words, action.start) }
                }}
            </button>
            <button type="button" class="csbs-button" hidden=move || !sending.get() on:click=cancel>
                {say!(words, action.cancel)}
            </button>
            <button type="button" class="csbs-button" hidden=move || sending.get() on:click=clear>
                {say!(words, action.clear)}
            </button>
        </div>
    }
}

/// Sends the form, or leads to what has to be corrected or found out first.
pub fn submit(console: Console) {
    if console.sending.get_untracked() {
        return;
    }
    if !console
        .submission
        .with_untracked(crate::state::Submission::may_send)
    {
        browser::focus_soon(outcome::ID);
    } else if console.submit().is_err() {
        browser::focus_soon(error_summary::ID);
    } else {
        browser::reveal_soon(outcome::ID);
    }
}

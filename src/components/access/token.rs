//! The token: pasted into a password field, read at once, forgotten with one press.

use csbs::Field;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::destination::and_note;
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::field_frame::{FieldFrame, described_by, sentence};
use crate::config::Way;
use crate::state::Console;
use crate::words::{say, use_words};

const ID: &str = "csbs-token";

/// Puts a text into the field, without telling the console.
pub fn fill(text: &str) {
    browser::fill_field(ID, text);
}

/// The form for the token. Its text stays in the browser's own control: no signal, and so no
/// part of the drawn page, ever holds it.
pub fn form(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let visible = RwSignal::new(false);
    let error = Memo::new(move |_| {
        let fault = form.shown(Field::Token, form.access_seen.get());
        fault.and_then(|fault| sentence(Field::Token, &fault))
    });
    let forget = move |()| {
        fill("");
        visible.set(false);
        console.forget_token();
        console.announcer.say(say!(words, token.forgotten).into());
        browser::focus_soon(ID);
    };
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        browser::focus_soon("csbs-project-id");
    };
    let field = view! {
        <input
            id=ID
            class="csbs-input csbs-input--code"
            autocomplete="off"
            type=move || if visible.get() { "text" } else { "password" }
            aria-describedby=and_note(described_by(ID, error, &["hint"]))
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            readonly=move || console.sending.get()
            on:input=move |event| console.enter_token(&Zeroizing::new(event_target_value(&event)))
            on:blur=move |_| form.access_seen.update(|seen| *seen = seen.after_leaving())
        />
        <div class="csbs-row csbs-row--end">
            <Button
                label=Signal::derive(move || {
                    let shown = visible.get();
                    (if shown { say!(words, token.hide) } else { say!(words, token.show) }).to_owned()
                })
                weight=Weight::Small
                press=Callback::new(move |()| visible.update(|visible| *visible = !*visible))
            />
            <Button
                label=say!(words, token.forget)
                weight=Weight::Small
                hidden=Signal::derive(move || form.access.with(|access| access.token().is_none()))
                press=Callback::new(forget)
            />
        </div>
    }
    .into_any();
    let addresses = match console.config().compute_address {
        Some(address) => {
            let second = address.shown(&browser::origin());
            say!(words, servers.addresses, first = console.address(), second = second)
        }
        None => console.address(),
    };
    let hint = say!(words, token.hint, address = addresses);
    view! {
        <form
            method="post"
            novalidate=true
            autocomplete="off"
            hidden=move || console.way.get() != Way::Token
            on:submit=go_on
        >
            <FieldFrame
                id=ID.into()
                label=say!(words, token.label)
                hint=Some(hint)
                optional=false
                error
                control=field
            />
        </form>
    }
    .into_any()
}

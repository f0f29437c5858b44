//! The token: pasted into a password field, read at once, forgotten with one press.

use csbs::Field;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::destination::and_note;
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::element::element;
use crate::components::field_frame::{Frame, described_by, sentence};
use crate::config::Way;
use crate::state::{Console, passing};
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
    let error = passing(move |_| {
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
    let go_on = move |event: web_sys::Event| {
        event.prevent_default();
        browser::focus_soon("csbs-project-id");
    };
    let described_by = and_note(described_by(ID, error, &["hint"]));
    let control = element("input")
        .attr("id", ID)
        .class("csbs-input csbs-input--code")
        .attr("autocomplete", "off")
        .live_attr("type", move || Some(if visible.get() { "text" } else { "password" }.into()))
        .live_attr("aria-describedby", move || Some(described_by().into()))
        .live_attr("aria-invalid", move || error.with(Option::is_some).then_some("true".into()))
        .live_flag("readonly", move || console.sending.get())
        .on("input", move |event| console.enter_token(&Zeroizing::new(event_target_value(&event))))
        .on("blur", move |_| form.access_seen.update(|seen| *seen = seen.after_leaving()));
    let show = view! {
        <Button
            label=Signal::derive(move || {
                let shown = visible.get();
                (if shown { say!(words, token.hide) } else { say!(words, token.show) }).to_owned()
            })
            weight=Weight::Small
            press=Callback::new(move |()| visible.update(|visible| *visible = !*visible))
        />
    };
    let forget = view! {
        <Button
            label=say!(words, token.forget)
            weight=Weight::Small
            hidden=Signal::derive(move || form.access.with(|access| access.token().is_none()))
            press=Callback::new(forget)
        />
    };
    let buttons = element("div").class("csbs-row csbs-row--end").child(show).child(forget);
    let addresses = match &console.config().compute_address {
        Some(address) => {
            let second = address.shown(&browser::origin());
            say!(words, servers.addresses, first = console.address(), second = second)
        }
        None => console.address(),
    };
    let hint = say!(words, token.hint, address = addresses);
    let frame = Frame {
        id: ID.into(),
        label: say!(words, token.label),
        hint: Some(hint),
        optional: false,
        error,
    };
    element("form")
        .attr("method", "post")
        .flag("novalidate", true)
        .attr("autocomplete", "off")
        .live_flag("hidden", move || console.way.get() != Way::Token)
        .on("submit", go_on)
        .child(frame.around([control, buttons]))
        .done()
}

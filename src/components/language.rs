//! Choosing the language.

use leptos::prelude::*;

use crate::browser;
use crate::state::Console;
use crate::words::language::LANGUAGES;
use crate::words::{say, use_words};

const ID: &str = "csbs-language";

/// What the person chooses with, at the top of the page.
pub fn switcher(console: Console) -> AnyView {
    let shown = use_words().language();
    let options: Vec<AnyView> =
        LANGUAGES.iter().map(|(code, name)| option(code, name, *code == shown)).collect();
    let choose = move |event| {
        let code = event_target_value(&event);
        console.when_later(move |later| match later {
            Ok(later) => (later.set_language)(console, code, true),
            Err(_) => failed(console),
        });
    };
    view! {
        <select id=ID class="csbs-input csbs-input--small" aria-label="Language / Sprache" on:change=choose>
            {options}
        </select>
    }
    .into_any()
}

fn option(code: &'static str, name: &'static str, is_shown: bool) -> AnyView {
    view! {
        <option value=code lang=code selected=is_shown>
            {name}
        </option>
    }
    .into_any()
}

/// Says that the language stays as it is, and puts the control back.
pub fn failed(console: Console) {
    let words = use_words();
    browser::set_field(ID, words.language());
    console.announcer.say(say!(words, language.failed).to_owned());
}

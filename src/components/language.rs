//! Choosing the language.

use leptos::prelude::*;

use crate::browser;
use crate::components::element::{Element, element};
use crate::state::Console;
use crate::words::language::LANGUAGES;
use crate::words::{say, use_words};

const ID: &str = "csbs-language";

/// What the person chooses with, at the top of the page.
pub fn switcher(console: Console) -> AnyView {
    let shown = use_words().language();
    let options = LANGUAGES.iter().map(|(code, name)| option(code, name, *code == shown));
    let choose = move |event: web_sys::Event| {
        let code = event_target_value(&event);
        console.when_later(move |later| match later {
            Ok(later) => (later.set_language)(console, code, true),
            Err(_) => failed(console),
        });
    };
    element("select")
        .attr("id", ID)
        .class("csbs-input csbs-input--small")
        .attr("aria-label", "Language / Sprache")
        .on("change", choose)
        .children(options)
        .done()
}

fn option(code: &'static str, name: &'static str, is_shown: bool) -> Element {
    element("option").attr("value", code).attr("lang", code).flag("selected", is_shown).text(name)
}

/// Says that the language stays as it is, and puts the control back.
pub fn failed(console: Console) {
    let words = use_words();
    browser::set_field(ID, words.language());
    console.announcer.say(say!(words, language.failed).to_owned());
}

//! Choosing the language, and showing the page in another one without losing anything.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser::{self, snapshot::Snapshot};
use crate::state::Console;
use crate::words::language::{self, LANGUAGES};
use crate::words::{FIRST, LATER, Words, say, use_words};

/// Under this key, the browser remembers what the person chose. `start.js` reads it.
const KEY: &str = "csbs-console.language";

const ID: &str = "csbs-language";

/// What the person chooses with, at the top of the page.
pub fn switcher(console: Console) -> AnyView {
    let shown = use_words().language();
    let options: Vec<AnyView> =
        LANGUAGES.iter().map(|(code, name)| option(code, name, *code == shown)).collect();
    let choose = move |event| {
        let code = event_target_value(&event);
        spawn_local(async move {
            let later = console.fetch_later().await;
            match later {
                Ok(later) => (later.set_language)(console, code, true),
                Err(_) => failed(console),
            }
        });
    };
    view! {
        <select id=ID class="csbs-language" aria-label="Language / Sprache" on:change=choose>
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
fn failed(console: Console) {
    let words = use_words();
    browser::set_field(ID, words.language());
    console.announcer.say(say!(words, language.failed).to_owned());
}

/// Tells the browser the language of the page: how it is read aloud, hyphenated, and which way it
/// runs.
pub fn tell_browser(words: Words) {
    browser::set_language(words.language(), say!(words, language.direction));
}

/// Shows the page in another language. The person's own choice is `remembered`; what a portal around
/// the page says is not.
pub fn set(console: Console, code: String, remembered: bool) {
    let known = LANGUAGES.iter().find(|(known, _)| *known == code);
    let Some((code, _)) = known.filter(|(code, _)| *code != use_words().language()) else {
        return;
    };
    spawn_local(async move {
        let Some(words) = language::fetch(code, &[FIRST, LATER]).await else {
            return failed(console);
        };
        if remembered {
            browser::remember_language(KEY, code);
        }
        let snapshot = Snapshot::take();
        words.show();
        tell_browser(words);
        // Without a language there is no page: all of it is made anew, and nothing left as it was.
        for code in ["", code] {
            // The page may be gone by now.
            if console.shown.language.try_set(code.to_owned()).is_some() {
                return;
            }
            // What is drawn is there after one turn, and what that asks for after the next.
            tick().await;
            tick().await;
        }
        snapshot.restore();
        console.announcer.say(say!(words, language.changed).to_owned());
    });
}

//! Showing the page in another language without losing anything.

use std::cell::RefCell;

use leptos::prelude::{GetUntracked, Set};
use leptos::task::{spawn_local, tick};

use super::draw;
use crate::browser::{self, snapshot::Snapshot};
use crate::components::language::failed;
use crate::state::Console;
use crate::words::language::{self, LANGUAGES};
use crate::words::{FIRST, LATER, Table, say, use_words};

/// Under this key, the browser remembers what the person chose. `start.js` reads it.
const KEY: &str = "csbs-console.language";

/// Tells the browser the language of the page: how it is read aloud, hyphenated, and which way it
/// runs.
pub fn tell_browser() {
    let words = use_words();
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
        let Some(words) = whole(code).await else {
            return failed(console);
        };
        if remembered {
            browser::remember_language(KEY, code);
        }
        // The console may be gone by now, and another one in its place.
        if console.shown.language.try_get_untracked().is_none() {
            return;
        }
        let snapshot = Snapshot::take();
        words.show();
        tell_browser();
        console.shown.language.set((*code).to_owned());
        draw(console);
        // What is drawn is there at once, and what that asks for after a turn or two.
        tick().await;
        tick().await;
        snapshot.restore();
        console.announcer.say(say!(use_words(), language.changed).to_owned());
    });
}

/// All words of a language; `None` when they cannot be had. What was loaded once stays, so that each
/// language is in memory once.
pub async fn whole(code: &str) -> Option<&'static Table> {
    let find = |all: &mut Vec<&'static Table>| {
        if all.is_empty() {
            all.push(Table::shown());
        }
        let known = all.iter().find(|words| words.language() == code).copied();
        known.unwrap_or_else(|| {
            all.push(Table::of(code));
            all[all.len() - 1]
        })
    };
    let words = KNOWN.with_borrow_mut(find);
    language::load(language::load(words, FIRST).await?, LATER).await
}

thread_local! {
    static KNOWN: RefCell<Vec<&'static Table>> = const { RefCell::new(Vec::new()) };
}

//! Where the browser, the clock and the machine may be known, and where not.

use super::rust_code::{Word, inside, places, words};
use super::{File, Finding};

/// Crates of the browser and of I/O.
const BROWSER: [&str; 8] =
    ["gloo", "gloo_net", "gloo_timers", "js_sys", "leptos", "tokio", "wasm_bindgen", "web_sys"];

/// Parts of the standard library that reach out of the program.
const REACHING: [&str; 5] = ["env", "fs", "net", "process", "time"];

/// Parts of leptos that draw or touch the page; signals are not among them.
const DRAWING: [&str; 6] = ["ev", "html", "mount", "portal", "svg", "tachys"];

/// The rules of this file.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    files.iter().flat_map(|file| in_csbs(file).into_iter().chain(in_state(file))).collect()
}

/// `csbs` performs no I/O and knows no clock, browser or language.
fn in_csbs(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("crates/csbs/src/") || !file.is("rs") {
        return Vec::new();
    }
    let words = words(file);
    let browser = BROWSER.iter().flat_map(|name| places(&words, &[name]));
    let reaching = REACHING.iter().flat_map(|part| of_std(&words, part));
    browser
        .chain(reaching)
        .map(|line| Finding {
            file: file.path.clone(),
            line,
            rule: "crates/csbs is pure: no browser, no clock, no I/O",
            remedy: "Move this to the app and pass in what it gives.".to_owned(),
        })
        .collect()
}

/// The state machines are plain values with pure transitions.
fn in_state(file: &File) -> Vec<Finding> {
    if !file.is_module("src/state") {
        return Vec::new();
    }
    let words = words(file);
    let browser =
        BROWSER.iter().filter(|name| **name != "leptos").flat_map(|name| places(&words, &[name]));
    let drawing = DRAWING.iter().flat_map(|part| under(&words, "leptos", part));
    browser
        .chain(drawing)
        .chain(places(&words, &["view", "!"]))
        .map(|line| Finding {
            file: file.path.clone(),
            line,
            rule: "src/state decides and does not touch the page",
            remedy: "Let a component do this, and tell the state what came of it.".to_owned(),
        })
        .collect()
}

fn of_std(words: &[Word], part: &str) -> Vec<usize> {
    under(words, "std", part)
}

/// The lines that name `parent::part` or `parent::{…, part, …}`.
fn under(words: &[Word], parent: &str, part: &str) -> Vec<usize> {
    let mut lines = places(words, &[parent, ":", ":", part]);
    for index in 0..words.len().saturating_sub(3) {
        let group = &words[index..index + 4];
        let opens = [parent, ":", ":", "{"];
        if group.iter().zip(opens).all(|(word, text)| word.text == text) {
            lines.extend(first_names(inside(words, index + 3), part));
        }
    }
    lines
}

/// The lines where `part` begins an element of a list of imports.
fn first_names(list: &[Word], part: &str) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut first = true;
    let mut lines = Vec::new();
    for word in list {
        if first && depth == 0 && word.text == part {
            lines.push(word.line);
        }
        match word.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        first = word.text == ",";
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::tests::told;

    const PURE: &str = "crates/csbs is pure: no browser, no clock, no I/O";
    const STATE: &str = "src/state decides and does not touch the page";

    #[test]
    fn csbs_mentions_neither_browser_nor_clock_nor_machine() {
        for (code, lines) in [
            ("use leptos::prelude::*;", vec![1]),
            ("fn f() {\n    web_sys::window();\n}", vec![2]),
            ("use std::time::Duration;", vec![1]),
            ("use std::{fmt, fs, io::{self, net}};", vec![1]),
            ("use std::{\n    fmt,\n    env::var,\n};", vec![3]),
            ("use std::fmt;", vec![]),
            ("use std::{fmt, collections::{BTreeMap}};", vec![]),
            ("//! Knows neither leptos nor std::time.\nlet time = 1;", vec![]),
            ("const A: &str = \"web_sys\";", vec![]),
        ] {
            let expected: Vec<_> = lines.into_iter().map(|line| (line, PURE)).collect();
            assert_eq!(told(findings, "crates/csbs/src/tag.rs", code), expected, "{code}");
        }
    }

    #[test]
    fn other_crates_may() {
        for path in ["src/app.rs", "crates/csbs-sim/src/main.rs", "crates/csbs/tests/rules.rs"] {
            assert_eq!(told(findings, path, "use std::time::Instant; use web_sys::A;"), []);
        }
    }

    #[test]
    fn states_use_signals_but_do_not_touch_the_page() {
        for (code, lines) in [
            ("use leptos::prelude::RwSignal;", vec![]),
            ("use leptos::html::Input;", vec![1]),
            ("use leptos::{prelude::*, ev};", vec![1]),
            ("use web_sys::Element;", vec![1]),
            ("fn f() { view! { <p/> } }", vec![1]),
        ] {
            let expected: Vec<_> = lines.into_iter().map(|line| (line, STATE)).collect();
            assert_eq!(told(findings, "src/state/form.rs", code), expected, "{code}");
        }
    }
}

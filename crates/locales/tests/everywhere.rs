//! What has to be said in every language, or has to name every language, outside of `locales/`.

#![expect(clippy::expect_used, reason = "tests say what they expect to be there")]

use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// The levels of the headings, in their order.
fn outline(document: &str) -> Vec<usize> {
    let headings = document.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| line.bytes().take_while(|byte| *byte == b'#').count()).collect()
}

#[test]
fn the_guides_have_the_same_outline() {
    let english = read("docs/guide.en.md");
    let german = read("docs/guide.de.md");
    assert!(outline(&english).len() > 5);
    assert_eq!(outline(&english), outline(&german));
    let rows = |guide: &str| guide.lines().filter(|line| line.starts_with(['|', '-'])).count();
    assert_eq!(rows(&english), rows(&german));
}

#[test]
fn the_page_can_load_every_language() {
    let script = read("src/files.js");
    let files = fs::read_dir(root().join("locales")).expect("locales/");
    let mut count = 0;
    for file in files {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let code = name.strip_suffix(".json").expect("JSON");
        for part in ["", "-later"] {
            assert!(script.contains(&format!("\"./words-{code}{part}.txt\"")), "{code}{part}");
        }
        count += 1;
    }
    assert!(count >= 2);
}

/// The page has them in itself, so that they are there when nothing else is.
#[test]
fn the_page_says_that_it_broke_as_the_program_does() {
    let page = read("index.html");
    for code in ["en", "de"] {
        let words = read(&format!("locales/{code}.json"));
        let (_, group) = words.split_once("\"broken\": {").expect("broken");
        let (group, _) = group.split_once('}').expect("its end");
        let sentences: Vec<&str> = group
            .lines()
            .filter_map(|line| line.split_once(": \"")?.1.rsplit_once('"'))
            .map(|(sentence, _)| sentence)
            .collect();
        assert_eq!(sentences.len(), 4, "{code}");
        for sentence in sentences {
            assert!(page.contains(&format!(">{sentence}<")), "{sentence}");
        }
    }
}

#[test]
fn german_is_written_as_agreed() {
    let german = read("locales/de.json");
    for word in ["bitte", "Bitte", "ungültig", "Ungültig", " %\"", "\\\"so", "...", " Token "] {
        let is_there = german.lines().any(|line| {
            let words = line.split_once(": ").map_or("", |(_, words)| words);
            words.contains(word)
        });
        assert!(!is_there, "{word}");
    }
}

#[test]
fn the_document_about_links_quotes_what_the_page_says_of_them() {
    let document = read("docs/embedding.md");
    let english: serde_json::Value =
        serde_json::from_str(&read("locales/en.json")).expect("sentences");
    let sentences = english["servers"].as_object().expect("sentences about links");
    // What a link has done, rather than what it could not, and what is pressed.
    let others = ["title", "nothing", "filled", "replaced", "not_read", "copy"];
    let mut count = 0;
    for (key, sentence) in sentences {
        let Some(what) = key.strip_prefix("link_").filter(|what| !others.contains(what)) else {
            continue;
        };
        let sentence = sentence.as_str().expect("a sentence");
        let quoted = sentence.replace("{{ limit }}", "10");
        let quoted = ["{{ key }}", "{{ value }}"]
            .into_iter()
            .fold(quoted, |sentence, variable| sentence.replace(variable, "…"));
        assert!(document.contains(&format!("| {quoted} |")), "{what}: {quoted}");
        count += 1;
    }
    assert_eq!(count, 6);
}

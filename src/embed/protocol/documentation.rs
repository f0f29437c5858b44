//! The tables of `docs/embedding.md` name what there is: each message, its keys and its values, and
//! each reason for which one is ignored. So does the JSON Schema.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Refused;

const DOCUMENT: &str = include_str!("../../../docs/embedding.md");
const SCHEMA: &str = include_str!("../../../docs/embedding.schema.json");
const CORPUS: &str = include_str!("../../../tests/embed-corpus.json");
const ELEMENT: &str = include_str!("../../csbs-console-element.js");

/// The rows of the tables below a heading, without what stands above their columns: their cells.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let start = DOCUMENT.find(&format!("\n{heading}\n")).unwrap() + heading.len() + 2;
    let section = DOCUMENT[start..].split("\n#").next().unwrap();
    let next = section.lines().skip(1).chain([""]);
    let rows = section.lines().zip(next).filter(|(_, next)| !next.starts_with("| ---"));
    let rows = rows.map(|(line, _)| line).filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').map(str::trim).skip(1).collect()).collect()
}

/// What stands between backticks.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// The types of the messages of one side that the corpus has, good ones only.
fn types(side: &str) -> BTreeSet<String> {
    let corpus: Value = serde_json::from_str(CORPUS).unwrap();
    let entries = corpus[side].as_array().unwrap().iter();
    let good = entries.filter(|entry| entry.get("refused").is_none_or(Value::is_null));
    let messages = good.map(|entry| entry.get("message").unwrap_or(entry));
    messages.filter_map(|message| Some(message["type"].as_str()?.to_owned())).collect()
}

fn described(side: &str) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let references = schema["$defs"][side]["oneOf"].as_array().unwrap();
    let messages = references.iter().map(|reference| {
        let name = reference["$ref"].as_str().unwrap().trim_start_matches("#/$defs/");
        &schema["$defs"][name]
    });
    messages
        .map(|message| message["properties"]["type"]["const"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_message_is_in_the_tables_and_in_the_schema() {
    for (heading, side, corpus) in [
        ("### From the portal to the console", "to-the-console", "heard"),
        ("### From the console to the portal", "to-the-portal", "said"),
    ] {
        let told: BTreeSet<String> =
            rows(heading).iter().flat_map(|row| names(row[0])).map(str::to_owned).collect();
        assert_eq!(told, types(corpus), "{heading}");
        assert_eq!(told, described(side), "{side}");
    }
}

#[test]
fn the_tables_have_every_key_and_value_that_the_console_says() {
    let corpus: Value = serde_json::from_str(CORPUS).unwrap();
    let rows = rows("### From the console to the portal");
    for message in corpus["said"].as_array().unwrap() {
        let kind = message["type"].as_str().unwrap();
        let row = rows.iter().find(|row| names(row[0]).eq([kind])).unwrap();
        let has = |name: &str| row.iter().skip(1).any(|cell| names(cell).any(|told| told == name));
        for (key, value) in message.as_object().unwrap() {
            let is_of_all = matches!(&**key, "csbs" | "type");
            assert!(is_of_all || has(key), "{kind}: {key}");
            let is_named = matches!((kind, &**key), ("state", "state") | ("failed", "outcome"));
            let is_word = kind == "finished" && key == "status";
            if is_named || is_word {
                assert!(has(value.as_str().unwrap()), "{kind}: {value}");
            }
        }
    }
}

#[test]
fn every_reason_for_ignoring_a_message_is_told() {
    let rows = rows("## What was ignored, and why");
    let told: Vec<&str> = rows.iter().flat_map(|row| names(row[0])).collect();
    assert_eq!(told, Refused::ALL.map(Refused::as_str));
}

#[test]
fn the_element_has_the_attributes_and_events_of_the_document() {
    let rows = rows("## As an element");
    let told: Vec<&str> = rows.iter().flat_map(|row| names(row[0])).collect();
    let observed = ELEMENT.split("observedAttributes = [").nth(1).unwrap();
    let observed = observed.split(']').next().unwrap();
    let observed: Vec<&str> = observed.split('"').skip(1).step_by(2).collect();
    assert_eq!(told, observed);
    for kind in types("said").iter().filter(|kind| *kind != "height") {
        assert!(DOCUMENT.contains(&format!("`csbs-{kind}`")), "{kind}");
        assert!(kind == "ready" || ELEMENT.contains(&format!("\"{kind}\"")), "{kind}");
    }
}

//! Settings of all kinds, good and bad, in a file that the test of their JSON Schema reads as well:
//! the schema must accept what the console accepts, and refuse what it refuses, but for what only
//! the console can know.

use serde_json::Value;

use super::{AddressFault, Config, ConfigProblem};
use csbs_theme::BrandProblem;

const CORPUS: &str = include_str!("../../tests/config-corpus.json");

/// The kind of a problem, and the key that it is about.
fn named(problem: ConfigProblem) -> (&'static str, String) {
    match problem {
        ConfigProblem::Missing { key } => ("missing", key.into()),
        ConfigProblem::Wrong { key, .. } => ("wrong", key.into()),
        ConfigProblem::Secret { key } => ("secret", key),
        ConfigProblem::UnknownKey { key } => ("unknown", key),
        ConfigProblem::Brand(problem) => match problem {
            BrandProblem::UnknownKey { key } => ("unknown", format!("brand.{key}")),
            BrandProblem::Wrong { key, .. } => ("wrong", format!("brand.{key}")),
            BrandProblem::Nameless => ("nameless", "brand.logo".into()),
            BrandProblem::TooAlike(_) => ("too_alike", "brand.colors".into()),
        },
        ConfigProblem::Address { key, fault, .. } => {
            let kind = match fault {
                AddressFault::Malformed => "malformed",
                AddressFault::Credentials => "credentials",
                AddressFault::Extra => "extra",
                AddressFault::Insecure => "insecure",
                AddressFault::NotAbsolute => "not_absolute",
                AddressFault::Place => "place",
            };
            (kind, key.into())
        }
        other => panic!("not about a key: {other:?}"),
    }
}

#[test]
fn the_console_reads_the_corpus_as_it_says() {
    let corpus: Vec<Value> = serde_json::from_str(CORPUS).unwrap();
    assert!(corpus.len() > 60);
    for entry in corpus {
        let page = entry["page"].as_str().unwrap_or("https://console.example");
        let quick = Config::with_own_paths(&entry["config"].to_string());
        let read = Config::parse(&entry["config"].to_string(), page);
        let expected = entry["problem"].as_str().map(|kind| (kind, entry["key"].as_str().unwrap()));
        // The short way leads nowhere else than the thorough one.
        assert!(quick.is_none() || quick.as_ref() == read.as_ref().ok(), "{entry}");
        let problem = read.err().map(named);
        let problem = problem.as_ref().map(|(kind, key)| (*kind, key.as_str()));
        assert_eq!(problem, expected, "{entry}");
    }
}

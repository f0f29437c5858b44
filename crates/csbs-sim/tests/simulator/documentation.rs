//! `docs/simulator.md` says what the program does.

use std::process::Command;

use csbs_sim::{
    DEMO_TOKEN, EXPIRED_TOKEN,
    well_known::{self, DOMAIN, PASSCODE, PASSWORD},
};

const DOCUMENT: &str = include_str!("../../../../docs/simulator.md");
const TABLES_START: &str = "<!-- printed by: csbs-sim --well-known markdown -->\n";
const TABLES_END: &str = "\n<!-- end of the printed tables -->";

#[test]
fn the_tables_of_what_is_well_known_are_those_of_the_program() {
    let start = DOCUMENT.find(TABLES_START).expect("the start of the tables") + TABLES_START.len();
    let end = DOCUMENT.find(TABLES_END).expect("the end of the tables");
    let expected = well_known::markdown();
    assert!(DOCUMENT[start..end] == expected, "docs/simulator.md should have:\n{expected}");
}

#[test]
fn every_flag_is_in_the_document() {
    let help = Command::new(env!("CARGO_BIN_EXE_csbs-sim")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let words = help.split(|c: char| !(c.is_ascii_lowercase() || c == '-'));
    let flags: Vec<_> = words.filter(|word| word.starts_with("--")).collect();
    assert!(flags.len() > 8, "{help}");
    for flag in flags.iter().filter(|flag| !matches!(**flag, "--help" | "--version")) {
        assert!(DOCUMENT.contains(&format!("`{flag}")), "{flag} is not in docs/simulator.md");
    }
}

#[test]
fn the_tokens_and_passwords_are_in_the_document() {
    for secret in [DEMO_TOKEN, EXPIRED_TOKEN, DOMAIN.0, PASSWORD, PASSCODE] {
        assert!(DOCUMENT.contains(secret), "{secret}");
    }
}

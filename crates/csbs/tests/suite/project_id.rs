//! `project_id`: Table 1, first row.

use csbs::{Fault, ProjectId};

use crate::draft::PROJECT;

#[test]
fn letters_digits_hyphens_and_underscores_are_a_project_id() {
    for typed in [PROJECT, "p", "Project_1-eu", &"x".repeat(64)] {
        assert_eq!(ProjectId::parse(typed).unwrap().as_str(), typed);
    }
}

#[test]
fn surrounding_space_is_dropped() {
    assert_eq!(ProjectId::parse(&format!("\t{PROJECT} \n")).unwrap().as_str(), PROJECT);
}

#[test]
fn what_is_not_a_project_id_is_refused_with_the_reason() {
    let character = |found, after: &str| Fault::Character { found, after: after.to_owned() };
    for (typed, expected) in [
        ("", Fault::Empty),
        (" \n", Fault::Empty),
        ("../admin", character('.', "")),
        ("a/b", character('/', "a")),
        ("a b", character(' ', "a")),
        ("a%2Fb", character('%', "a")),
        (&"x".repeat(65), Fault::TooLong { limit: 64, count: 65 }),
        (&("x".repeat(70) + "é"), character('é', "xxxxxxxxxxxx")),
    ] {
        assert_eq!(ProjectId::parse(typed), Err(expected), "{typed:?}");
    }
}

#[test]
fn thirty_two_hexadecimal_digits_are_what_a_project_id_usually_looks_like() {
    for (typed, usual) in [
        (PROJECT, true),
        (&*PROJECT.to_uppercase(), true),
        (&PROJECT[1..], false),
        (&format!("{PROJECT}0"), false),
        (&PROJECT.replace('b', "g"), false),
        ("9506416d-db6c-406e-8bca-c0f43793d914", false),
    ] {
        assert_eq!(ProjectId::parse(typed).unwrap().looks_usual(), usual, "{typed:?}");
    }
}

//! A tag: Table 4; and a row of tags as it is read.

use csbs::{Fault, TagKey, TagReading, TagValue};

fn character(found: char, after: &str) -> Fault {
    Fault::Character { found, after: after.to_owned() }
}

#[test]
fn keys_and_values_are_letters_digits_hyphens_and_underscores() {
    for typed in ["env", "Cost-Center_7", "0"] {
        assert_eq!(TagKey::parse(typed).unwrap().as_str(), typed);
        assert_eq!(TagValue::parse(typed).unwrap().as_str(), typed);
    }
    assert_eq!(TagKey::parse(" env ").unwrap().as_str(), "env");
    assert_eq!(TagValue::parse(" prod ").unwrap().as_str(), "prod");
}

#[test]
fn a_key_is_refused_for_being_empty_then_for_a_character_then_for_its_length() {
    for (typed, expected) in [
        ("".to_owned(), Fault::Empty),
        ("  ".to_owned(), Fault::Empty),
        ("k!".to_owned(), character('!', "k")),
        ("k".repeat(37) + "!", character('!', "kkkkkkkkkkkk")),
        ("k".repeat(37), Fault::TooLong { limit: 36, count: 37 }),
    ] {
        assert_eq!(TagKey::parse(&typed), Err(expected), "{typed:?}");
    }
    assert!(TagKey::parse(&"k".repeat(36)).is_ok());
}

#[test]
fn a_value_may_be_empty_and_is_refused_for_a_character_then_for_its_length() {
    assert_eq!(TagValue::parse(" ").unwrap().as_str(), "");
    for (typed, expected) in [
        ("prod eu".to_owned(), character(' ', "prod")),
        ("v".repeat(44) + ".", character('.', "vvvvvvvvvvvv")),
        ("v".repeat(44), Fault::TooLong { limit: 43, count: 44 }),
    ] {
        assert_eq!(TagValue::parse(&typed), Err(expected), "{typed:?}");
    }
    assert!(TagValue::parse(&"v".repeat(43)).is_ok());
}

#[test]
fn only_a_row_with_nothing_in_it_is_blank() {
    assert_eq!(TagReading::read("", ""), TagReading::Blank);
    assert_eq!(TagReading::read(" ", "\n"), TagReading::Blank);
    for (key, value) in [("env", ""), ("", "prod"), ("", "!"), ("!", "")] {
        assert_ne!(TagReading::read(key, value), TagReading::Blank, "{key:?} {value:?}");
    }
}

//! `backup_name`: Table 3, first row.

use csbs::{BackupName, Fault};

fn character(found: char, after: &str) -> Fault {
    Fault::Character { found, after: after.to_owned() }
}

#[test]
fn letters_digits_hyphens_and_underscores_are_a_name() {
    for typed in ["a", "Z", "0", "-", "_", "manualbk_47222", "backup-2024-01-31_db"] {
        let name = BackupName::parse(typed).unwrap_or_else(|fault| panic!("{typed:?}: {fault:?}"));
        assert_eq!(name.as_str(), typed);
    }
}

#[test]
fn a_name_of_255_characters_is_a_name() {
    let typed = "n".repeat(255);
    assert_eq!(BackupName::parse(&typed).unwrap().as_str(), typed);
}

#[test]
fn a_name_of_256_characters_is_too_long() {
    let typed = "n".repeat(256);
    assert_eq!(BackupName::parse(&typed), Err(Fault::TooLong { limit: 255, count: 256 }));
}

#[test]
fn surrounding_space_does_not_count() {
    let typed = format!(" \t{}\u{a0}\n", "n".repeat(255));
    assert_eq!(BackupName::parse(&typed).unwrap().as_str().len(), 255);
}

#[test]
fn invisible_characters_that_pasting_brings_along_are_dropped_around_a_name() {
    let name = BackupName::parse("\u{feff}\u{200b}db-01\u{200e}\u{2060}").unwrap();
    assert_eq!(name.as_str(), "db-01");
}

#[test]
fn the_first_other_character_is_named_with_what_stands_before_it() {
    for (typed, expected) in [
        ("db 01", character(' ', "db")),
        ("größe", character('ö', "gr")),
        ("ñ", character('ñ', "")),
        ("a.b/c", character('.', "a")),
        ("one-two-three-four!", character('!', "o-three-four")),
        ("  :  ", character(':', "")),
        ("back\u{200b}up", character('\u{200b}', "back")),
        ("٣", character('٣', "")),
        ("😀", character('😀', "")),
    ] {
        assert_eq!(BackupName::parse(typed), Err(expected), "{typed:?}");
    }
}

#[test]
fn a_character_is_named_before_the_length() {
    let typed = format!("{}!", "n".repeat(300));
    assert_eq!(BackupName::parse(&typed), Err(character('!', "nnnnnnnnnnnn")));
}

#[test]
fn a_blank_name_is_not_sent_but_is_no_name() {
    for typed in ["", "   ", "\n", "\u{200b}"] {
        assert_eq!(BackupName::read(typed), Ok(None), "{typed:?}");
        assert_eq!(BackupName::parse(typed), Err(Fault::Empty), "{typed:?}");
    }
}

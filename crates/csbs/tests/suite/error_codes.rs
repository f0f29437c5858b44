//! The table of documented error codes.

use csbs::error_code::lookup;
use csbs::{ERROR_CODES, ErrorCode, Field};

#[test]
fn the_table_is_the_documented_one() {
    let documented: serde_json::Value =
        serde_json::from_str(include_str!("../examples/error-codes.json")).unwrap();
    let table: Vec<serde_json::Value> = ERROR_CODES
        .iter()
        .map(|code| {
            serde_json::json!({
                "http_status": code.http_status,
                "code": code.code,
                "create_backup": code.create_backup,
                "message": code.message,
                "description": code.description(),
                "solution": code.solution(),
            })
        })
        .collect();
    assert_eq!(serde_json::Value::Array(table), documented);
}

#[test]
fn a_code_is_found_whatever_the_status_unless_it_has_two_meanings() {
    let meaning = |status, code| lookup(status, code).map(|found| found.message);
    for entry in &ERROR_CODES {
        assert_eq!(lookup(entry.http_status, entry.code), Some(entry));
    }
    assert_eq!(meaning(500, "CSBS.6000"), Some("server do not exist"));
    assert_eq!(meaning(403, "CSBS.9009"), Some("User is unverified."));
    assert_eq!(
        meaning(400, "CSBS.9009"),
        Some("The backup or replication space after reduction cannot be less than the used space.")
    );
    assert_eq!(meaning(500, "CSBS.9009"), None);
    assert_eq!(meaning(400, "CSBS.1234"), None);
    assert_eq!(meaning(400, ""), None);
}

#[test]
fn codes_that_are_about_a_field_name_it() {
    let about = |field| -> Vec<&str> {
        ERROR_CODES.iter().filter(|code| code.field() == field).map(|code| code.code).collect()
    };
    assert_eq!(
        about(Some(Field::ResourceId)),
        [
            "CSBS.0002",
            "CSBS.6000",
            "CSBS.6001",
            "CSBS.6003",
            "CSBS.6005",
            "CSBS.6006",
            "CSBS.6007",
            "CSBS.6010",
            "CSBS.6027",
            "CSBS.6033",
            "CSBS.6061",
        ]
    );
    assert_eq!(about(Some(Field::Tags)), ["CSBS.7000"]);
    assert_eq!(about(Some(Field::ProjectId)), ["BackupService.4008"]);
    assert_eq!(about(None).len(), ERROR_CODES.len() - 13);
}

#[test]
fn codes_that_are_about_another_task_are_told_apart() {
    let busy: Vec<&str> =
        ERROR_CODES.iter().filter(|code| code.is_busy()).map(|code| code.code).collect();
    assert_eq!(busy, ["CSBS.1001", "CSBS.1002", "CSBS.2003", "CSBS.2004", "CSBS.6030"]);
    assert!(ERROR_CODES.iter().filter(|code| code.is_busy()).all(|code| code.create_backup));
}

#[test]
fn every_code_has_words() {
    let wordless = |code: &&ErrorCode| code.description().is_empty() || code.solution().is_empty();
    assert_eq!(ERROR_CODES.iter().find(wordless), None);
}

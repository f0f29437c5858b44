//! Which faults are shown while somebody is still typing.

use csbs::{Fault, JsonKind, JsonMistake};

#[test]
fn a_fault_that_typing_on_can_cure_is_not_certain() {
    for fault in [
        Fault::Empty,
        Fault::NotAUuid,
        Fault::NotAllUuids { count: 1, first: "db-01".into(), line: 2 },
        Fault::JsonSyntax { line: 1, column: 1, reason: JsonMistake::Unfinished },
        Fault::JsonSyntax { line: 1, column: 9, reason: JsonMistake::TrailingComma },
    ] {
        assert!(!fault.is_certain(), "{fault:?}");
    }
}

#[test]
fn a_fault_that_typing_on_cannot_cure_is_certain() {
    for fault in [
        Fault::TooLong { limit: 36, count: 37 },
        Fault::Character { found: ' ', after: String::new() },
        Fault::SeveralUuids { count: 2 },
        Fault::TooManyServers { limit: 500, count: 501 },
        Fault::DuplicateKey { first: 1 },
        Fault::TooManyTags { limit: 10, count: 11 },
        Fault::NotAnObject { found: JsonKind::Array },
        Fault::DuplicateJsonKey { key: "a".to_owned(), line: 1, column: 9 },
    ] {
        assert!(fault.is_certain(), "{fault:?}");
    }
}

//! `extra_info` of a request: Table 3, last row.

use csbs::{ExtraInfo, Fault, JsonKind, JsonMistake};

fn syntax(line: usize, column: usize, reason: JsonMistake) -> Fault {
    Fault::JsonSyntax { line, column, reason }
}

#[test]
fn an_object_is_kept_as_it_was_written() {
    for typed in [
        "{}",
        "{ }",
        r#"{"z": 1, "a": {"m": [1, 2.50, 1e400, -0, 12345678901234567890123]}}"#,
        r#"{"ü": "\u00fc\n\/", "": null, "deep": {"z": true}}"#,
        "{\n\t\"a\" : \"b\"\r\n}",
    ] {
        assert_eq!(ExtraInfo::parse(typed).unwrap().as_json(), typed);
        let surrounded = format!("\u{feff}\n {typed} \n");
        assert_eq!(ExtraInfo::parse(&surrounded).unwrap().as_json(), typed);
    }
}

#[test]
fn a_blank_field_is_not_sent() {
    for typed in ["", " \n\t "] {
        assert_eq!(ExtraInfo::read(typed), Ok(None), "{typed:?}");
        assert_eq!(ExtraInfo::parse(typed), Err(Fault::Empty), "{typed:?}");
    }
}

#[test]
fn json_that_is_no_object_is_named_by_its_kind() {
    for (typed, found) in [
        ("[{}]", JsonKind::Array),
        ("\"{}\"", JsonKind::Text),
        ("-1.5", JsonKind::Number),
        ("7", JsonKind::Number),
        (" true", JsonKind::Boolean),
        ("false", JsonKind::Boolean),
        ("null", JsonKind::Null),
    ] {
        assert_eq!(ExtraInfo::parse(typed), Err(Fault::NotAnObject { found }), "{typed:?}");
    }
}

#[test]
fn a_mistake_is_named_with_its_place_and_in_terms_a_person_can_act_on() {
    use JsonMistake::{
        AfterTheEnd, ControlCharacter, Escape, MissingColon, MissingComma, Number, QuotationMark,
        TrailingComma, Unexpected, Unfinished, Unquoted,
    };
    for (typed, line, column, reason) in [
        ("{", 1, 2, Unfinished),
        ("{\"a", 1, 4, Unfinished),
        ("{\"a\"", 1, 5, Unfinished),
        ("{\"a\":", 1, 6, Unfinished),
        ("{\"a\": 1", 1, 8, Unfinished),
        ("{\"a\": tr", 1, 9, Unfinished),
        ("{\"a\": [1,\n 2", 2, 3, Unfinished),
        ("{\"a\": \"\\", 1, 9, Unfinished),
        ("{\"a\": \"\\u00", 1, 12, Unfinished),
        ("{\"a\": \"\\u\"}", 1, 8, Escape),
        ("{\"a\": \"\\u12\"}", 1, 8, Escape),
        ("{'a': 1}", 1, 2, QuotationMark { found: '\'' }),
        ("{“a”: 1}", 1, 2, QuotationMark { found: '“' }),
        ("{\"a\": ‘b’}", 1, 7, QuotationMark { found: '‘' }),
        ("{„a“: 1}", 1, 2, QuotationMark { found: '„' }),
        ("{a: 1}", 1, 2, Unquoted),
        ("{true: 1}", 1, 2, Unquoted),
        ("{\"a\": True}", 1, 7, Unquoted),
        ("{\"a\": None}", 1, 7, Unquoted),
        ("{\"a\": nul}", 1, 7, Unquoted),
        ("{\"a\": nulls}", 1, 7, Unquoted),
        ("{\"a\": yes}", 1, 7, Unquoted),
        ("hello", 1, 1, Unquoted),
        ("{\"a\" 1}", 1, 6, MissingColon),
        ("{\"a\"}", 1, 5, MissingColon),
        ("{\"a\", \"b\"}", 1, 5, MissingColon),
        ("{\"a\" = 1}", 1, 6, MissingColon),
        ("{\"a\": 1 \"b\": 2}", 1, 9, MissingComma),
        ("{\"ä\": 1\n\"b\": 2}", 2, 1, MissingComma),
        ("{\"ä\": \"ö\" b: 2}", 1, 11, MissingComma),
        ("{\"a\": {} \"b\": 2}", 1, 10, MissingComma),
        ("{\"a\": [1 2]}", 1, 10, MissingComma),
        ("{\"a\": 1,}", 1, 9, TrailingComma),
        ("{\"a\": [1, 2,\n]}", 2, 1, TrailingComma),
        ("{\"a\": 01}", 1, 7, Number),
        ("{\"a\": +1}", 1, 7, Number),
        ("{\"a\": .5}", 1, 7, Number),
        ("{\"a\": 1.}", 1, 7, Number),
        ("{\"a\": [1.]}", 1, 8, Number),
        ("{\"a\": 1.5.2}", 1, 7, Number),
        ("{\"a\": 1e}", 1, 7, Number),
        ("{\"a\": -}", 1, 7, Number),
        ("{\"a\": 10GB}", 1, 7, Number),
        ("{\"a\": \"C:\\data\"}", 1, 10, Escape),
        ("{\"a\": \"ä\\u12G4\"}", 1, 9, Escape),
        ("{\"a\": \"ä\\é\"}", 1, 9, Escape),
        ("{\"\\x\": 1}", 1, 3, Escape),
        ("{\"a\": \"one\ntwo\"}", 1, 11, ControlCharacter { found: '\n' }),
        ("{\"a\": \"\ntwo\"}", 1, 8, ControlCharacter { found: '\n' }),
        ("{\"a\": \"ö\ttwo\"}", 1, 9, ControlCharacter { found: '\t' }),
        ("{\"a\": 1}}", 1, 9, AfterTheEnd),
        ("{\"a\": 1}\n{\"b\": 2}", 2, 1, AfterTheEnd),
        ("{} # note", 1, 4, AfterTheEnd),
        ("{\"a\": }", 1, 7, Unexpected { found: '}' }),
        ("{\"a\": [1}", 1, 9, Unexpected { found: '}' }),
        ("{\"a\":: 1}", 1, 6, Unexpected { found: ':' }),
        ("{,}", 1, 2, Unexpected { found: ',' }),
        ("{\"a\": 1,, \"b\": 2}", 1, 9, Unexpected { found: ',' }),
        ("{\"a\": [\"b\": 1]}", 1, 11, Unexpected { found: ':' }),
        ("{// note\n}", 1, 2, Unexpected { found: '/' }),
        ("{\"a\": \u{a0}1}", 1, 7, Unexpected { found: '\u{a0}' }),
        ("<html>", 1, 1, Unexpected { found: '<' }),
        ("}", 1, 1, Unexpected { found: '}' }),
    ] {
        assert_eq!(ExtraInfo::parse(typed), Err(syntax(line, column, reason)), "{typed:?}");
    }
}

#[test]
fn the_place_of_a_mistake_counts_the_space_before_the_object() {
    let typed = "\n\n  {\"a\": 1,}";
    assert_eq!(ExtraInfo::parse(typed), Err(syntax(3, 11, JsonMistake::TrailingComma)));
}

#[test]
fn a_key_that_its_object_has_already_is_refused() {
    for (typed, key, line, column) in [
        (r#"{"a": 1, "a": 2}"#, "a", 1, 10),
        ("{\"b\": [{}, {\"ü\": 1,\n \"ü\": 2}]}", "ü", 2, 2),
        (r#"{"a": {"a": "a"}, "\u0061": 2}"#, "a", 1, 19),
        (r#"{"": 1, "": 1}"#, "", 1, 9),
    ] {
        let expected = Fault::DuplicateJsonKey { key: key.to_owned(), line, column };
        assert_eq!(ExtraInfo::parse(typed), Err(expected), "{typed:?}");
    }
    let different = r#"{"a": {"a": [{"a": 1}, {"a": 1}]}, "A": "a", "b": "a"}"#;
    assert!(ExtraInfo::parse(different).is_ok());
}

#[test]
fn no_nesting_is_too_deep_to_be_read() {
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(ExtraInfo::parse(&deep).unwrap().as_json(), deep);
    let unfinished = "{\"a\":".repeat(100_000);
    assert_eq!(ExtraInfo::parse(&unfinished), Err(syntax(1, 500_001, JsonMistake::Unfinished)));
}

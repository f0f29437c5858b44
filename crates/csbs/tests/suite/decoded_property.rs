//! Whatever comes back: nothing panics, and what is read keeps its promises.

use csbs::json::{Json, indent};
use csbs::wire::draft::from_json;
use csbs::wire::{read_checkpoint, read_checkpoint_items};
use csbs::{Failure, HttpResponse, Outcome, Time, read_answer, read_items_answer};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::any_text::{any_text, nearly, surrounds};

/// Any JSON, with the keys and texts of the API among its own.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let word = || {
        prop_oneof![
            select(WORDS.to_vec()).prop_map(str::to_owned),
            any_text(),
            Just("[{\"a\": [\"A\"], \"b\": []}, [[\"a\", [\"b\"]]]]".to_owned()),
        ]
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((word(), inner), 0..8)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

const WORDS: [&str; 27] = [
    "checkpoint",
    "checkpoint_items",
    "id",
    "status",
    "created_at",
    "project_id",
    "resource_graph",
    "protection_plan",
    "extra_info",
    "name",
    "resources",
    "type",
    "extend_info",
    "progress",
    "error",
    "error_code",
    "error_msg",
    "code",
    "message",
    "title",
    "request_id",
    "overLimit",
    "retryAfter",
    "badRequest",
    "available",
    "2017-04-18T01:21:52",
    "CSBS.9009",
];

/// A time as the service might write it, be there such a day or not.
fn written_time() -> impl Strategy<Value = String> {
    "[0-9]{4}-[01]?[0-9]-[0-3]?[0-9][T ][0-2]?[0-9]:[0-6]?[0-9]:[0-6]?[0-9](\\.[0-9]{1,9})?Z?"
}

/// A body around the answers there are: the documents' own keys around anything.
fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        any_text(),
        vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        json().prop_map(|json| json.to_string()),
        json().prop_map(|json| format!(
            r#"{{"checkpoint": {{"id": "i", "status": "error", "extra_info": {json},
                "protection_plan": {{"resources": [{{"extra_info": {json}}}]}},
                "resource_graph": {json}}}}}"#
        )),
        json().prop_map(|json| format!(r#"{{"checkpoint_items": [{json}, {{"id": {json}}}]}}"#)),
        json().prop_map(|json| format!(r#"{{"error": {json}, "overLimit": {json}}}"#)),
        "[ \\t\\r\\n\u{feff}\u{200b}]{0,3}<.*",
    ]
}

proptest! {
    #[test]
    fn any_answer_is_read_or_refused_in_order(
        status in prop_oneof![Just(200_u16), 100..600_u16, any::<u16>()],
        headers in vec((select(vec!["retry-after", "x-request-id", "x"]), any_text()), 0..3),
        body in body(),
    ) {
        let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let response = HttpResponse { status, headers, body: body.clone() };
        let is_success = (200..300).contains(&status);
        match read_answer(response.clone()) {
            Ok(accepted) => {
                prop_assert!(is_success);
                prop_assert!(!accepted.checkpoint.id.is_empty());
                prop_assert_eq!(accepted.raw, body);
            }
            Err(failure) => {
                let is_of_another = body.trim_start_matches(surrounds).starts_with('<');
                prop_assert_eq!(
                    failure.outcome() == Outcome::ProbablyCreated,
                    is_success && !is_of_another
                );
                match failure {
                    Failure::Unreadable(unreadable) => {
                        prop_assert!(is_success);
                        prop_assert_eq!(unreadable.body, body);
                    }
                    Failure::Refused(refusal) => {
                        prop_assert!(!is_success);
                        let _ = refusal.kind();
                        prop_assert_eq!(refusal.body, body);
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
        prop_assert!(read_items_answer(response).is_ok() <= is_success);
    }

    #[test]
    fn any_bytes_decode_without_harm(body in body()) {
        let _ = read_checkpoint(&body);
        let _ = read_checkpoint_items(&body);
        let _ = from_json(&body);
        let _ = indent(&body);
    }

    #[test]
    fn an_answer_with_id_and_status_is_always_read(
        id in "[^\"\\\\\u{0}-\u{1f}]+",
        status in "[a-z_]{1,12}",
        rest in json(),
    ) {
        let body = format!(
            r#"{{"checkpoint": {{"created_at": {rest}, "extra_info": {rest}, "project_id": {rest},
                "protection_plan": {rest}, "resource_graph": {rest}, "unknown": {rest},
                "status": "{status}", "id": "{id}"}}}}"#
        );
        let checkpoint = read_checkpoint(&body).unwrap();
        prop_assert_eq!(checkpoint.id, id);
        prop_assert_eq!(checkpoint.status.as_str(), status);
    }

    #[test]
    fn indentation_is_that_of_serde_json(json in json()) {
        let pretty = serde_json::to_string_pretty(&json).unwrap();
        prop_assert_eq!(indent(&json.to_string()), pretty.clone());
        prop_assert_eq!(indent(&pretty), pretty);
    }

    #[test]
    fn a_text_says_what_was_written_whatever_the_escapes(content in ".+") {
        let written = serde_json::to_string(&content).unwrap();
        prop_assert_eq!(Json::parse(&written).unwrap().text(), Some(content.clone()));
        let units: String = content.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        let escaped = format!("\"{units}\"");
        prop_assert_eq!(Json::parse(&escaped).unwrap().text(), Some(content));
    }

    #[test]
    fn a_byte_order_mark_changes_nothing(json in json()) {
        let written = json.to_string();
        let marked = format!("\u{feff}{written}");
        prop_assert_eq!(Json::parse(&marked).unwrap().as_str(), written);
    }

    #[test]
    fn an_object_has_the_entries_that_serde_json_reads(json in json()) {
        let written = json.to_string();
        let read = Json::parse(&written).unwrap();
        prop_assert_eq!(read.object().is_some(), json.is_object());
        for (key, value) in json.as_object().into_iter().flatten() {
            let got = read.object().and_then(|object| object.get(key)).map(Json::as_str);
            let expected = Some(value).filter(|value| !value.is_null()).map(Value::to_string);
            prop_assert_eq!(got, expected.as_deref());
        }
        let elements: Vec<&str> = read.elements().into_iter().map(Json::as_str).collect();
        let expected: Vec<String> =
            json.as_array().into_iter().flatten().map(Value::to_string).collect();
        prop_assert_eq!(elements, expected);
    }

    #[test]
    fn any_text_reads_as_a_time_or_is_kept(
        raw in prop_oneof![any_text(), nearly(written_time(), "0123456789-:T .Z+")],
    ) {
        let time = Time::parse(&raw);
        prop_assert_eq!(time.raw(), raw);
        prop_assert_eq!(time.utc().is_some(), time.unix_millis().is_some());
        let again = time.utc().map(|utc| Time::parse(&utc.written()).utc());
        prop_assert_eq!(again, time.utc().map(Some));
    }

    #[test]
    fn a_time_reads_as_the_numbers_it_is_written_with(
        (year, month, day) in (1..=9999_u16, 1..=12_u16, 1..=28_u16),
        (hour, minute, second, milli) in (0..24_u16, 0..60_u16, 0..60_u16, 0..1000_u16),
    ) {
        let padded = format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}456"
        );
        let short = format!("{year}-{month}-{day} {hour}:{minute}:{second}.{milli:03}Z");
        let utc = Time::parse(&padded).utc().unwrap();
        prop_assert_eq!((utc.year, utc.month, utc.day), (year, month, day));
        prop_assert_eq!((utc.hour, utc.minute, utc.second), (hour, minute, second));
        prop_assert_eq!(utc.millisecond, milli);
        prop_assert_eq!(Time::parse(&short).utc(), Some(utc));
    }
}

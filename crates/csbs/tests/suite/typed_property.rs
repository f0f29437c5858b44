//! Whatever is typed: nothing panics, and every rule decides as it is restated here.

use csbs::wire::draft::{from_json, to_json};
use csbs::{
    BackupName, BackupType, Description, Draft, DraftTag, ExtraInfo, Fault, Field, Fields,
    JsonMistake, ProjectId, ResourceId, ResourceType, TagKey, TagValue, Token, check,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde::de::IgnoredAny;

use crate::any_text::{any_text, nearly, surrounds, uuid, uuids};

/// Anything at all; what nearly is a name; and names around the limits.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any_text(),
        "[ \t\u{a0}\u{feff}]{0,2}[A-Za-z0-9_-]{0,50}[ \n\u{200b}]{0,2}",
        "[A-Za-z0-9_-]{0,270}",
        "[A-Za-z0-9_ -]{0,20}[!.äß<>{}\u{200b}😀\n]{0,2}[A-Za-z0-9_-]{0,260}",
    ]
}

fn is_blank(typed: &str) -> bool {
    ruled(typed, 0..=0, |_| true).is_ok()
}

fn is_letter_digit_hyphen_or_underscore(character: char) -> bool {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".contains(character)
}

/// The tables, restated over lists of characters.
fn ruled(
    typed: &str,
    characters: std::ops::RangeInclusive<usize>,
    allowed: fn(char) -> bool,
) -> Result<String, Fault> {
    let value: Vec<char> = typed.trim_matches(surrounds).chars().collect();
    if value.len() < *characters.start() {
        return Err(Fault::Empty);
    }
    for (position, &found) in value.iter().enumerate() {
        if !allowed(found) {
            let quoted = &value[position.saturating_sub(12)..position];
            return Err(Fault::Character { found, after: quoted.iter().collect() });
        }
    }
    let limit = *characters.end();
    if value.len() > limit {
        return Err(Fault::TooLong { limit, count: value.len() });
    }
    Ok(value.into_iter().collect())
}

proptest! {
    #[test]
    fn names_and_tags_follow_the_tables(typed in typed()) {
        let name_like = is_letter_digit_hyphen_or_underscore;
        let owned = |text: &str| text.to_owned();
        prop_assert_eq!(
            ProjectId::parse(&typed).map(|id| owned(id.as_str())), ruled(&typed, 1..=64, name_like)
        );
        prop_assert_eq!(
            BackupName::parse(&typed).map(|name| owned(name.as_str())),
            ruled(&typed, 1..=255, name_like)
        );
        prop_assert_eq!(
            TagKey::parse(&typed).map(|key| owned(key.as_str())), ruled(&typed, 1..=36, name_like)
        );
        prop_assert_eq!(
            TagValue::parse(&typed).map(|value| owned(value.as_str())),
            ruled(&typed, 0..=43, name_like)
        );
        prop_assert_eq!(
            Description::parse(&typed).map(|description| owned(description.as_str())),
            ruled(&typed, 0..=255, |character| !"<>".contains(character))
        );
    }

    #[test]
    fn a_token_is_visible_ascii_and_its_faults_quote_nothing(typed in typed()) {
        match Token::parse(&typed) {
            Ok(token) => {
                prop_assert!(token.expose().bytes().all(|byte| (0x21..=0x7e).contains(&byte)));
                prop_assert!(typed.contains(token.expose()));
            }
            Err(Fault::Empty) => {}
            Err(Fault::Character { found, after }) => {
                prop_assert!(!('!'..='~').contains(&found));
                prop_assert_eq!(after, "");
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_server_id_is_the_only_uuid_of_the_text(
        pieces in vec(
            prop_oneof![any_text(), uuid(), Just(crate::draft::SERVER.to_owned()),
                nearly(uuid(), "0aAgG-_ä{")],
            0..4,
        ),
    ) {
        // A percent sign and two digits are another character: that is a table of its own.
        let typed = pieces.concat().replace('%', "");
        let found = uuids(&typed);
        let expected = match found.as_slice() {
            _ if is_blank(&typed) => Err(Fault::Empty),
            [] => Err(Fault::NotAUuid),
            [id] => Ok(id.as_str()),
            several => Err(Fault::SeveralUuids { count: several.len() }),
        };
        let read = ResourceId::parse(&typed);
        prop_assert_eq!(read.as_ref().map(ResourceId::as_str).map_err(Clone::clone), expected);
    }
}

fn json_object() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?",
        "\"[a-zä ,:{}\\[\\]']{0,6}(\\\\[\"\\\\/bfnrt]|\\\\u00[0-9a-f]{2})?\"",
    ];
    let value = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            members(inner),
        ]
    });
    members(value)
}

fn members(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let member = ("\"[a-e]{0,2}\"", value).prop_map(|(key, value)| format!("{key} :\n{value}"));
    vec(member, 0..4).prop_map(|members| format!("{{{}}}", members.join(",")))
}

proptest! {
    #[test]
    fn extra_info_is_accepted_when_serde_json_reads_an_object(
        (before, json, after) in (
            "[ \n\u{a0}\u{200b}\u{feff}]{0,3}",
            prop_oneof![
                any_text(),
                json_object(),
                nearly(json_object(), "{}[]:,\"'\\0.-+eEtnul \n\t“ä"),
            ],
            "[ \n\u{a0}\u{200b}\u{feff}]{0,3}",
        ),
    ) {
        let typed = before + &json + &after;
        let object = ruled(&typed, 0..=usize::MAX, |_| true).unwrap();
        // What no `Value` holds, such as 1e999, is JSON all the same and is sent as it was typed.
        let is_json = serde_json::from_str::<IgnoredAny>(&object).is_ok();
        match (ExtraInfo::read(&typed), is_json.then(|| object.starts_with('{'))) {
            (Ok(None), _) => prop_assert_eq!(object, ""),
            (Ok(Some(read)), Some(true)) => prop_assert_eq!(read.as_json(), object),
            (Err(Fault::DuplicateJsonKey { key, line, column }), Some(true)) => {
                let rest = rest_from(&typed, line, column);
                prop_assert!(rest.starts_with(&format!("\"{key}")), "{:?}", rest);
            }
            (Err(Fault::NotAnObject { .. }), Some(false)) => {}
            (Err(Fault::JsonSyntax { line, column, reason }), None) => {
                let rest = rest_from(&typed, line, column);
                match reason {
                    JsonMistake::Unfinished => prop_assert!(is_blank(&rest), "{:?}", rest),
                    JsonMistake::QuotationMark { found }
                    | JsonMistake::ControlCharacter { found }
                    | JsonMistake::Unexpected { found } => {
                        prop_assert_eq!(rest.chars().next(), Some(found));
                    }
                    JsonMistake::TrailingComma => {
                        let closes = rest.starts_with(['}', ']']);
                        prop_assert!(closes);
                    }
                    JsonMistake::Escape => prop_assert!(rest.starts_with('\\')),
                    _ => prop_assert!(!rest.is_empty()),
                }
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

/// The text from a line and column on, both counted from 1.
fn rest_from(text: &str, line: usize, column: usize) -> String {
    let rest: Vec<&str> = text.split_inclusive('\n').skip(line - 1).collect();
    rest.concat().chars().skip(column - 1).collect()
}

fn draft() -> impl Strategy<Value = Draft> {
    let tag = (typed(), typed()).prop_map(|(key, value)| DraftTag { key, value });
    let short_tag = ("[ab ]{0,2}", "[ab!]{0,2}").prop_map(|(key, value)| DraftTag { key, value });
    let project_id = prop_oneof![typed(), "[0-9a-f]{32}"];
    let resource_id = prop_oneof![any_text(), Just(crate::draft::SERVER.to_owned())];
    let name = prop_oneof![typed(), Just(String::new())];
    let extra_info = prop_oneof![any_text(), json_object(), Just(String::new())];
    let choices = (
        select(vec![BackupType::ServiceDecides, BackupType::Incremental, BackupType::Full]),
        option::of(Just(ResourceType::Server)),
    );
    let tags = vec(prop_oneof![1 => tag, 7 => short_tag], 0..14);
    (project_id, resource_id, name, typed(), choices, tags, extra_info).prop_map(
        |(project_id, resource_id, backup_name, description, choices, tags, extra_info)| Draft {
            project_id,
            resource_id,
            backup_name,
            description,
            backup_type: choices.0,
            resource_type: choices.1,
            tags,
            extra_info,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_draft_is_either_a_request_or_has_problems(draft in draft()) {
        let fields = Fields::from(&draft);
        let preview = fields.preview();
        let body: serde_json::Value = serde_json::from_str(&preview.body).unwrap();
        let protect = body["protect"].as_object().unwrap();
        let documented =
            ["backup_name", "description", "incremental", "resource_type", "tags", "extra_info"];
        prop_assert!(protect.keys().all(|key| documented.contains(&key.as_str())));
        if let Some(tags) = protect.get("tags") {
            let keys: std::collections::HashSet<&str> =
                tags.as_array().unwrap().iter().map(|tag| tag["key"].as_str().unwrap()).collect();
            prop_assert!((1..=10).contains(&keys.len()));
            prop_assert_eq!(keys.len(), tags.as_array().unwrap().len());
        }
        match check(&draft) {
            Ok(request) => {
                prop_assert_eq!(fields.problems(), vec![]);
                prop_assert_eq!(request.to_http().body, Some(preview.body.into()));
                prop_assert_eq!(request.to_http().path, preview.path);
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert_eq!(&fields.problems(), &problems);
                let is_filled = |tag: &&DraftTag| !is_blank(&tag.key) || !is_blank(&tag.value);
                let filled = draft.tags.iter().filter(is_filled).count();
                let too_many = problems.iter().find(|problem| problem.field == Field::Tags);
                prop_assert_eq!(
                    too_many.map(|problem| problem.fault.clone()),
                    Some(Fault::TooManyTags { limit: 10, count: filled }).filter(|_| filled > 10)
                );
                let keys: Vec<&str> = draft.tags.iter().map(|tag| tag.key.trim_matches(surrounds)).collect();
                for problem in problems {
                    if let (Field::TagKey(row), Fault::DuplicateKey { first }) =
                        (problem.field, problem.fault)
                    {
                        prop_assert!(first <= row);
                        let earliest = keys.iter().position(|key| *key == keys[row]);
                        prop_assert_eq!(earliest, Some(first - 1));
                    }
                }
            }
        }
    }

    #[test]
    fn a_kept_draft_comes_back_as_it_was(draft in draft()) {
        prop_assert_eq!(from_json(&to_json(&draft)), Some(draft));
    }
}

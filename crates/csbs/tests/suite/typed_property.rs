//! Whatever is typed: nothing panics, and every rule decides as it is restated here.

use csbs::wire::draft::{from_json, to_json};
use csbs::{
    BackupName, BackupType, Description, Draft, DraftTag, ExtraInfo, Fault, Fields, JsonMistake,
    ProjectId, ResourceId, ResourceType, TagKey, TagValue, Token, check,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Anything at all; what nearly is a name; and names around the limits.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \t\u{a0}\u{feff}]{0,2}[A-Za-z0-9_-]{0,50}[ \n\u{200b}]{0,2}",
        "[A-Za-z0-9_-]{0,270}",
        "[A-Za-z0-9_ -]{0,20}[!.äß<>{}\u{200b}😀\n]{0,2}[A-Za-z0-9_-]{0,260}",
    ]
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
    let surrounds =
        |c: &char| c.is_whitespace() || "\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}".contains(*c);
    let mut value: Vec<char> = typed.chars().skip_while(surrounds).collect();
    while value.last().is_some_and(surrounds) {
        value.pop();
    }
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
    fn a_server_id_is_a_uuid_that_the_text_has(typed in any::<String>()) {
        if let Ok(id) = ResourceId::parse(&typed) {
            prop_assert!(typed.to_lowercase().contains(id.as_str()) || typed.contains('%'));
        }
    }

    #[test]
    fn a_uuid_is_found_between_anything_that_does_not_touch_it(
        before in "(.*[^0-9A-Za-z%])?",
        id in "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
        after in "([^0-9A-Za-z%].*)?",
    ) {
        let found = ResourceId::parse(&format!("{before}{id}{after}"));
        prop_assert_eq!(found.map(|id| id.as_str().to_owned()), Ok(id.to_lowercase()));
    }
}

/// JSON, and JSON with one character removed, replaced or put in.
fn nearly_json() -> impl Strategy<Value = String> {
    let character = select("{}[]:,\"'\\0.-+eEtnul \n\t“ä".chars().collect::<Vec<_>>());
    (json_object(), any::<prop::sample::Index>(), option::of(character), any::<bool>()).prop_map(
        |(json, place, character, remove)| {
            let mut characters: Vec<char> = json.chars().collect();
            let place = place.index(characters.len());
            if remove {
                characters.remove(place);
            }
            if let Some(character) = character {
                characters.insert(place, character);
            }
            characters.into_iter().collect()
        },
    )
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
        typed in prop_oneof![any::<String>(), json_object(), nearly_json()],
    ) {
        let value: Result<serde_json::Value, _> = serde_json::from_str(typed.trim());
        // Such a number is JSON all the same, and is sent as it was typed.
        let is_too_large = |error: &serde_json::Error| error.to_string().contains("out of range");
        prop_assume!(!value.as_ref().is_err_and(is_too_large));
        let is_object = value.map(|value| value.is_object());
        match (ExtraInfo::read(&typed), is_object) {
            (Ok(None), _) => prop_assert!(ruled(&typed, 0..=0, |_| true).is_ok()),
            (Ok(Some(read)), Ok(true)) => prop_assert_eq!(read.as_json(), typed.trim()),
            (Err(Fault::DuplicateJsonKey { key, line, column }), Ok(true)) => {
                let rest = rest_from(&typed, line, column);
                prop_assert!(rest.starts_with(&format!("\"{key}")), "{:?}", rest);
            }
            (Err(Fault::NotAnObject { .. }), Ok(false)) => {}
            (Err(Fault::JsonSyntax { line, column, reason }), Err(_)) => {
                let rest = rest_from(&typed, line, column);
                match reason {
                    JsonMistake::Unfinished => prop_assert_eq!(rest.trim(), ""),
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
    let resource_id = prop_oneof![any::<String>(), Just(crate::draft::SERVER.to_owned())];
    let name = prop_oneof![typed(), Just(String::new())];
    let extra_info = prop_oneof![any::<String>(), json_object(), Just(String::new())];
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
                prop_assert_eq!(fields.problems(), problems);
            }
        }
    }

    #[test]
    fn a_kept_draft_comes_back_as_it_was(draft in draft()) {
        prop_assert_eq!(from_json(&to_json(&draft)), Some(draft));
    }
}

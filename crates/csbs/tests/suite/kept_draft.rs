//! A draft that is kept over a reload.

use csbs::wire::draft::{from_json, to_json};
use csbs::{BackupType, Draft, DraftTag, ResourceType};

use crate::draft::{example, mandatory};

#[test]
fn a_kept_draft_comes_back_as_it_was_typed() {
    let full = Draft {
        backup_name: "  not yet  valid ".into(),
        description: "two\nlines \"and\" more\u{0}".into(),
        backup_type: BackupType::Full,
        resource_type: Some(ResourceType::Server),
        tags: vec![
            DraftTag::default(),
            DraftTag { key: " k ".into(), value: "😀".into() },
            DraftTag { key: String::new(), value: "null".into() },
        ],
        extra_info: "{ unfinished".into(),
        ..mandatory()
    };
    let incremental = Draft { backup_type: BackupType::Incremental, ..Draft::default() };
    for draft in [Draft::default(), example(), full, incremental] {
        assert_eq!(from_json(&to_json(&draft)), Some(draft));
    }
}

#[test]
fn missing_unknown_and_odd_keys_are_no_hindrance() {
    let named = |backup_name: &str| Draft { backup_name: backup_name.into(), ..Draft::default() };
    for (kept, draft) in [
        ("{}", Draft::default()),
        (r#"{"backup_name": "n", "later": [1], "tags": null}"#, named("n")),
        (r#"{"backup_name": 7, "tags": {"a": 1}, "incremental": "yes"}"#, named("7")),
        (r#"{"resource_type": "OS::Cinder::Volume", "tags": [3, "x"]}"#, Draft::default()),
    ] {
        assert_eq!(from_json(kept), Some(draft), "{kept}");
    }
}

#[test]
fn what_is_no_kept_draft_is_passed_over() {
    for kept in ["", "null", "[]", "\"{}\"", "{", "{} {}", "garbage"] {
        assert_eq!(from_json(kept), None, "{kept}");
    }
}

//! Drafts that nobody thought of: made up around the limits and the character classes.

use csbs::{BackupType, Draft, DraftTag, ResourceType};
use proptest::prelude::*;

use super::drafts::{agree_on, draft, named, tagged};

/// Texts on both sides of a rule: plain, with stray characters, and about as long as the limit.
fn text_around(limit: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z0-9_-]{0,12}",
        2 => "[ \t]{0,2}[A-Za-z0-9_-]{0,6}[ ]{0,2}",
        2 => "[A-Za-z0-9 _.<>äß😀\n-]{0,8}",
        1 => ".{0,6}",
        1 => (limit.saturating_sub(1)..=limit + 1).prop_map(|length| "x".repeat(length)),
    ]
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let tag = (text_around(36), text_around(43)).prop_map(|(key, value)| DraftTag { key, value });
    let backup_type = prop::sample::select(vec![
        BackupType::ServiceDecides,
        BackupType::Incremental,
        BackupType::Full,
    ]);
    let extra_info = prop::sample::select(vec!["", " ", "{}", "{\"a\":1}", "[]", "1", "{", "{}}"]);
    (
        text_around(255),
        text_around(255),
        backup_type,
        any::<bool>(),
        prop::collection::vec(tag, 0..=11),
        extra_info,
    )
        .prop_map(|(backup_name, description, backup_type, typed, tags, extra_info)| Draft {
            backup_name,
            description,
            backup_type,
            resource_type: typed.then_some(ResourceType::Server),
            tags,
            extra_info: extra_info.to_owned(),
            ..draft()
        })
}

fn hold_together(draft: &Draft) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(agree_on(draft));
}

proptest! {
    #[test]
    fn both_agree_on_any_draft(draft in any_draft()) {
        hold_together(&draft);
    }

    #[test]
    fn both_agree_on_any_name(name in text_around(255)) {
        hold_together(&named(&name));
    }

    #[test]
    fn both_agree_on_any_tag(key in text_around(36), value in text_around(43)) {
        hold_together(&tagged(&[(&key, &value)]));
    }
}

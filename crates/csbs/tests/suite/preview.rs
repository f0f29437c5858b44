//! What the page shows of a request while it is being written.

use csbs::{Draft, DraftTag, Fields, check};

use crate::draft::{PROJECT, SERVER, example, mandatory, with_tags};

fn preview(draft: &Draft) -> csbs::Preview {
    Fields::from(draft).preview()
}

#[test]
fn what_is_shown_is_byte_for_byte_what_is_sent() {
    let several = Draft {
        extra_info: r#"{"list":[1,[],{}],"text":"{\"a\": 1}"}"#.into(),
        ..with_tags(&[("a", "1"), ("b", "")])
    };
    for draft in [mandatory(), example(), several] {
        let shown = preview(&draft);
        let sent = check(&draft).unwrap().to_http();
        assert_eq!(Some(shown.body.into()), sent.body, "{draft:?}");
        assert_eq!(shown.path, sent.path, "{draft:?}");
    }
}

#[test]
fn placeholders_stand_for_what_is_missing_in_the_path() {
    let provider = csbs::PROVIDER_ID;
    let draft = Draft::default();
    assert_eq!(
        preview(&draft).path,
        format!("/v1/{{project_id}}/providers/{provider}/resources/{{resource_id}}/action")
    );
    let draft = Draft { project_id: PROJECT.into(), ..Draft::default() };
    assert_eq!(
        preview(&draft).path,
        format!("/v1/{PROJECT}/providers/{provider}/resources/{{resource_id}}/action")
    );
    let draft = Draft { resource_id: format!("<{SERVER}>"), ..Draft::default() };
    assert_eq!(
        preview(&draft).path,
        format!("/v1/{{project_id}}/providers/{provider}/resources/{SERVER}/action")
    );
}

#[test]
fn parts_that_are_not_acceptable_are_left_out() {
    let tag = |key: &str, value: &str| DraftTag { key: key.into(), value: value.into() };
    let draft = Draft {
        backup_name: "two words".into(),
        description: "fine".into(),
        extra_info: "{".into(),
        tags: vec![tag("a", "1"), tag("b", "!"), tag("", "2"), tag("a", "3"), tag("c", "")],
        ..Draft::default()
    };
    let shown: serde_json::Value = serde_json::from_str(&preview(&draft).body).unwrap();
    assert_eq!(
        shown,
        serde_json::json!({"protect": {
            "description": "fine",
            "tags": [{"key": "a", "value": "1"}, {"key": "c", "value": ""}],
        }})
    );
}

#[test]
fn no_more_than_ten_tags_are_shown() {
    let rows: Vec<DraftTag> =
        (0..14).map(|row| DraftTag { key: format!("k{row}"), value: String::new() }).collect();
    let shown: serde_json::Value =
        serde_json::from_str(&preview(&Draft { tags: rows, ..mandatory() }).body).unwrap();
    assert_eq!(shown["protect"]["tags"].as_array().unwrap().len(), 10);
    assert_eq!(shown["protect"]["tags"][9]["key"], "k9");
}

//! The rules as tables: what is accepted, and what is refused with which code.

use serde_json::{Value, json};

use super::*;

const PROJECT: &str = "b942cc8342734d15bcb246babb1953cf";
const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

fn target() -> Target {
    Target {
        project_id: PROJECT.to_owned(),
        provider_id: PROVIDER_ID.to_owned(),
        resource_id: SERVER.to_owned(),
    }
}

fn check_json(body: &Value) -> Result<Protect, Refusal> {
    check(&target(), body.to_string().as_bytes())
}

fn tags(count: usize) -> Value {
    (0..count).map(|number| json!({ "key": format!("key{number}"), "value": "" })).collect()
}

#[test]
fn what_the_tables_allow_is_accepted() {
    let bodies = [
        json!({}),
        json!({ "backup_name": "backup", "description": "backup des", "extra_info": {} }),
        json!({ "backup_name": "a" }),
        json!({ "backup_name": "a".repeat(255) }),
        json!({ "backup_name": "AZaz09_-" }),
        json!({ "description": "" }),
        json!({ "description": "ä".repeat(255) }),
        json!({ "description": "two\nlines, \"quoted\" & more" }),
        json!({ "incremental": true }),
        json!({ "incremental": false }),
        json!({ "resource_type": "OS::Nova::Server" }),
        json!({ "tags": tags(1) }),
        json!({ "tags": tags(10) }),
        json!({ "tags": [{ "key": "k".repeat(36), "value": "v".repeat(43) }] }),
        json!({ "tags": [{ "key": "  k ", "value": " v  " }] }),
        json!({ "tags": [{ "key": "k", "value": "" }, { "key": "K", "value": "" }] }),
        json!({ "extra_info": { "any": ["thing", 1, null] } }),
    ];
    for protect in bodies {
        let body = json!({ "protect": protect });
        assert!(check_json(&body).is_ok(), "{body}: {:?}", check_json(&body));
    }
}

#[test]
fn what_the_tables_forbid_is_refused_with_the_documented_code() {
    let parameter = "CSBS.9001";
    let refusals = [
        (json!({ "backup_name": "" }), parameter),
        (json!({ "backup_name": "a".repeat(256) }), parameter),
        (json!({ "backup_name": "web 01" }), parameter),
        (json!({ "backup_name": "ä" }), parameter),
        (json!({ "backup_name": null }), parameter),
        (json!({ "backup_name": 1 }), parameter),
        (json!({ "description": "ä".repeat(256) }), parameter),
        (json!({ "description": "a < b" }), parameter),
        (json!({ "description": "a > b" }), parameter),
        (json!({ "description": null }), parameter),
        (json!({ "incremental": "true" }), parameter),
        (json!({ "incremental": 1 }), parameter),
        (json!({ "incremental": null }), parameter),
        (json!({ "resource_type": "OS::Cinder::Volume" }), "CSBS.6003"),
        (json!({ "resource_type": "os::nova::server" }), "CSBS.6003"),
        (json!({ "resource_type": "" }), "CSBS.6003"),
        (json!({ "resource_type": null }), parameter),
        (json!({ "tags": [] }), parameter),
        (json!({ "tags": {} }), parameter),
        (json!({ "tags": null }), parameter),
        (json!({ "tags": ["k=v"] }), parameter),
        (json!({ "tags": tags(11) }), "CSBS.7000"),
        (json!({ "tags": [{ "key": "", "value": "" }] }), parameter),
        (json!({ "tags": [{ "key": "  ", "value": "" }] }), parameter),
        (json!({ "tags": [{ "key": "k".repeat(37), "value": "" }] }), parameter),
        (json!({ "tags": [{ "key": "k k", "value": "" }] }), parameter),
        (json!({ "tags": [{ "key": "k", "value": "v".repeat(44) }] }), parameter),
        (json!({ "tags": [{ "key": "k", "value": "v/v" }] }), parameter),
        (json!({ "tags": [{ "key": "k" }] }), parameter),
        (json!({ "tags": [{ "value": "v" }] }), parameter),
        (json!({ "tags": [{ "key": "k", "value": null }] }), parameter),
        (json!({ "tags": [{ "key": "k", "value": "", "color": "" }] }), parameter),
        (json!({ "tags": [{ "key": "k", "value": "" }, { "key": " k", "value": "" }] }), parameter),
        (json!({ "extra_info": [] }), parameter),
        (json!({ "extra_info": "{}" }), parameter),
        (json!({ "extra_info": null }), parameter),
        (json!({ "backupName": "backup" }), parameter),
        (json!(null), parameter),
        (json!([]), parameter),
    ];
    for (protect, code) in refusals {
        let body = json!({ "protect": protect });
        let found = check_json(&body).expect_err(&format!("{body} was accepted"));
        assert_eq!(found.code(), code, "{body}");
    }
}

#[test]
fn a_body_that_is_no_object_around_protect_is_refused() {
    for body in ["", "{", "null", "[]", "{}", r#"{"protect":{},"more":1}"#, "\u{feff}{}", "%"] {
        let found = check(&target(), body.as_bytes()).expect_err(&format!("{body:?} was accepted"));
        assert_eq!(found.code(), "CSBS.9001", "{body:?}");
    }
}

#[test]
fn a_path_that_breaks_table_1_is_refused() {
    let set = |change: fn(&mut Target, String), value: &str| {
        let mut target = target();
        change(&mut target, value.to_owned());
        target
    };
    let project = |value| set(|target, value| target.project_id = value, value);
    let provider = |value| set(|target, value| target.provider_id = value, value);
    let server = |value| set(|target, value| target.resource_id = value, value);
    let long = "p".repeat(65);
    let refused = [
        project(""),
        project(&long),
        project("a b"),
        project("a/b"),
        provider(""),
        provider("fc4d5750-22e7-4798-8a46-f48f62c4c1db"),
        server(""),
        server("web-01"),
        server("9506416ddb6c406e8bcac0f43793d914"),
        server("{9506416d-db6c-406e-8bca-c0f43793d914}"),
        server("9506416d-db6c-406e-8bca-c0f43793d91"),
    ];
    for target in refused {
        let found = check(&target, b"{\"protect\":{}}").expect_err(&format!("{target:?}"));
        assert_eq!(found.code(), "CSBS.9001", "{target:?}");
    }
    for target in [project("my-project_1"), server("9506416D-DB6C-406E-8BCA-C0F43793D914")] {
        assert!(check(&target, b"{\"protect\":{}}").is_ok(), "{target:?}");
    }
}

#[test]
fn spaces_around_a_tag_are_discarded_and_its_order_kept() {
    let body = json!({ "protect": { "tags": [
        { "key": " z ", "value": " 1" },
        { "key": "a", "value": "2 " },
    ] } });
    let expected = vec![("z".to_owned(), "1".to_owned()), ("a".to_owned(), "2".to_owned())];
    assert_eq!(check_json(&body).unwrap().tags, expected);
}

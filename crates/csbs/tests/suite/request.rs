//! The request as HTTP: Tables 1 to 4 and the example of the page.

use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::{BackupType, Draft, HttpRequest, Method, PROVIDER_ID, ResourceType, check};
use serde_json::{Value, json};

use crate::draft::{example, mandatory, with_tags};

fn sent(draft: &Draft) -> HttpRequest {
    check(draft).unwrap().to_http()
}

fn body(draft: &Draft) -> Value {
    serde_json::from_str(&sent(draft).body.unwrap()).unwrap()
}

#[test]
fn the_example_of_the_page_is_sent_as_the_page_prints_it() {
    let request = sent(&example());
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(
        request.path,
        "/v1/b942cc8342734d15bcb246babb1953cf/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da\
         /resources/9506416d-db6c-406e-8bca-c0f43793d914/action"
    );
    let printed: Value =
        serde_json::from_str(include_str!("../examples/create-backup-request.json")).unwrap();
    assert_eq!(body(&example()), printed);
}

#[test]
fn a_request_with_only_the_mandatory_parts_has_an_empty_protect() {
    assert_eq!(body(&mandatory()), json!({"protect": {}}));
}

#[test]
fn every_parameter_is_sent_under_its_name() {
    let draft = Draft {
        backup_type: BackupType::Incremental,
        resource_type: Some(ResourceType::Server),
        extra_info: r#"{"z": 1.50, "a": {"n": null}}"#.into(),
        backup_name: " nightly-db_01 ".into(),
        description: "\nfirst \"line\"\nsecond\tline \\ \u{1}\n".into(),
        ..with_tags(&[(" env ", " prod "), ("team", "")])
    };
    assert_eq!(
        *sent(&draft).body.unwrap(),
        r#"{
  "protect": {
    "backup_name": "nightly-db_01",
    "description": "first \"line\"\nsecond\tline \\ \u0001",
    "incremental": true,
    "resource_type": "OS::Nova::Server",
    "tags": [
      {
        "key": "env",
        "value": "prod"
      },
      {
        "key": "team",
        "value": ""
      }
    ],
    "extra_info": {
      "z": 1.50,
      "a": {
        "n": null
      }
    }
  }
}"#
    );
}

#[test]
fn the_kind_of_backup_decides_whether_incremental_is_sent() {
    for (backup_type, protect) in [
        (BackupType::ServiceDecides, json!({})),
        (BackupType::Incremental, json!({"incremental": true})),
        (BackupType::Full, json!({"incremental": false})),
    ] {
        let draft = Draft { backup_type, ..mandatory() };
        assert_eq!(body(&draft), json!({"protect": protect}), "{backup_type:?}");
    }
    assert_eq!(BackupType::default(), BackupType::ServiceDecides);
}

#[test]
fn a_list_of_tags_is_never_sent_empty() {
    assert_eq!(body(&with_tags(&[("", ""), (" ", "")])), json!({"protect": {}}));
}

#[test]
fn the_constants_are_those_of_the_page() {
    assert_eq!(PROVIDER_ID, "fc4d5750-22e7-4798-8a46-f48f62c4c1da");
    assert_eq!(HEADER_TOKEN, "X-Auth-Token");
    assert_eq!(CONTENT_TYPE_JSON, "application/json");
}

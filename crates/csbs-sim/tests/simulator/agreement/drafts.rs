//! Drafts: accepted by both or refused by both.

use axum::{body::Body, http::Request};
use csbs::{BackupRequest, BackupType, Draft, DraftTag, PROVIDER_ID, ResourceType, check};
use csbs_sim::{DEMO_PROJECT_ID, DEMO_RESOURCE_ID, DEMO_TOKEN};
use serde_json::{Value, json};

use crate::running::{Answer, Simulator};

pub(super) fn draft() -> Draft {
    Draft {
        project_id: DEMO_PROJECT_ID.to_owned(),
        resource_id: DEMO_RESOURCE_ID.to_owned(),
        ..Draft::default()
    }
}

pub(super) fn named(name: &str) -> Draft {
    Draft { backup_name: name.to_owned(), ..draft() }
}

fn described(description: &str) -> Draft {
    Draft { description: description.to_owned(), ..draft() }
}

pub(super) fn tagged(tags: &[(&str, &str)]) -> Draft {
    let row = |&(key, value): &(&str, &str)| DraftTag { key: key.into(), value: value.into() };
    Draft { tags: tags.iter().map(row).collect(), ..draft() }
}

fn with_extra_info(extra_info: &str) -> Draft {
    Draft { extra_info: extra_info.to_owned(), ..draft() }
}

fn in_project(project_id: &str) -> Draft {
    Draft { project_id: project_id.to_owned(), ..draft() }
}

fn of_server(resource_id: &str) -> Draft {
    Draft { resource_id: resource_id.to_owned(), ..draft() }
}

async fn post(simulator: &Simulator, path: &str, body: String) -> Answer {
    let request = Request::post(format!("/api/csbs{path}"))
        .header(csbs::http::HEADER_TOKEN, DEMO_TOKEN)
        .header("Content-Type", csbs::http::CONTENT_TYPE_JSON);
    simulator.send(request.body(Body::from(body)).unwrap()).await
}

/// The path and body of a client that sends what was typed, without surrounding white space, and
/// checks nothing.
fn unchecked(draft: &Draft) -> (String, String) {
    let encoded =
        |text: &str| -> String { text.trim().bytes().map(|byte| format!("%{byte:02X}")).collect() };
    let path = format!(
        "/v1/{}/providers/{PROVIDER_ID}/resources/{}/action",
        encoded(&draft.project_id),
        encoded(&draft.resource_id)
    );
    let mut members = Vec::new();
    let mut member = |key: &str, value: String| members.push(format!("\"{key}\":{value}"));
    let text = |text: &str| Value::from(text.trim()).to_string();
    if !draft.backup_name.trim().is_empty() {
        member("backup_name", text(&draft.backup_name));
    }
    if !draft.description.trim().is_empty() {
        member("description", text(&draft.description));
    }
    let is_blank = |tag: &&DraftTag| tag.key.trim().is_empty() && tag.value.trim().is_empty();
    let tags = draft.tags.iter().filter(|tag| !is_blank(tag));
    let tags: Vec<_> = tags.map(|tag| json!({ "key": tag.key, "value": tag.value })).collect();
    if !tags.is_empty() {
        member("tags", Value::from(tags).to_string());
    }
    if !draft.extra_info.trim().is_empty() {
        member("extra_info", draft.extra_info.clone());
    }
    (path, format!("{{\"protect\":{{{}}}}}", members.join(",")))
}

/// Holds both against each other; gives whether the draft was accepted.
pub(super) async fn agree_on(draft: &Draft) -> bool {
    let simulator = Simulator::new();
    match check(draft) {
        Ok(request) => {
            let http = request.to_http();
            let body = http.body.as_ref().unwrap().to_string();
            let answer = post(&simulator, &http.path, body).await;
            assert_eq!(answer.status, 200, "only the console accepts {draft:?}: {answer:?}");
            assert_meant(&simulator, &request).await;
            true
        }
        Err(problems) => {
            let (path, body) = unchecked(draft);
            let answer = post(&simulator, &path, body).await;
            assert!(
                answer.status.is_client_error(),
                "only the simulator accepts {draft:?}, the console found {problems:?}"
            );
            false
        }
    }
}

/// Checks that the backup created is the one that the request asked for.
async fn assert_meant(simulator: &Simulator, request: &BackupRequest) {
    let list = Request::get(format!(
        "/api/csbs/v1/{}/checkpoint_items?resource_id={}",
        request.project_id().as_str(),
        request.resource_id().as_str()
    ));
    let list = list.header(csbs::http::HEADER_TOKEN, DEMO_TOKEN).body(Body::empty());
    let items = simulator.send(list.unwrap()).await.json();
    let item = &items["checkpoint_items"][0];
    if let Some(name) = request.backup_name() {
        assert_eq!(item["name"], name.as_str());
    }
    let description = request.description().map_or("", |description| description.as_str());
    assert_eq!(item["description"], description);
    let tag = |tag: &csbs::Tag| json!({ "key": tag.key.as_str(), "value": tag.value.as_str() });
    let tags: Vec<_> = request.tags().iter().map(tag).collect();
    assert_eq!(item["tags"], Value::from(tags));
}

#[tokio::test]
async fn both_accept_these_drafts() {
    let full = Draft {
        backup_name: "backup".into(),
        description: "backup des".into(),
        backup_type: BackupType::Incremental,
        resource_type: Some(ResourceType::Server),
        extra_info: "{}".into(),
        ..tagged(&[("team", "db"), ("cost-centre", "")])
    };
    let drafts = [
        draft(),
        full,
        Draft { backup_type: BackupType::Full, ..draft() },
        named("a"),
        named("  AZaz09_-  "),
        named("   "),
        named(&"a".repeat(255)),
        described("two\nlines & \"quotes\" – äöü 😀"),
        described(&"😀".repeat(255)),
        described("  inside  "),
        tagged(&[("k", "v"), ("", ""), ("K", "v")]),
        tagged(&[(" k ", " v ")]),
        tagged(&[(&"k".repeat(36), &"v".repeat(43))]),
        tagged(&(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map(|key| (key, "")))),
        with_extra_info(" {\"a\": [1, {\"b\": null}]} "),
        in_project(" my-project_1 "),
        in_project(&"p".repeat(64)),
        of_server("9506416D-DB6C-406E-8BCA-C0F43793D914"),
        of_server("{9506416d-db6c-406e-8bca-c0f43793d914}"),
        of_server("https://console.example/#/ecs/9506416d-db6c-406e-8bca-c0f43793d914/detail"),
    ];
    for draft in drafts {
        assert!(agree_on(&draft).await, "both refuse {draft:?}");
    }
}

#[tokio::test]
async fn both_refuse_these_drafts() {
    let eleven: Vec<_> =
        ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].map(|key| (key, "")).to_vec();
    let drafts = [
        named("db 01"),
        named("größe"),
        named("a.b"),
        named("a/b"),
        named(&"a".repeat(256)),
        described("a < b"),
        described("a > b"),
        described(&"ä".repeat(256)),
        tagged(&eleven),
        tagged(&[("", "v")]),
        tagged(&[("k", "a"), (" k ", "b")]),
        tagged(&[("k k", "")]),
        tagged(&[("ключ", "")]),
        tagged(&[("k", "a b")]),
        tagged(&[("k", "a=b")]),
        tagged(&[(&"k".repeat(37), "")]),
        tagged(&[("k", &"v".repeat(44))]),
        with_extra_info("[]"),
        with_extra_info("null"),
        with_extra_info("\"{}\""),
        with_extra_info("{a: 1}"),
        with_extra_info("{\"a\": 1,}"),
        with_extra_info("{"),
        in_project(""),
        in_project("my project"),
        in_project("a/b"),
        in_project("a.b"),
        in_project(&"p".repeat(65)),
        of_server(""),
        of_server("web-01"),
        of_server("9506416ddb6c406e8bcac0f43793d914"),
        of_server("9506416d-db6c-406e-8bca-c0f43793d914 f45c477a-57e5-465f-999f-d845083962db"),
    ];
    for draft in drafts {
        assert!(!agree_on(&draft).await, "both accept {draft:?}");
    }
}

#[tokio::test]
async fn the_simulator_refuses_json_that_its_reader_cannot_hold_though_no_table_forbids_it() {
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(200), "]".repeat(200));
    for extra_info in ["{\"a\": 1e999}", "{\"a\": \"\\ud800\"}", &deep] {
        let request = check(&with_extra_info(extra_info)).unwrap().to_http();
        let body = request.body.as_ref().unwrap().to_string();
        let answer = post(&Simulator::new(), &request.path, body).await;
        assert_eq!(answer.status, 400, "{extra_info}");
    }
}

#[tokio::test]
async fn the_console_refuses_a_key_that_is_there_twice_though_no_table_forbids_it() {
    let twice = with_extra_info("{\"a\": 1, \"a\": 2}");
    assert!(check(&twice).is_err());
    let (path, body) = unchecked(&twice);
    assert_eq!(post(&Simulator::new(), &path, body).await.status, 200);
}

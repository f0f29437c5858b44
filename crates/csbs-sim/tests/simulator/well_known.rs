//! The well-known servers: each does what its row says.

use std::time::Duration;

use csbs_sim::well_known::{WellKnownServer, servers};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::running::{Answer, End, Simulator};

fn named(name: &str) -> &'static WellKnownServer {
    servers().iter().find(|server| server.name == name).unwrap_or_else(|| panic!("no {name}"))
}

async fn answered(name: &str) -> Answer {
    match Simulator::new().end_of(named(name)).await {
        End::Answered(answer) => answer,
        other => panic!("{name}: {other:?}"),
    }
}

/// The checkpoint that the server of this name answers with.
async fn checkpoint(name: &str) -> Value {
    answered(name).await.json()["checkpoint"].clone()
}

#[tokio::test(start_paused = true)]
async fn the_status_of_every_answer_is_the_one_in_the_id() {
    for server in servers() {
        let status = match Simulator::new().end_of(server).await {
            End::Answered(answer) => answer.status.as_u16(),
            End::Broken { status, .. } => status.as_u16(),
            End::HungUp | End::Silent => 0,
        };
        assert_eq!(status, server.status, "{}", server.name);
    }
}

#[tokio::test(start_paused = true)]
async fn a_backup_is_created_exactly_where_the_row_says_so() {
    for server in servers() {
        let simulator = Simulator::new();
        simulator.end_of(server).await;
        let created = simulator.items(&format!("resource_id={}", server.id())).await.len();
        assert_eq!(created, usize::from(server.creates), "{}", server.name);
    }
}

#[tokio::test(start_paused = true)]
async fn every_documented_code_comes_with_its_message_filled_in() {
    let answer = answered("no-disk").await;
    let expected = "No volume attached to the server (00000000-0000-4000-8000-000004006007) for \
                    protect.";
    assert_eq!(answer.json(), json!({ "error_code": "CSBS.6007", "error_msg": expected }));
}

#[tokio::test]
async fn every_shape_is_as_its_sender_writes_it() {
    assert_eq!(answered("503-service").await.code(), "CSBS.0503");
    let gateway = answered("503-gateway").await;
    assert_eq!(gateway.json()["request_id"], gateway.header("x-request-id"));
    let wrapped = [
        ("400-openstack", "badRequest"),
        ("401-openstack", "unauthorized"),
        ("403-openstack", "forbidden"),
        ("404-openstack", "itemNotFound"),
        ("429-openstack", "overLimit"),
        ("503-openstack", "serviceUnavailable"),
    ];
    for (name, key) in wrapped {
        let body = answered(name).await.json();
        assert_eq!(body[key]["code"], named(name).status, "{name}");
        assert!(body[key]["message"].is_string(), "{name}");
    }
    assert_eq!(answered("429-openstack").await.json()["overLimit"]["retryAfter"], 7);
    assert_eq!(answered("401-identity").await.json()["error"]["code"], 401);
    assert_eq!(answered("identity-code").await.json()["error"]["code"], "IAM.0067");
    let html = answered("502-html").await;
    assert!(html.header("content-type").starts_with("text/html"));
    assert!(html.text().contains("<h1>502 Bad Gateway</h1>"));
    assert_eq!(answered("504-text").await.text(), "504 Gateway Timeout\n");
    assert_eq!(answered("500-empty").await.body, b"");
}

#[tokio::test]
async fn too_many_requests_say_when_to_try_again() {
    for shape in ["service", "gateway", "openstack", "identity", "html", "text", "empty"] {
        for status in ["429", "503"] {
            let name = format!("{status}-{shape}");
            assert_eq!(answered(&name).await.header("retry-after"), "7", "{name}");
        }
    }
    let date = answered("retry-date").await;
    assert_eq!(date.header("retry-after"), "Tue, 18 Apr 2017 01:21:59 GMT");
}

#[tokio::test]
async fn tokens_are_refused_as_the_gateway_does() {
    assert_eq!(answered("token-expired").await.code(), "APIGW.0307");
    assert_eq!(answered("token-unknown").await.code(), "APIGW.0301");
}

#[tokio::test(start_paused = true)]
async fn connections_break_where_the_row_says() {
    let simulator = Simulator::new();
    for name in ["closed-before-answer", "closed-before-answer-created"] {
        assert!(matches!(simulator.end_of(named(name)).await, End::HungUp), "{name}");
    }
    for name in ["no-answer", "no-answer-created"] {
        assert!(matches!(simulator.end_of(named(name)).await, End::Silent), "{name}");
    }
    match simulator.end_of(named("cut-answer")).await {
        End::Broken { announced, received, .. } => {
            assert!(0 < received && received < announced, "{received} of {announced} bytes");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn slow_answers_take_their_time_and_are_whole() {
    for (name, at_least) in [("slow-drip", 2), ("late", 3), ("late-created", 3)] {
        let start = Instant::now();
        let answer = answered(name).await;
        let elapsed = start.elapsed();
        assert!(elapsed >= Duration::from_secs(at_least), "{name}: {elapsed:?}");
        assert!(elapsed <= Duration::from_secs(5), "{name}: {elapsed:?}");
        assert!(!answer.body.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn the_ten_megabytes_are_a_checkpoint_without_announced_length() {
    let answer = answered("ten-megabytes").await;
    assert!(answer.body.len() > 10_000_000, "{}", answer.body.len());
    assert_eq!(answer.headers.get("content-length"), None);
    assert!(answer.json()["checkpoint"]["id"].is_string());
}

#[tokio::test]
async fn answers_that_are_no_checkpoint_are_none() {
    let names = [
        "truncated-json",
        "other-json",
        "html-page",
        "empty-answer",
        "null-answer",
        "null-checkpoint",
        "list-answer",
        "plain-text",
        "no-id",
    ];
    for name in names {
        let body: Value = serde_json::from_slice(&answered(name).await.body).unwrap_or_default();
        assert!(!body["checkpoint"]["id"].is_string(), "{name}: {body}");
    }
}

#[tokio::test]
async fn odd_checkpoints_are_odd_in_the_way_they_say() {
    let minimal = checkpoint("minimal").await;
    assert_eq!(minimal.as_object().unwrap().len(), 2, "{minimal}");
    assert!(checkpoint("nulls").await["protection_plan"].is_null());
    let inner = |text: &Value| serde_json::from_str::<Value>(text.as_str().unwrap());
    let extra = checkpoint("extra-info-json").await;
    assert!(inner(&extra["extra_info"]).unwrap().is_object());
    let in_resource = &extra["protection_plan"]["resources"][0]["extra_info"];
    assert!(inner(in_resource).unwrap().is_object());
    assert!(inner(&checkpoint("extra-info-text").await["extra_info"]).is_err());
    assert!(inner(&checkpoint("graph-json").await["resource_graph"]).unwrap().is_array());
    let twice = inner(&checkpoint("graph-twice").await["resource_graph"]).unwrap();
    assert!(inner(&twice).unwrap().is_array());
    assert!(inner(&checkpoint("graph-quotes").await["resource_graph"]).is_err());
    assert_eq!(checkpoint("numbers").await["extra_info"]["size"], 1024.5);
    assert_eq!(checkpoint("short-time").await["created_at"], "2017-4-8T1:21:52.7");
    assert!(!checkpoint("unknown-keys").await["consistency_level"].is_null());
    let plan = checkpoint("long-names").await["protection_plan"].clone();
    assert_eq!(plan["name"].as_str().unwrap().chars().count(), 5000);
    assert_eq!(checkpoint("unknown-status").await["status"], "hibernating");
    let plan = checkpoint("many-resources").await["protection_plan"].clone();
    assert_eq!(plan["resources"].as_array().unwrap().len(), 200);
    assert!(String::from_utf8(answered("broken-utf8").await.body).is_err());
    assert!(answered("deep-json").await.text().contains(&"[".repeat(10_000)));
    let hostile = checkpoint("hostile-text").await.to_string();
    assert!(hostile.contains("<img src=x onerror=") && hostile.contains('\u{202e}'), "{hostile}");
}

#[tokio::test]
async fn an_id_that_is_misspelt_does_not_look_like_success() {
    let simulator = Simulator::new();
    let answer = simulator.create("00000000-0000-4000-8000-000004006008", json!({})).await;
    assert_eq!((answer.status.as_u16(), answer.code()), (400, "CSBS.6000".to_owned()));
    assert!(simulator.items("").await.is_empty());
}

#[tokio::test]
async fn the_rules_come_before_what_is_known_of_the_server() {
    let simulator = Simulator::new();
    let id = named("503-html").id();
    let answer = simulator.create(&id, json!({ "backup_name": "" })).await;
    assert_eq!((answer.status.as_u16(), answer.code()), (400, "CSBS.9001".to_owned()));
}

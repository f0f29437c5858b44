//! Reading back what was created: the list, its parameters, and one item.

use axum::{body::Body, http::Request};
use csbs_sim::{DEMO_RESOURCE_ID, DEMO_TOKEN};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::running::Simulator;

const OTHER_SERVER: &str = "f45c477a-57e5-465f-999f-d845083962db";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["name"].as_str().unwrap()).collect()
}

/// Three backups ten seconds apart: the first available, the second under way, the third waiting.
async fn three_backups() -> Simulator {
    let simulator = Simulator::new();
    for (name, server) in [("web-a", DEMO_RESOURCE_ID), ("DB-b", OTHER_SERVER)] {
        simulator.create(server, json!({ "backup_name": name })).await;
        simulator.clock.advance(SignedDuration::from_secs(10));
    }
    simulator.create(DEMO_RESOURCE_ID, json!({ "backup_name": "web-c" })).await;
    simulator
}

#[tokio::test]
async fn a_created_backup_is_found_by_the_id_of_its_checkpoint_and_then_by_its_own() {
    let simulator = Simulator::new();
    let protect = json!({
        "backup_name": "backup",
        "description": "backup des",
        "tags": [{ "key": "team", "value": "db" }],
    });
    let checkpoint_id = simulator.created(protect).await;

    let items = simulator.items(&format!("checkpoint_id={checkpoint_id}")).await;

    assert_eq!(items.len(), 1, "{items:?}");
    let item = &items[0];
    assert_eq!(item["name"], "backup");
    assert_eq!(item["description"], "backup des");
    assert_eq!(item["tags"], json!([{ "key": "team", "value": "db" }]));
    assert_eq!(item["created_at"], "2017-04-18T01:21:52.701973");
    assert_ne!(item["id"], item["checkpoint_id"]);
    let one = simulator.read(&format!("/checkpoint_items/{}", item["id"].as_str().unwrap())).await;
    assert_eq!(one.json()["checkpoint_item"], *item);
    assert_eq!(one.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_backup_progresses_with_the_clock_until_it_is_available() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    let stages = [
        (0, "waiting_protect", 0, Value::Null),
        (10, "protecting", 50, Value::Null),
        (10, "available", 100, json!("2017-04-18T01:22:12.701973")),
    ];
    for (seconds, status, progress, finished_at) in stages {
        simulator.clock.advance(SignedDuration::from_secs(seconds));
        let items = simulator.items("").await;
        assert_eq!(items[0]["status"], status);
        assert_eq!(items[0]["extend_info"]["progress"], progress, "{status}");
        assert_eq!(items[0]["extend_info"]["finished_at"], finished_at, "{status}");
    }
}

#[tokio::test]
async fn the_parameters_of_the_list_select_sort_and_page() {
    let simulator = three_backups().await;
    let cases: &[(&str, &[&str])] = &[
        ("", &["web-c", "DB-b", "web-a"]),
        ("status=available", &["web-a"]),
        ("status=protecting", &["DB-b"]),
        ("status=error", &[]),
        ("name=WEB", &["web-c", "web-a"]),
        ("name=b", &["web-c", "DB-b", "web-a"]),
        ("name=b-b", &["DB-b"]),
        ("resource_id=f45c477a-57e5-465f-999f-d845083962db", &["DB-b"]),
        ("resource_name=f45c", &["DB-b"]),
        ("resource_type=OS::Nova::Server&limit=1", &["web-c"]),
        ("resource_type=OS::Cinder::Volume", &[]),
        ("policy_id=4468f4b8-7c78-4222-a2ca-346b5d557dd2", &[]),
        ("checkpoint_id=4468f4b8-7c78-4222-a2ca-346b5d557dd2", &[]),
        ("start_time=2017-04-18T01:22:02.701973", &["web-c", "DB-b"]),
        ("end_time=2017-04-18T01:22:02.701973", &["DB-b", "web-a"]),
        ("start_time=2017-04-18T01:22:00&end_time=2017-04-18T01:22:10", &["DB-b"]),
        ("sort=created_at:asc", &["web-a", "DB-b", "web-c"]),
        ("sort=created_at:desc", &["web-c", "DB-b", "web-a"]),
        ("sort=name:asc", &["DB-b", "web-a", "web-c"]),
        ("sort=status:asc,name:desc", &["web-a", "DB-b", "web-c"]),
        ("limit=2", &["web-c", "DB-b"]),
        ("limit=2&offset=2", &["web-a"]),
        ("offset=9", &[]),
        ("limit=999999", &["web-c", "DB-b", "web-a"]),
        ("not_a_parameter=1", &["web-c", "DB-b", "web-a"]),
    ];
    for (parameters, expected) in cases {
        let items = simulator.items(parameters).await;
        assert_eq!(names(&items), *expected, "{parameters}");
    }
}

#[tokio::test]
async fn a_marker_goes_on_after_the_last_item_of_the_page_before() {
    let simulator = three_backups().await;
    let mut seen = Vec::new();
    let mut parameters = "limit=1".to_owned();
    while let Some(item) = simulator.items(&parameters).await.pop() {
        parameters = format!("limit=1&marker={}", item["id"].as_str().unwrap());
        seen.push(item["name"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen, ["web-c", "DB-b", "web-a"]);
}

#[tokio::test]
async fn a_parameter_that_cannot_be_read_is_refused() {
    let simulator = three_backups().await;
    let wrong = [
        "limit=0",
        "limit=-1",
        "limit=ten",
        "offset=-1",
        "sort=size",
        "sort=name:up",
        "start_time=yesterday",
        "end_time=2017-13-01T00:00:00",
        "marker=4468f4b8-7c78-4222-a2ca-346b5d557dd2",
    ];
    for parameters in wrong {
        let answer = simulator.read(&format!("/checkpoint_items?{parameters}")).await;
        assert_eq!(answer.status, 400, "{parameters}");
        assert_eq!(answer.code(), "CSBS.9001", "{parameters}");
    }
}

#[tokio::test]
async fn an_item_that_does_not_exist_or_belongs_to_another_project_is_not_found() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    let id = simulator.items("").await[0]["id"].as_str().unwrap().to_owned();
    let missing = simulator.read("/checkpoint_items/4468f4b8-7c78-4222-a2ca-346b5d557dd2").await;
    assert_eq!((missing.status.as_u16(), missing.code()), (404, "CSBS.3001".to_owned()));

    let foreign = Request::get(format!("/api/csbs/v1/other/checkpoint_items/{id}"))
        .header("X-Auth-Token", DEMO_TOKEN)
        .body(Body::empty());
    assert_eq!(simulator.send(foreign.unwrap()).await.code(), "CSBS.3001");
}

#[tokio::test]
async fn a_backup_without_a_name_gets_one() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    let items = simulator.items("").await;
    assert!(names(&items)[0].starts_with("manualbk_"), "{items:?}");
}

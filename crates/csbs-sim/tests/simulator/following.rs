//! What becomes of backups: the servers for which it is unusual, whole families of them, and the
//! numbers of a project.

use axum::{body::Body, http::Request};
use csbs_sim::{
    DEMO_RESOURCE_ID, DEMO_TOKEN, Options,
    well_known::{FAMILIES, Family, ProjectWay, follow_ups, projects},
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::running::{Simulator, create_path};

fn named(name: &str) -> String {
    let found = follow_ups().iter().find(|server| server.name == name);
    found.unwrap_or_else(|| panic!("no {name}")).id()
}

/// A simulator in which a backup of this server was created.
async fn backed_up(name: &str) -> Simulator {
    let simulator = Simulator::new();
    let answer = simulator.create(&named(name), json!({})).await;
    assert_eq!(answer.status, 200, "{name}: {answer:?}");
    simulator
}

async fn the_item(simulator: &Simulator) -> Value {
    let mut items = simulator.items("").await;
    assert_eq!(items.len(), 1, "{items:?}");
    items.remove(0)
}

#[tokio::test]
async fn a_finished_backup_says_how_large_it_is_and_how_long_it_took() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    let before = the_item(&simulator).await;
    assert_eq!(before["extend_info"]["size"], 0);
    assert_eq!(before["extend_info"]["volume_backups"][0]["status"], "creating");
    simulator.clock.advance(SignedDuration::from_secs(30));
    let item = the_item(&simulator).await;
    let info = &item["extend_info"];
    assert_eq!((&item["status"], &info["size"]), (&json!("available"), &json!(10_240)));
    assert_eq!(info["average_speed"], 10_240 * 1024 / 20);
    assert_eq!(info["finished_at"], "2017-04-18T01:22:12.701973");
    assert_eq!(info["volume_backups"][1]["status"], "available");
}

#[tokio::test]
async fn a_hundred_of_the_longest_backups_stay_below_a_megabyte() {
    let simulator = Simulator::new();
    let tags: Vec<Value> = (0..10)
        .map(|number| json!({ "key": format!("{number:k<36}"), "value": "v".repeat(43) }))
        .collect();
    let long = "d".repeat(255);
    simulator.created(json!({ "backup_name": long, "description": long, "tags": tags })).await;
    let bytes = the_item(&simulator).await.to_string().len();
    assert!((3000..5000).contains(&bytes), "{bytes}");
    // The page of the console that lists 100 reads 1 MiB of an answer at most.
    assert!(100 * bytes < 1 << 20, "{bytes}");
}

#[tokio::test]
async fn a_backup_that_fails_says_why_or_does_not() {
    let simulator = backed_up("fails").await;
    simulator.clock.advance(SignedDuration::from_secs(12));
    let item = the_item(&simulator).await;
    let info = &item["extend_info"];
    assert_eq!((&item["status"], &info["progress"]), (&json!("error"), &json!(60)));
    assert_eq!(info["fail_code"], json!({ "Code": "CSBS.9999", "Description": "protect failed" }));
    assert!(!info["fail_reason"].as_str().unwrap().is_empty());
    assert_eq!((&info["fail_op"], &info["size"]), (&json!("protect"), &json!(0)));
    assert_eq!(info["volume_backups"][1]["status"], "error");

    let simulator = backed_up("fails-without-reason").await;
    simulator.clock.advance(SignedDuration::from_secs(12));
    let item = the_item(&simulator).await;
    assert_eq!(item["status"], "error");
    assert_eq!(item["extend_info"]["fail_code"], json!({}));
    assert_eq!(item["extend_info"]["fail_reason"], "");
}

#[tokio::test]
async fn a_backup_without_progress_gives_null() {
    let simulator = backed_up("no-progress").await;
    assert_eq!(the_item(&simulator).await["extend_info"]["progress"], Value::Null);
}

#[tokio::test]
async fn backups_come_late_or_never_or_go() {
    let cases = [("late-in-list", [0, 1]), ("never-listed", [0, 0]), ("disappears", [1, 0])];
    for (name, expected) in cases {
        let simulator = backed_up(name).await;
        let before = simulator.items("").await;
        simulator.clock.advance(SignedDuration::from_secs(10));
        let after = simulator.items("").await;
        assert_eq!([before.len(), after.len()], expected, "{name}");
        let count = simulator.read("/checkpoint_items/count").await.json()["count"].clone();
        assert_eq!(count, expected[1], "{name}");
        if let ("disappears", Some(item)) = (name, before.first()) {
            let path = format!("/checkpoint_items/{}", item["id"].as_str().unwrap());
            let gone = simulator.read(&path).await;
            assert_eq!((gone.status.as_u16(), gone.code()), (404, "CSBS.3001".to_owned()));
        }
    }
}

#[tokio::test]
async fn reading_an_unsteady_backup_fails_every_other_time() {
    let simulator = backed_up("unsteady").await;
    let id = the_item(&simulator).await["id"].as_str().unwrap().to_owned();
    let mut seen = Vec::new();
    for _ in 0..4 {
        let answer = simulator.read(&format!("/checkpoint_items/{id}")).await;
        seen.push((answer.status.as_u16(), answer.headers.contains_key("retry-after")));
    }
    assert_eq!(seen, [(503, true), (200, false), (503, true), (200, false)]);
}

#[tokio::test]
async fn some_servers_refuse_the_first_call_and_take_the_next() {
    let busy = Family::BusyOnce.id(50);
    for (server, status) in [(named("busy-once"), 429), (named("down-once"), 503), (busy, 429)] {
        let simulator = Simulator::new();
        let first = simulator.create(&server, json!({})).await;
        assert_eq!((first.status.as_u16(), first.header("retry-after")), (status, "7"), "{server}");
        assert!(simulator.items("").await.is_empty(), "{server}");
        assert_eq!(simulator.create(&server, json!({})).await.status, 200, "{server}");
    }
}

#[tokio::test]
async fn every_family_does_what_it_says() {
    let simulator = Simulator::new();
    let cases = [
        (Family::Refused, 400, 0),
        (Family::NotProtectable, 400, 0),
        (Family::Unknown, 504, 0),
        (Family::UnknownCreated, 504, 1),
        (Family::BusyOnce, 429, 0),
        (Family::Fails, 200, 1),
    ];
    assert_eq!(cases.map(|(family, ..)| family), FAMILIES);
    for (family, status, created) in cases {
        let id = family.id(4711);
        assert_eq!(simulator.create(&id, json!({})).await.status, status, "{family:?}");
        let items = simulator.items(&format!("resource_id={id}")).await;
        assert_eq!(items.len(), created, "{family:?}");
    }
    let other = simulator.create("00000000-0000-4000-8009-000000000001", json!({})).await;
    assert_eq!(other.code(), "CSBS.6000", "a family that is none");
}

#[tokio::test]
async fn the_count_goes_by_the_parameters_but_not_by_the_page() {
    let simulator = Simulator::new();
    for name in ["web-a", "web-b", "db"] {
        simulator.created(json!({ "backup_name": name })).await;
    }
    for (parameters, expected) in [("", 3), ("name=web", 2), ("limit=1&offset=1", 3), ("name=x", 0)]
    {
        let answer = simulator.read(&format!("/checkpoint_items/count?{parameters}")).await;
        assert_eq!(answer.json(), json!({ "count": expected }), "{parameters}");
    }
    let wrong = simulator.read("/checkpoint_items/count?start_time=noon").await;
    assert_eq!((wrong.status.as_u16(), wrong.code()), (400, "CSBS.9001".to_owned()));
}

#[tokio::test]
async fn the_quotas_tell_what_is_used() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    simulator.clock.advance(SignedDuration::from_secs(60));
    let expected = json!([
        { "type": "backup_capacity", "unit": "GB", "quota": -1, "used": 10 },
        { "type": "backups", "quota": 600, "used": 1 },
    ]);
    assert_eq!(simulator.read("/quotas").await.json()["quotas"]["resources"], expected);
}

#[tokio::test]
async fn a_new_project_is_not_served() {
    let simulator = Simulator::new();
    let project = projects().iter().find(|project| project.way == ProjectWay::NotServed).unwrap();
    let path = create_path(DEMO_RESOURCE_ID).replace(csbs_sim::DEMO_PROJECT_ID, &project.id);
    let request = Request::post(path)
        .header("X-Auth-Token", DEMO_TOKEN)
        .header("Content-Type", "application/json")
        .body(Body::from("{\"protect\":{}}"));
    let answer = simulator.send(request.unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.code()), (400, "BackupService.4008".to_owned()));
}

#[tokio::test]
async fn the_rate_limit_counts_the_requests_of_a_second() {
    let simulator = Simulator::with(Options { rate_limit: Some(2), ..Options::default() });
    for second in 0..2 {
        for expected in [200, 200, 429, 429] {
            let answer = simulator.read("/quotas").await;
            assert_eq!(answer.status, expected, "second {second}");
            if expected == 429 {
                assert_eq!(answer.code(), "APIGW.0308");
                assert_eq!(answer.header("retry-after"), "1");
            }
        }
        simulator.clock.advance(SignedDuration::from_secs(1));
    }
}

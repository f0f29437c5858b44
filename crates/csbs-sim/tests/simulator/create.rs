//! The create call over HTTP.

use axum::{body::Body, http::Request};
use csbs_sim::{DEMO_PROJECT_ID, DEMO_RESOURCE_ID};
use serde_json::json;

use crate::running::{Simulator, create_path, create_request};

#[tokio::test]
async fn the_example_of_the_page_gives_a_checkpoint_with_its_own_ids_and_time() {
    let simulator = Simulator::new();
    let protect = json!({ "backup_name": "backup", "description": "backup des", "extra_info": {} });

    let first = simulator.create(DEMO_RESOURCE_ID, protect.clone()).await;
    let second = simulator.create(DEMO_RESOURCE_ID, protect).await;

    assert_eq!(first.status, 200);
    assert_eq!(first.header("content-type"), "application/json");
    assert_eq!(first.header("cache-control"), "no-store");
    let checkpoint = &first.json()["checkpoint"];
    assert_eq!(checkpoint["status"], "protecting");
    assert_eq!(checkpoint["created_at"], "2017-04-18T01:21:52.701973");
    assert_eq!(checkpoint["project_id"], DEMO_PROJECT_ID);
    assert_eq!(checkpoint["protection_plan"]["resources"][0]["id"], DEMO_RESOURCE_ID);
    assert_ne!(checkpoint["id"], second.json()["checkpoint"]["id"]);
}

#[tokio::test]
async fn a_content_type_other_than_json_is_refused() {
    let simulator = Simulator::new();
    let cases = [
        (None, 400),
        (Some("text/plain"), 400),
        (Some("application/x-www-form-urlencoded"), 400),
        (Some("application/jsonx"), 400),
        (Some("application/json"), 200),
        (Some("application/json; charset=utf-8"), 200),
        (Some("Application/JSON"), 200),
    ];
    for (content_type, status) in cases {
        let mut request = Request::post(create_path(DEMO_RESOURCE_ID))
            .header("X-Auth-Token", csbs_sim::DEMO_TOKEN);
        if let Some(content_type) = content_type {
            request = request.header("Content-Type", content_type);
        }
        let answer = simulator.send(request.body(Body::from("{\"protect\":{}}")).unwrap()).await;
        assert_eq!(answer.status, status, "{content_type:?}");
    }
}

#[tokio::test]
async fn a_refusal_has_the_code_and_the_shape_of_the_service() {
    let simulator = Simulator::new();
    let too_many: Vec<_> = (0..11).map(|n| json!({ "key": n.to_string(), "value": "" })).collect();
    let cases = [
        (json!({ "backup_name": "a b" }), "CSBS.9001"),
        (json!({ "resource_type": "OS::Cinder::Volume" }), "CSBS.6003"),
        (json!({ "tags": too_many }), "CSBS.7000"),
    ];
    for (protect, code) in cases {
        let answer = simulator.create(DEMO_RESOURCE_ID, protect.clone()).await;
        assert_eq!(answer.status, 400, "{protect}");
        assert_eq!(answer.code(), code, "{protect}");
        assert!(answer.json()["error_msg"].is_string(), "{protect}");
        assert!(answer.headers.contains_key("x-request-id"), "{protect}");
    }
    assert_eq!(simulator.items("").await.len(), 0);
}

#[tokio::test]
async fn a_body_over_the_limit_or_broken_is_refused() {
    let simulator = Simulator::new();
    for body in ["".to_owned(), "{".to_owned(), " ".repeat(5_000_000)] {
        let length = body.len();
        let request = create_request(DEMO_RESOURCE_ID).body(Body::from(body)).unwrap();
        let answer = simulator.send(request).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code()),
            (400, "CSBS.9001".to_owned()),
            "{length}"
        );
    }
}

#[tokio::test]
async fn percent_encoded_parts_of_the_path_are_decoded() {
    let simulator = Simulator::new();
    let encoded = DEMO_RESOURCE_ID.replace('-', "%2D");
    assert_eq!(simulator.create(&encoded, json!({})).await.status, 200);
    for broken in ["%ff", "a%2Fb", "%7B%7D"] {
        assert_eq!(simulator.create(broken, json!({})).await.code(), "CSBS.9001", "{broken}");
    }
}

//! What stands in front of the services: token, request id, unknown paths and methods.

use std::time::Duration;

use axum::{body::Body, http::Request};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_RESOURCE_ID, DEMO_TOKEN, EXPIRED_TOKEN, Options, options::BasePath,
};
use serde_json::json;
use tokio::time::Instant;

use crate::running::{Simulator, create_path};

#[tokio::test]
async fn without_a_good_token_every_call_is_refused_with_401() {
    let simulator = Simulator::new();
    let cases = [
        (None, "APIGW.0301"),
        (Some(""), "APIGW.0301"),
        (Some("made-up"), "APIGW.0301"),
        (Some(EXPIRED_TOKEN), "APIGW.0307"),
    ];
    for (token, code) in cases {
        for path in [create_path(DEMO_RESOURCE_ID), "/api/csbs/v9/nothing".to_owned()] {
            let mut request = Request::post(&path);
            if let Some(token) = token {
                request = request.header("X-Auth-Token", token);
            }
            let answer = simulator.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, 401, "{token:?} {path}");
            assert_eq!(answer.code(), code, "{token:?} {path}");
            assert_eq!(answer.json()["request_id"], answer.header("x-request-id"), "{token:?}");
        }
    }
}

#[tokio::test]
async fn every_request_gets_an_id_of_its_own() {
    let simulator = Simulator::new();
    let first = simulator.read("/checkpoint_items").await;
    let second = simulator.read("/checkpoint_items").await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
}

#[tokio::test]
async fn an_unknown_path_is_refused_by_the_gateway_and_an_unknown_method_by_the_service() {
    let simulator = Simulator::new();
    let nowhere = simulator.read("/nothing").await;
    assert_eq!((nowhere.status.as_u16(), nowhere.code()), (404, "APIGW.0101".to_owned()));

    let request = Request::delete(format!("/api/csbs/v1/{DEMO_PROJECT_ID}/checkpoint_items"))
        .header("X-Auth-Token", DEMO_TOKEN);
    let deleted = simulator.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(deleted.status, 405);
    assert_eq!(deleted.json()["badMethod"]["code"], 405);
}

#[tokio::test]
async fn the_api_answers_under_the_base_path_that_was_set() {
    let base_path: BasePath = "/proxy/backup".parse().unwrap();
    let simulator = Simulator::with(Options { base_path, ..Options::default() });
    let path = create_path(DEMO_RESOURCE_ID);
    for (path, status) in [(path.replace("/api/csbs", "/proxy/backup"), 200), (path, 404)] {
        let request = Request::post(&path)
            .header("X-Auth-Token", DEMO_TOKEN)
            .header("Content-Type", "application/json")
            .body(Body::from("{\"protect\":{}}"));
        assert_eq!(simulator.send(request.unwrap()).await.status, status, "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_answer_of_the_api_is_held_back_by_the_delay() {
    let delay = Duration::from_millis(700);
    let simulator = Simulator::with(Options { delay, ..Options::default() });
    let start = Instant::now();
    simulator.create(DEMO_RESOURCE_ID, json!({})).await;
    assert_eq!(start.elapsed(), delay);

    let start = Instant::now();
    simulator.send(Request::get("/config.json").body(Body::empty()).unwrap()).await;
    assert_eq!(start.elapsed(), Duration::ZERO);
}

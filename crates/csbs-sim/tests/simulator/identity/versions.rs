//! What programs ask before they sign in.

use axum::{body::Body, http::Request};
use serde_json::json;

use crate::running::Simulator;

#[tokio::test]
async fn programs_find_the_versions_at_the_root_and_browsers_the_page() {
    let simulator = Simulator::new();
    let ask = async |path: &str, accept: &str| {
        let request = Request::get(path).header("Accept", accept).header("Host", "sim.example");
        simulator.send(request.body(Body::empty()).unwrap()).await
    };
    let all = ask("/", "application/json").await;
    assert_eq!(all.status, 300);
    let link = &all.json()["versions"]["values"][0]["links"][0]["href"];
    assert_eq!(link, "http://sim.example/v3/");
    let one = ask("/v3", "application/json").await;
    assert_eq!((one.status.as_u16(), &one.json()["version"]["id"]), (200, &json!("v3.6")));
    let below = ask("/api/iam/v3", "*/*").await.json();
    assert_eq!(below["version"]["links"][0]["href"], "http://sim.example/api/iam/v3/");
    assert_eq!(ask("/", "text/html,application/json").await.status, 404, "the page is not served");
    assert_eq!(ask("/v3/nothing", "*/*").await.code(), "APIGW.0101");
    assert_eq!(ask("/api/iam/nothing", "*/*").await.code(), "APIGW.0101");
}

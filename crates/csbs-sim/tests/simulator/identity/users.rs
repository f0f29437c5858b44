//! The users: each signs in, or fails, as its row says.

use std::time::Duration;

use axum::{body::Body, http::Request};
use csbs_sim::{
    server::HangUp,
    well_known::{PASSWORD, projects},
};
use serde_json::{Value, json};
use tokio::time::Instant;
use tower::ServiceExt;

use super::password;
use crate::running::Simulator;

#[tokio::test(start_paused = true)]
async fn users_for_whom_it_fails_fail_as_they_say() {
    let cases = [
        ("refused-400", 400),
        ("refused-401", 401),
        ("refused-403", 403),
        ("refused-404", 404),
        ("busy-429", 429),
        ("failing-500", 500),
        ("down-503", 503),
    ];
    let simulator = Simulator::new();
    for (user, status) in cases {
        let answer = simulator.sign_in(password(user, "any"), Value::Null).await;
        assert_eq!(answer.status, status, "{user}");
        assert_eq!(answer.json()["error"]["code"], status, "{user}");
    }
    let busy = simulator.sign_in(password("busy-429", "any"), Value::Null).await;
    assert_eq!(busy.header("retry-after"), "7");
    let coded = simulator.sign_in(password("code-401", "any"), Value::Null).await;
    assert_eq!((coded.status.as_u16(), coded.code()), (401, "IAM.0062".to_owned()));
    let html = simulator.sign_in(password("html", "any"), Value::Null).await;
    assert!(html.text().contains("<h1>502 Bad Gateway</h1>"), "{html:?}");

    let start = Instant::now();
    let slow = simulator.sign_in(password("slow", PASSWORD), Value::Null).await;
    assert_eq!((slow.status.as_u16(), start.elapsed()), (201, Duration::from_secs(5)));
    let without = simulator.sign_in(password("no-token", PASSWORD), Value::Null).await;
    assert_eq!((without.status.as_u16(), without.headers.get("x-subject-token")), (201, None));
    let long = simulator.sign_in(password("long-token", PASSWORD), Value::Null).await;
    assert!(long.header("x-subject-token").len() >= 8000);
    let silent = simulator.sign_in(password("silent", "any"), Value::Null);
    assert!(tokio::time::timeout(Duration::from_secs(3600), silent).await.is_err());
}

#[tokio::test]
async fn users_see_the_projects_that_they_say() {
    let simulator = Simulator::new();
    for (user, count) in
        [("no-projects", 0), ("one-project", 1), ("many-projects", projects().len())]
    {
        let answer = simulator.sign_in(password(user, PASSWORD), Value::Null).await;
        let token = answer.header("x-subject-token");
        let list = simulator.get_with(token, "/v3/auth/projects").await.json();
        assert_eq!(list["projects"].as_array().unwrap().len(), count, "{user}");
    }
    let answer = simulator.sign_in(password("projects-fail", PASSWORD), Value::Null).await;
    let token = answer.header("x-subject-token");
    assert_eq!(simulator.get_with(token, "/v3/auth/projects").await.status, 503);
}

#[tokio::test]
async fn one_user_gets_no_answer_at_all() {
    let identity = password("closed", PASSWORD);
    let body = json!({ "auth": { "identity": identity } }).to_string();
    let request = Request::post("/v3/auth/tokens").body(Body::from(body)).unwrap();
    let response = Simulator::new().router.oneshot(request).await.unwrap();
    assert!(response.extensions().get::<HangUp>().is_some(), "{response:?}");
}

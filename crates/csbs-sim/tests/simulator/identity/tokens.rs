//! Tokens: what they are good for, and how long.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request},
};
use csbs_sim::{DEMO_PROJECT_ID, DEMO_TOKEN, Options, well_known::DOMAIN};
use jiff::SignedDuration;
use serde_json::json;

use super::{in_project, items_of};
use crate::running::{Answer, Simulator};

impl Simulator {
    async fn about_token(&self, method: Method, subject: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri("/v3/auth/tokens")
            .header("X-Auth-Token", DEMO_TOKEN)
            .header("X-Subject-Token", subject);
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

#[tokio::test]
async fn a_domain_token_lists_projects_and_is_exchanged_for_one_of_a_project() {
    let simulator = Simulator::new();
    let token = simulator.token_for(json!({ "domain": { "name": DOMAIN.0 } })).await;
    let list = simulator.get_with(&token, "/api/iam/v3/auth/projects").await.json();
    let names: Vec<_> =
        list["projects"].as_array().unwrap().iter().map(|project| &project["name"]).collect();
    assert_eq!(names, ["eu-de", "eu-de_finance", "MOS"]);
    let refused = simulator.get_with(&token, &items_of(DEMO_PROJECT_ID)).await;
    assert_eq!(refused.status, 403);
    assert_eq!(refused.json()["forbidden"]["code"], 403);

    let finance = &list["projects"][1]["id"].as_str().unwrap();
    let identity = json!({ "methods": ["token"], "token": { "id": token } });
    simulator.clock.advance(SignedDuration::from_hours(1));
    let second = simulator.sign_in(identity, in_project(finance)).await;
    assert_eq!(second.status, 201, "{second:?}");
    assert_eq!(second.json()["token"]["expires_at"], "2017-04-19T01:21:52.701973Z");
    let token = second.header("x-subject-token");
    assert_eq!(simulator.get_with(token, &items_of(finance)).await.status, 200);
    assert_eq!(simulator.get_with(token, &items_of(DEMO_PROJECT_ID)).await.status, 403);
}

#[tokio::test]
async fn a_token_that_has_expired_is_told_so_by_every_service() {
    let token_lifetime = Duration::from_secs(90);
    let simulator = Simulator::with(Options { token_lifetime, ..Options::default() });
    let token = simulator.token_for(in_project(DEMO_PROJECT_ID)).await;
    let paths = [
        items_of(DEMO_PROJECT_ID),
        format!("/api/ecs/v1/{DEMO_PROJECT_ID}/cloudservers/detail"),
        "/api/iam/v3/auth/projects".to_owned(),
    ];
    for (seconds, status) in [(89, 200), (1, 401)] {
        simulator.clock.advance(SignedDuration::from_secs(seconds));
        for path in &paths {
            let answer = simulator.get_with(&token, path).await;
            assert_eq!(answer.status, status, "{path} after {seconds} s: {answer:?}");
            if status == 401 {
                assert_eq!(answer.code(), "APIGW.0307", "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_token_can_be_looked_at_and_given_back() {
    let simulator = Simulator::new();
    let token = simulator.token_for(in_project(DEMO_PROJECT_ID)).await;
    let known = simulator.about_token(Method::GET, &token).await;
    assert_eq!(known.status, 200);
    assert_eq!(known.json()["token"]["project"]["id"], DEMO_PROJECT_ID);
    assert_eq!(known.header("x-subject-token"), token);
    assert_eq!(simulator.about_token(Method::DELETE, &token).await.status, 204);
    assert_eq!(simulator.about_token(Method::GET, &token).await.status, 404);
    let refused = simulator.get_with(&token, &items_of(DEMO_PROJECT_ID)).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (401, "APIGW.0301".to_owned()));
}

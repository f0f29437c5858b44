//! Signing in, listing projects, and what tokens are good for.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request},
};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_TOKEN, EXPIRED_TOKEN, Options,
    well_known::{DOMAIN, PASSCODE, PASSWORD, projects},
};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::running::{Answer, Simulator};

fn password(user: &str, password: &str) -> Value {
    let domain = json!({ "name": DOMAIN.0 });
    json!({
        "methods": ["password"],
        "password": { "user": { "name": user, "password": password, "domain": domain } },
    })
}

fn in_project(id: &str) -> Value {
    json!({ "project": { "id": id } })
}

impl Simulator {
    async fn sign_in_at(&self, path: &str, identity: Value, scope: Value) -> Answer {
        let mut auth = json!({ "identity": identity });
        if !scope.is_null() {
            auth["scope"] = scope;
        }
        let body = json!({ "auth": auth }).to_string();
        let request = Request::post(path)
            .header("Host", "127.0.0.1:8080")
            .header("Content-Type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn sign_in(&self, identity: Value, scope: Value) -> Answer {
        self.sign_in_at("/api/iam/v3/auth/tokens", identity, scope).await
    }

    /// A token of the user `demo`, which must be given.
    async fn token_for(&self, scope: Value) -> String {
        let answer = self.sign_in(password("demo", PASSWORD), scope).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.header("x-subject-token").to_owned()
    }

    async fn get_with(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(path).header("X-Auth-Token", token);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn about_token(&self, method: Method, subject: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri("/v3/auth/tokens")
            .header("X-Auth-Token", DEMO_TOKEN)
            .header("X-Subject-Token", subject);
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

fn items_of(project: &str) -> String {
    format!("/api/csbs/v1/{project}/checkpoint_items")
}

#[tokio::test]
async fn a_password_gives_a_token_for_a_project_in_the_header() {
    let simulator = Simulator::new();
    let by_id = in_project(DEMO_PROJECT_ID);
    let by_name = json!({ "project": { "name": "eu-de" } });
    let in_domain = json!({ "project": { "name": "eu-de", "domain": { "name": DOMAIN.0 } } });
    for scope in [by_id, by_name, in_domain] {
        let answer = simulator.sign_in(password("demo", PASSWORD), scope.clone()).await;
        assert_eq!(answer.status, 201, "{scope}: {answer:?}");
        let body = &answer.json()["token"];
        assert_eq!(body["user"]["name"], "demo", "{scope}");
        assert_eq!(body["project"]["id"], DEMO_PROJECT_ID, "{scope}");
        assert_eq!(body["expires_at"], "2017-04-19T01:21:52.701973Z", "{scope}");
        assert_eq!(body["methods"], json!(["password"]), "{scope}");
        let token = answer.header("x-subject-token");
        assert!(!answer.text().contains(token), "the token is in the body");
        assert_eq!(simulator.get_with(token, &items_of(DEMO_PROJECT_ID)).await.status, 200);
    }
}

#[tokio::test]
async fn the_catalogue_leads_to_where_the_client_came_from() {
    let simulator = Simulator::new();
    let answer = simulator.sign_in(password("demo", PASSWORD), in_project(DEMO_PROJECT_ID)).await;
    let catalog = answer.json()["token"]["catalog"].as_array().unwrap().clone();
    let url = |kind: &str| {
        let entry = catalog.iter().find(|entry| entry["type"] == kind).unwrap();
        entry["endpoints"][0]["url"].as_str().unwrap().to_owned()
    };
    let at = "http://127.0.0.1:8080";
    assert_eq!(url("data-protect"), format!("{at}/api/csbs/v1/{DEMO_PROJECT_ID}"));
    assert_eq!(url("compute"), format!("{at}/api/ecs/v1/{DEMO_PROJECT_ID}"));
    assert_eq!(url("identity"), format!("{at}/api/iam/v3"));

    let path = "/api/iam/v3/auth/tokens?nocatalog=true";
    let short = simulator.sign_in_at(path, password("demo", PASSWORD), Value::Null).await;
    assert_eq!(short.json()["token"].get("catalog"), None);
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
async fn a_second_factor_is_asked_for_and_checked() {
    let simulator = Simulator::new();
    let with = |passcode: Option<&str>| {
        let mut identity = password("mfa", PASSWORD);
        if let Some(passcode) = passcode {
            identity["methods"] = json!(["password", "totp"]);
            let domain = json!({ "name": DOMAIN.0 });
            identity["totp"] =
                json!({ "user": { "name": "mfa", "passcode": passcode, "domain": domain } });
        }
        identity
    };
    for (passcode, status) in [(None, 401), (Some("000000"), 401), (Some(PASSCODE), 201)] {
        let answer = simulator.sign_in(with(passcode), Value::Null).await;
        assert_eq!(answer.status, status, "{passcode:?}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_refused_as_the_identity_service_does() {
    let simulator = Simulator::new();
    let mut elsewhere = password("demo", PASSWORD);
    elsewhere["password"]["user"]["domain"]["name"] = json!("elsewhere");
    let by_token = |token: &str| json!({ "methods": ["token"], "token": { "id": token } });
    let closed = projects().iter().find(|project| !project.enabled).unwrap();
    let cases = [
        (password("demo", "wrong"), Value::Null, 401),
        (password("nobody", PASSWORD), Value::Null, 401),
        (elsewhere, Value::Null, 401),
        (by_token("made-up"), Value::Null, 401),
        (by_token(EXPIRED_TOKEN), Value::Null, 401),
        (password("demo", PASSWORD), in_project("someone-elses"), 401),
        (password("many-projects", PASSWORD), in_project(&closed.id), 401),
        (password("demo", PASSWORD), json!({ "domain": { "name": "elsewhere" } }), 401),
        (json!({ "methods": ["saml2"], "saml2": {} }), Value::Null, 400),
        (json!({ "methods": ["password"] }), Value::Null, 400),
        (json!({ "methods": [] }), Value::Null, 400),
        (json!({}), Value::Null, 400),
        (password("demo", PASSWORD), json!({}), 400),
        (password("demo", PASSWORD), json!("everything"), 400),
    ];
    for (identity, scope, status) in cases {
        let answer = simulator.sign_in(identity.clone(), scope.clone()).await;
        assert_eq!(answer.status, status, "{identity} {scope}");
        assert_eq!(answer.json()["error"]["code"], status, "{identity} {scope}");
        assert!(answer.json()["error"]["title"].is_string(), "{identity} {scope}");
    }
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
    assert_eq!((coded.status.as_u16(), coded.code()), (401, "IAM.0061".to_owned()));
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

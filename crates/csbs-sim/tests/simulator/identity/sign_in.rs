//! Signing in: what gives a token, and what is refused.

use csbs_sim::{
    DEMO_PROJECT_ID, EXPIRED_TOKEN,
    well_known::{DOMAIN, PASSCODE, PASSWORD, projects},
};
use serde_json::{Value, json};

use super::{in_project, items_of, password};
use crate::running::Simulator;

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

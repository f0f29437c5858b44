//! The check: whether servers can be backed up.

use axum::{body::Body, http::Request};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_RESOURCE_ID, DEMO_TOKEN,
    well_known::{Family, follow_ups},
};
use serde_json::{Value, json};

use crate::running::{Answer, PROVIDER_ID, Simulator};

impl Simulator {
    async fn check_with(&self, body: String) -> Answer {
        let path =
            format!("/api/csbs/v1/{DEMO_PROJECT_ID}/providers/{PROVIDER_ID}/resources/action");
        let request = Request::post(path)
            .header("X-Auth-Token", DEMO_TOKEN)
            .header("Content-Type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn check(&self, ids: &[String]) -> Answer {
        let asked = |id: &String| json!({ "resource_id": id, "resource_type": "OS::Nova::Server" });
        let asked: Vec<Value> = ids.iter().map(asked).collect();
        self.check_with(json!({ "check_protectable": asked }).to_string()).await
    }
}

fn well_known(digits: &str) -> String {
    format!("00000000-0000-4000-8000-{digits}")
}

#[tokio::test]
async fn several_servers_are_checked_at_once_and_a_no_says_why() {
    let cases = [
        (DEMO_RESOURCE_ID.to_owned(), None),
        ("f45c477a-57e5-465f-999f-d845083962db".to_owned(), None),
        (well_known("000004006007"), Some("CSBS.6007")),
        (well_known("000004006010"), Some("CSBS.6010")),
        (well_known("000004000002"), Some("CSBS.0002")),
        (well_known("000009999999"), Some("CSBS.6000")),
        (well_known("000004009006"), None),
        (well_known("000005030050"), None),
        (Family::Refused.id(20), None),
        (Family::NotProtectable.id(20), Some("CSBS.6005")),
        (Family::NotProtectable.id(21), Some("CSBS.6007")),
        (Family::Unknown.id(20), None),
    ];
    let ids: Vec<String> = cases.iter().map(|(id, _)| id.clone()).collect();
    let answer = Simulator::new().check(&ids).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let body = answer.json();
    let verdicts = body["protectable"].as_array().unwrap();
    assert_eq!(verdicts.len(), cases.len());
    for ((id, code), verdict) in cases.iter().zip(verdicts) {
        assert_eq!(verdict["resource_id"], *id);
        assert_eq!(verdict["resource_type"], "OS::Nova::Server", "{id}");
        assert_eq!(verdict["result"], code.is_none(), "{id}");
        if let Some(code) = code {
            assert_eq!(verdict["error_code"], *code, "{id}");
            assert!(!verdict["error_msg"].as_str().unwrap().is_empty(), "{id}");
        }
    }
}

#[tokio::test]
async fn a_yes_comes_without_code_and_message_or_with_empty_ones() {
    let ids = ["f45c477a-57e5-465f-999f-d845083962da", "f45c477a-57e5-465f-999f-d845083962db"];
    let answer = Simulator::new().check(&ids.map(str::to_owned)).await.json();
    let keys = |place: usize| answer["protectable"][place].as_object().unwrap().len();
    assert_eq!((keys(0), keys(1)), (3, 5));
    assert_eq!(answer["protectable"][1]["error_code"], "");
    assert_eq!(answer["protectable"][1]["error_msg"], "");
}

#[tokio::test]
async fn what_is_no_server_is_no_as_well() {
    let asked = json!({ "resource_id": DEMO_RESOURCE_ID, "resource_type": "OS::Cinder::Volume" });
    let body = json!({ "check_protectable": [asked] }).to_string();
    let verdict = Simulator::new().check_with(body).await.json()["protectable"][0].clone();
    assert_eq!((&verdict["result"], &verdict["error_code"]), (&json!(false), &json!("CSBS.6003")));
}

#[tokio::test]
async fn a_check_that_is_not_one_is_refused() {
    let simulator = Simulator::new();
    let one = json!({ "resource_id": DEMO_RESOURCE_ID, "resource_type": "OS::Nova::Server" });
    let bodies = [
        json!({}),
        json!([]),
        json!({ "check_protectable": [] }),
        json!({ "check_protectable": {} }),
        json!({ "check_protectable": [{ "resource_id": DEMO_RESOURCE_ID }] }),
        json!({ "check_protectable": [{ "resource_type": "OS::Nova::Server" }] }),
        json!({ "check_protectable": [{ "resource_id": "x", "resource_type": "y" }] }),
        json!({ "check_protectable": vec![&one; 201] }),
        json!({ "check_protectable": [one], "force": true }),
    ];
    for body in bodies {
        let answer = simulator.check_with(body.to_string()).await;
        let found = (answer.status.as_u16(), answer.code());
        assert_eq!(found, (400, "CSBS.9001".to_owned()), "{body:.80}");
    }
    let most = vec![DEMO_RESOURCE_ID.to_owned(); 200];
    assert_eq!(simulator.check(&most).await.status, 200);
}

#[tokio::test]
async fn one_server_makes_the_check_fail_but_not_the_backup() {
    let simulator = Simulator::new();
    let server = follow_ups().iter().find(|server| server.name == "check-fails").unwrap();
    let answer = simulator.check(&[DEMO_RESOURCE_ID.to_owned(), server.id()]).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "7"));
    assert_eq!(simulator.create(&server.id(), json!({})).await.status, 200);
}

//! Asking whether servers can be backed up.

use csbs::protectable::{SERVERS_PER_CHECK, check_request, check_requests};
use csbs::{
    Failure, HttpResponse, Method, PROVIDER_ID, ProjectId, Protectable, ResourceId,
    read_protectable_answer,
};

use crate::draft::{PROJECT, SERVER};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";

fn ids(ids: &[&str]) -> Vec<ResourceId> {
    ids.iter().map(|id| ResourceId::parse(id).unwrap()).collect()
}

fn said(body: &str, asked: &[&str]) -> Vec<Protectable> {
    let response = HttpResponse { status: 200, headers: vec![], body: body.into() };
    let answers = read_protectable_answer(response, &ids(asked)).unwrap();
    let servers: Vec<ResourceId> = answers.iter().map(|(server, _)| server.clone()).collect();
    assert_eq!(servers, ids(asked));
    answers.into_iter().map(|(_, said)| said).collect()
}

/// The answer about one server, of which these parts are given.
fn about(parts: &str) -> Protectable {
    let body = format!(r#"{{"protectable": [{{"resource_id": "{SERVER}"{parts}}}]}}"#);
    said(&body, &[SERVER]).remove(0)
}

fn no(code: Option<&str>, message: Option<&str>) -> Protectable {
    Protectable::No {
        code: code.map(str::to_owned),
        message: message.map(str::to_owned),
        documented: code.and_then(|code| csbs::error_code::lookup(400, code)),
    }
}

#[test]
fn the_documented_request_is_sent() {
    let project = ProjectId::parse(PROJECT).unwrap();
    let request = check_request(&project, &ids(&["6507cb66-90dc-4a12-a573-c9f3398f899d"]));
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.path, format!("/v1/{PROJECT}/providers/{PROVIDER_ID}/resources/action"));
    let sent: serde_json::Value = serde_json::from_str(&request.body.unwrap()).unwrap();
    let documented: serde_json::Value =
        serde_json::from_str(include_str!("../examples/check-protectable-request.json")).unwrap();
    assert_eq!(sent, documented);
}

#[test]
fn the_documented_answer_is_a_yes() {
    let body = include_str!("../examples/check-protectable-response.json");
    assert_eq!(said(body, &["6507cb66-90dc-4a12-a573-c9f3398f899d"]), [Protectable::Yes]);
}

#[test]
fn many_servers_are_asked_about_in_portions() {
    let project = ProjectId::parse(PROJECT).unwrap();
    for (servers, portions) in [(0, 0), (1, 1), (50, 1), (51, 2), (500, 10)] {
        let servers: Vec<ResourceId> = (0..servers)
            .map(|number| ResourceId::parse(&format!("{number:08x}{}", &SERVER[8..])).unwrap())
            .collect();
        let requests = check_requests(&project, &servers);
        assert_eq!(requests.len(), portions);
        let asked: Vec<ResourceId> =
            requests.iter().flat_map(|(portion, _)| portion.to_vec()).collect();
        assert_eq!(asked, servers);
        for (portion, request) in requests {
            assert!((1..=SERVERS_PER_CHECK).contains(&portion.len()));
            assert_eq!(request, check_request(&project, portion));
        }
    }
}

#[test]
fn the_result_decides() {
    for (parts, expected) in [
        (r#", "result": true"#, Protectable::Yes),
        (r#", "result": "True""#, Protectable::Yes),
        (r#", "result": true, "error_code": "", "error_msg": """#, Protectable::Yes),
        (r#", "result": true, "error_code": null, "error_msg": null"#, Protectable::Yes),
        (r#", "result": true, "error_code": "CSBS.6007""#, Protectable::Yes),
        (
            r#", "result": false, "error_code": "CSBS.6007", "error_msg": "m""#,
            no(Some("CSBS.6007"), Some("m")),
        ),
        (r#", "result": "false""#, no(None, None)),
        (r#", "result": false, "error_code": "", "error_msg": "m""#, no(None, Some("m"))),
        (r#", "error_code": "CSBS.6005""#, no(Some("CSBS.6005"), None)),
        (r#", "result": "perhaps", "error_code": "X.1""#, no(Some("X.1"), None)),
        (r#", "result": null"#, Protectable::NotAnswered),
        ("", Protectable::NotAnswered),
    ] {
        assert_eq!(about(parts), expected, "{parts}");
    }
}

#[test]
fn a_documented_code_comes_with_its_meaning() {
    match about(r#", "result": false, "error_code": "CSBS.6005""#) {
        Protectable::No { documented: Some(documented), .. } => {
            assert_eq!(
                documented.description(),
                "The current server status does not allow backup."
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_server_that_the_answer_does_not_mention_is_not_answered() {
    let body = format!(
        r#"{{"protectable": [null, 7, {{"result": true}},
            {{"resource_id": "{}", "result": true}}, {{"resource_id": "x", "result": true}}]}}"#,
        OTHER.to_uppercase()
    );
    assert_eq!(said(&body, &[SERVER, OTHER]), [Protectable::NotAnswered, Protectable::Yes]);
    assert_eq!(said(r#"{"protectable": []}"#, &[SERVER]), [Protectable::NotAnswered]);
}

#[test]
fn of_several_answers_about_one_server_the_last_one_counts() {
    let body = format!(
        r#"{{"protectable": [{{"resource_id": "{SERVER}", "result": true}},
            {{"resource_id": "{SERVER}", "result": false}}]}}"#
    );
    assert_eq!(said(&body, &[SERVER]), [no(None, None)]);
}

#[test]
fn a_refused_or_unreadable_answer_is_a_failure() {
    let answer = |status, body: &str| {
        let response = HttpResponse { status, headers: vec![], body: body.into() };
        read_protectable_answer(response, &ids(&[SERVER])).unwrap_err()
    };
    assert!(matches!(answer(400, "{}"), Failure::Refused(_)));
    assert!(matches!(answer(200, "{}"), Failure::Unreadable(_)));
}

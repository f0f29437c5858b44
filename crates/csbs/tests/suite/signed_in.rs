//! What comes of signing in: a token, a list of projects, or a refusal.

use csbs::iam::{Named, Project, SignedIn, without_object_storage};
use csbs::{
    Failure, HttpResponse, SignInRefusal, Time, Unreadable, read_projects_answer, read_token_answer,
};

fn answer(headers: &[(&str, &str)], body: &str) -> HttpResponse {
    let headers = headers.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    HttpResponse { status: 201, headers: headers.collect(), body: body.to_owned() }
}

fn signed_in(body: &str) -> SignedIn {
    read_token_answer(answer(&[("x-subject-token", "MII-new")], body)).unwrap()
}

#[test]
fn the_token_is_in_a_header_and_the_rest_in_the_body() {
    let body = r#"{"token": {
        "expires_at": "2017-04-18T01:21:52.701000Z",
        "methods": ["password"],
        "user": {"id": "u1", "name": "user A", "domain": {"id": "d1", "name": "domain A"},
                 "password_expires_at": "2018-01-01T00:00:00.000000"},
        "project": {"id": "p1", "name": "eu-de", "domain": {"id": "d1"}}
    }}"#;
    let named = |id: &str, name: &str| Named { id: Some(id.into()), name: Some(name.into()) };
    let signed_in = signed_in(body);
    assert_eq!(signed_in.token.expose(), "MII-new");
    assert_eq!(signed_in.expires_at.as_ref().and_then(Time::unix_millis), Some(1_492_478_512_701));
    assert_eq!(signed_in.user, named("u1", "user A"));
    assert_eq!(signed_in.domain, named("d1", "domain A"));
    assert_eq!(signed_in.project, named("p1", "eu-de"));
    let password_expires_at = signed_in.password_expires_at.unwrap();
    assert_eq!(password_expires_at.raw(), "2018-01-01T00:00:00.000000");
}

#[test]
fn the_domain_of_the_scope_comes_before_that_of_the_user() {
    let body = r#"{"token": {"domain": {"name": "scope"}, "user": {"domain": {"name": "user"}}}}"#;
    assert_eq!(signed_in(body).domain.name.as_deref(), Some("scope"));
}

#[test]
fn nothing_but_the_header_has_to_be_there() {
    for body in ["", "<html>", "{", "{}", "[]", r#"{"token": null}"#, r#"{"token": {"user": 7}}"#] {
        let signed_in = signed_in(body);
        assert_eq!(signed_in.token.expose(), "MII-new", "{body}");
        assert_eq!(signed_in.expires_at, None, "{body}");
        assert_eq!(signed_in.user, Named::default(), "{body}");
    }
    let never = signed_in(r#"{"token": {"user": {"password_expires_at": ""}}}"#);
    assert_eq!(never.password_expires_at, None);
}

#[test]
fn without_a_header_that_can_be_sent_again_there_is_no_token() {
    let none: &[(&str, &str)] = &[];
    for headers in [none, &[("x-subject-token", " ")], &[("x-subject-token", "a b")]] {
        match read_token_answer(answer(headers, "{}")) {
            Err(Failure::Unreadable(unreadable)) => {
                assert_eq!(unreadable.reason, Unreadable::Missing { key: "X-Subject-Token" });
            }
            other => panic!("{headers:?}: {other:?}"),
        }
    }
}

#[test]
fn debugging_output_shows_no_token_of_an_answer() {
    let answer = answer(&[("X-Subject-Token", "MII-secret"), ("x-request-id", "r1")], "{}");
    let shown = format!("{answer:?} {:?}", read_token_answer(answer.clone()));
    assert!(!shown.contains("MII-secret"), "{shown}");
    assert!(shown.contains("r1"), "{shown}");
}

#[test]
fn the_documented_list_of_projects_is_read() {
    let body = include_str!("../examples/iam-projects-response.json");
    let projects = read_projects_answer(answer(&[], body)).unwrap();
    let project = |id: &str, name: &str| Project {
        id: id.into(),
        name: Some(name.into()),
        description: None,
        enabled: true,
    };
    assert_eq!(
        projects,
        [
            project("9041929bcc6e4bfe85add4e7b96ffdd7", "region"),
            project("ee65ca70d3cf43aaa1ea6492ce15f289", "{project_name}"),
        ]
    );
}

#[test]
fn a_project_needs_an_id_and_disabled_ones_are_kept() {
    let body = r#"{"projects": [
        {"id": "1", "enabled": false}, {"id": "2", "enabled": "False"}, {"id": "3", "enabled": null},
        {"id": "4", "enabled": "perhaps"}, {"id": "5", "enabled": true, "description": "d"},
        {"name": "no id"}, null, 7
    ]}"#;
    let projects = read_projects_answer(answer(&[], body)).unwrap();
    let read: Vec<(&str, bool)> =
        projects.iter().map(|project| (project.id.as_str(), project.enabled)).collect();
    assert_eq!(read, [("1", false), ("2", false), ("3", true), ("4", true), ("5", true)]);
    assert_eq!(projects[4].description.as_deref(), Some("d"));
}

#[test]
fn only_the_project_for_object_storage_is_left_out() {
    let body = r#"{"projects": [{"id": "1", "name": "MOS"}, {"id": "2", "name": "eu-de"},
        {"id": "3", "name": "eu-de_MOS"}, {"id": "4"}, {"id": "5", "enabled": false}]}"#;
    let projects = without_object_storage(read_projects_answer(answer(&[], body)).unwrap());
    let ids: Vec<&str> = projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids, ["2", "3", "4", "5"]);
}

#[test]
fn a_refusal_to_sign_in_goes_by_its_code_and_then_by_its_status() {
    let iam = |code: &str| format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#);
    let v3 = |code: &str| format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    for (status, body, expected) in [
        (400, iam("400"), SignInRefusal::Request),
        (400, v3("1103"), SignInRefusal::Password),
        (400, v3("IAM.1061"), SignInRefusal::OneTimeCode),
        (401, iam("401"), SignInRefusal::Credentials),
        (401, v3("IAM.0001"), SignInRefusal::Credentials),
        (401, iam("IAM.0062"), SignInRefusal::Password),
        (401, v3("IAM.0061"), SignInRefusal::Locked),
        (401, v3("IAM.0066"), SignInRefusal::Token),
        (401, v3("IAM.0067"), SignInRefusal::Token),
        (401, v3("APIGW.0307"), SignInRefusal::Token),
        (401, String::new(), SignInRefusal::Credentials),
        (401, "<html>".into(), SignInRefusal::Gateway),
        (403, v3("IAM.0002"), SignInRefusal::NoPermission),
        (403, v3("IAM.0080"), SignInRefusal::Disabled),
        (403, v3("IAM.0081"), SignInRefusal::ConsoleOnly),
        (403, v3("IAM.0082"), SignInRefusal::Disabled),
        (404, v3("IAM.0004"), SignInRefusal::NotFound),
        (429, v3("IAM.0012"), SignInRefusal::RateLimited),
        (429, "<html>".into(), SignInRefusal::RateLimited),
        (500, v3("IAM.0006"), SignInRefusal::Internal),
        (502, String::new(), SignInRefusal::Gateway),
        (503, iam("503"), SignInRefusal::Unavailable),
        (503, "no upstream".into(), SignInRefusal::Gateway),
        (302, String::new(), SignInRefusal::Other),
    ] {
        let response = HttpResponse { status, headers: vec![], body: body.clone() };
        match read_token_answer(response) {
            Err(Failure::Refused(refusal)) => {
                assert_eq!(refusal.sign_in(), expected, "{status} {body}");
            }
            other => panic!("{status} {body}: {other:?}"),
        }
    }
}

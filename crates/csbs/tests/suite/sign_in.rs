//! Signing in: what is sent, and what is kept from everybody.

use csbs::iam::{
    Credentials, OneTimeCode, Password, Scope, SignInField, SignInProblem, project_token_request,
    projects_request, sign_in_request,
};
use csbs::{Fault, HttpRequest, Method, ProjectId, Token};
use serde_json::{Value, json};

use crate::draft::PROJECT;

fn credentials(one_time_code: &str) -> Credentials {
    Credentials::read("domain A", "user A", "**********", one_time_code).unwrap()
}

fn body(request: &HttpRequest) -> Value {
    serde_json::from_str(request.body.as_ref().unwrap()).unwrap()
}

fn project() -> Scope {
    Scope::Project(ProjectId::parse(PROJECT).unwrap())
}

#[test]
fn the_documented_request_for_a_domain_is_sent() {
    let request = sign_in_request(credentials(""), &Scope::Domain);
    let documented: Value =
        serde_json::from_str(include_str!("../examples/iam-token-request-domain.json")).unwrap();
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.path, "/v3/auth/tokens?nocatalog=true");
    assert_eq!(body(&request), documented);
}

#[test]
fn the_documented_request_for_a_project_is_sent() {
    let credentials = Credentials::read("domainname", "username", "********", "").unwrap();
    let request = sign_in_request(
        credentials,
        &Scope::Project(ProjectId::parse("xxxxxxxxxxxxxxxxxx").unwrap()),
    );
    let documented: Value =
        serde_json::from_str(include_str!("../examples/iam-token-request-project.json")).unwrap();
    assert_eq!(body(&request), documented);
}

#[test]
fn a_one_time_code_is_a_second_method() {
    let identity =
        body(&sign_in_request(credentials("123 456"), &project()))["auth"]["identity"].take();
    assert_eq!(identity["methods"], json!(["password", "totp"]));
    assert_eq!(identity["totp"], json!({ "user": { "name": "user A", "passcode": "123456" } }));
}

#[test]
fn a_token_is_exchanged_for_one_of_a_project() {
    let token = Token::parse("MII-domain").unwrap();
    let request = project_token_request(&token, &ProjectId::parse(PROJECT).unwrap());
    assert_eq!(request.path, "/v3/auth/tokens?nocatalog=true");
    assert_eq!(
        body(&request),
        json!({ "auth": {
            "identity": { "methods": ["token"], "token": { "id": "MII-domain" } },
            "scope": { "project": { "id": PROJECT } },
        } })
    );
}

#[test]
fn projects_are_asked_for_with_a_get() {
    let request = projects_request();
    assert_eq!((request.method, request.path.as_str()), (Method::Get, "/v3/auth/projects"));
    assert_eq!(request.body, None);
}

#[test]
fn names_lose_surrounding_space_and_the_password_keeps_it() {
    let credentials = Credentials::read(" domain ", "\tuser\n", " pass word ", " ").unwrap();
    assert_eq!(credentials.domain.as_str(), "domain");
    assert_eq!(credentials.user.as_str(), "user");
    assert!(credentials.one_time_code.is_none());
    let body = body(&sign_in_request(credentials, &Scope::Domain));
    assert_eq!(body["auth"]["identity"]["password"]["user"]["password"], " pass word ");
}

#[test]
fn all_problems_are_found_in_the_order_of_the_form() {
    let problem = |field, fault| SignInProblem { field, fault };
    let character = Fault::Character { found: 'x', after: String::new() };
    assert_eq!(
        Credentials::read(" ", "\u{feff}", "", "12x456").unwrap_err(),
        [
            problem(SignInField::Domain, Fault::Empty),
            problem(SignInField::User, Fault::Empty),
            problem(SignInField::Password, Fault::Empty),
            problem(SignInField::OneTimeCode, character),
        ]
    );
}

#[test]
fn a_one_time_code_is_made_of_digits() {
    for (typed, is_code) in [
        ("123456", Some(true)),
        (" 123 456 ", Some(true)),
        ("\u{200b}123456\u{feff}", Some(true)),
        ("12345678", Some(true)),
        ("", Some(false)),
        (" \t", Some(false)),
        ("123-456", None),
        ("١٢٣", None),
    ] {
        let read = OneTimeCode::read(typed).map(|code| code.is_some()).ok();
        assert_eq!(read, is_code, "{typed:?}");
    }
}

#[test]
fn debugging_output_shows_no_secret() {
    let credentials = Credentials::read("d", "u", "geheim", "424242").unwrap();
    let password = Password::parse("geheim").unwrap();
    let shown = format!("{credentials:?} {password:?}");
    let request = sign_in_request(credentials, &Scope::Domain);
    let exchange = project_token_request(
        &Token::parse("MII-secret").unwrap(),
        &ProjectId::parse(PROJECT).unwrap(),
    );
    let shown = format!("{shown} {request:?} {exchange:?}");
    for secret in ["geheim", "424242", "MII-secret"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

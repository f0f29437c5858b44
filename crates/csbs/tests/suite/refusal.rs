//! Refusals: every status of the page, every shape of body.

use csbs::BodyShape::{Empty, Gateway, Html, Iam, OtherJson, Service, Text, Wrapped};
use csbs::{BodyShape, Failure, HttpResponse, Refusal, read_answer};

fn refusal(status: u16, headers: &[(&str, &str)], body: &str) -> Refusal {
    let headers = headers.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    let response = HttpResponse { status, headers: headers.collect(), body: body.to_owned() };
    match read_answer(response) {
        Err(Failure::Refused(refusal)) => *refusal,
        other => panic!("{status} {body}: {other:?}"),
    }
}

/// Status and body; shape, code and message.
type Row = (u16, &'static str, BodyShape, Option<&'static str>, Option<&'static str>);

#[test]
fn every_shape_of_body_is_read() {
    let wrapped = |key: &str| Wrapped { key: key.to_owned() };
    let table: [Row; 21] = [
        (
            400,
            r#"{"error_code":"CSBS.6007","error_msg":"No volume"}"#,
            Service,
            Some("CSBS.6007"),
            Some("No volume"),
        ),
        (400, r#"{"error_code":"CSBS.6007"}"#, Service, Some("CSBS.6007"), None),
        (500, r#"{"error_msg":"failed","error_code":null}"#, Service, None, Some("failed")),
        (
            401,
            r#"{"error_msg":"The token must be updated","error_code":"APIGW.0307","request_id":"r"}"#,
            Gateway,
            Some("APIGW.0307"),
            Some("The token must be updated"),
        ),
        (
            400,
            r#"{"badRequest":{"code":400,"message":"m"}}"#,
            wrapped("badRequest"),
            None,
            Some("m"),
        ),
        (
            401,
            r#"{"unauthorized":{"code":"401","message":"m"}}"#,
            wrapped("unauthorized"),
            None,
            Some("m"),
        ),
        (403, r#"{"forbidden":{"message":"m"}}"#, wrapped("forbidden"), None, Some("m")),
        (
            404,
            r#"{"itemNotFound":{"code":404,"message":"m"}}"#,
            wrapped("itemNotFound"),
            None,
            Some("m"),
        ),
        (500, r#"{"computeFault":{"code":500}}"#, wrapped("computeFault"), None, None),
        (
            400,
            r#"{"neverHeardOf":{"code":"CSBS.6000","message":"m"},"request_id":"r"}"#,
            wrapped("neverHeardOf"),
            Some("CSBS.6000"),
            Some("m"),
        ),
        (
            401,
            r#"{"error":{"code":401,"message":"m","title":"Unauthorized"}}"#,
            Iam,
            None,
            Some("m"),
        ),
        (
            403,
            r#"{"error":{"code":"IAM.0001","title":"Forbidden"}}"#,
            Iam,
            Some("IAM.0001"),
            Some("Forbidden"),
        ),
        (400, r#"{"message":"m","code":"X.1"}"#, OtherJson, Some("X.1"), Some("m")),
        (400, "{}", OtherJson, None, None),
        (400, r#"{"error":"text"}"#, OtherJson, None, None),
        (400, "[1]", OtherJson, None, None),
        (400, "\"text\"", OtherJson, None, None),
        (502, "<html><h1>Bad Gateway</h1></html>", Html, None, None),
        (502, "\n<!DOCTYPE html>", Html, None, None),
        (503, "upstream connect error", Text, None, None),
        (504, " \n", Empty, None, None),
    ];
    for (status, body, shape, code, message) in table {
        let refusal = refusal(status, &[], body);
        assert_eq!(refusal.status, status, "{body}");
        assert_eq!(refusal.shape, shape, "{body}");
        assert_eq!(refusal.code.as_deref(), code, "{body}");
        assert_eq!(refusal.message.as_deref(), message, "{body}");
        assert_eq!(refusal.body, body);
    }
}

#[test]
fn a_documented_code_comes_with_its_meaning() {
    let refusal = refusal(400, &[], r#"{"error_code":"CSBS.6005","error_msg":"m"}"#);
    let documented = refusal.documented.unwrap();
    assert_eq!(documented.description(), "The current server status does not allow backup.");
    assert_eq!(documented.code, "CSBS.6005");
}

#[test]
fn the_request_id_comes_from_the_body_or_one_of_three_headers() {
    let none: &[(&str, &str)] = &[];
    for (headers, body, expected) in [
        (none, "{}", None),
        (none, r#"{"error_code":"APIGW.0301","request_id":"body"}"#, Some("body")),
        (none, r#"{"badRequest":{"message":"m","request_id":"inner"}}"#, Some("inner")),
        (none, r#"{"badRequest":{"message":"m"},"request_id":"outer"}"#, Some("outer")),
        (&[("x-request-id", "header")], r#"{"request_id":"body"}"#, Some("body")),
        (&[("x-request-id", "header")], r#"{"request_id":""}"#, Some("header")),
        (&[("x-request-id", "1")], "", Some("1")),
        (&[("x-openstack-request-id", "2")], "<html>", Some("2")),
        (&[("x-compute-request-id", "3")], "{}", Some("3")),
        (&[("x-compute-request-id", "3"), ("x-request-id", "1")], "{}", Some("1")),
        (&[("X-Request-Id", " 1 ")], "{}", Some("1")),
        (&[("x-request-id", " "), ("x-compute-request-id", "3")], "{}", Some("3")),
    ] {
        assert_eq!(
            refusal(400, headers, body).request_id.as_deref(),
            expected,
            "{headers:?} {body}"
        );
    }
}

#[test]
fn the_time_to_wait_comes_from_the_header_or_the_wrapper_in_seconds() {
    let none: &[(&str, &str)] = &[];
    let over_limit = |retry: &str| {
        format!(r#"{{"overLimit":{{"code":413,"message":"m","retryAfter":{retry}}}}}"#)
    };
    for (headers, body, expected) in [
        (none, String::new(), None),
        (&[("retry-after", "120")], String::new(), Some(120)),
        (&[("retry-after", "120")], over_limit("7"), Some(120)),
        (&[("retry-after", "Wed, 21 Oct 2015 07:28:00 GMT")], over_limit("7"), Some(7)),
        (&[("retry-after", "-1")], String::new(), None),
        (none, over_limit("7"), Some(7)),
        (none, over_limit("0"), Some(0)),
        (none, over_limit("\"30\""), Some(30)),
        (none, over_limit("1.9"), Some(1)),
        (none, over_limit("\" 2.0 \""), Some(2)),
        (none, over_limit("null"), None),
        (none, over_limit("\"soon\""), None),
        (none, over_limit("-3"), None),
        (none, over_limit("1e3"), None),
        (none, over_limit("99999999999999999999"), None),
    ] {
        let refusal = refusal(413, headers, &body);
        assert_eq!(refusal.retry_after_seconds, expected, "{headers:?} {body}");
    }
}

#[test]
fn a_date_to_wait_for_is_a_time_and_no_number() {
    let wait = |header: &str| refusal(429, &[("retry-after", header)], "");
    let dated = wait("Wed, 21 Oct 2015 07:28:00 GMT");
    assert_eq!(dated.retry_after_seconds, None);
    assert_eq!(dated.retry_at.and_then(|time| time.unix_millis()), Some(1_445_412_480_000));
    for header in ["120", "-1", "soon", "", "Wed, 21 Oct 2015", "Wed, 31 Feb 2015 07:28:00 GMT"] {
        assert_eq!(wait(header).retry_at, None, "{header:?}");
    }
}

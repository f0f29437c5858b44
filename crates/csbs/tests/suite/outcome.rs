//! What each failure means for the backup.

use csbs::Outcome::{self, NotCreated, ProbablyCreated, Unknown};
use csbs::{Failure, HttpResponse, NotSent, read_answer};

fn of_answer(status: u16, body: &str) -> Outcome {
    read_answer(HttpResponse { status, headers: vec![], body: body.to_owned() })
        .unwrap_err()
        .outcome()
}

#[test]
fn who_has_answered() {
    let answer = |status, body: &str| {
        read_answer(HttpResponse { status, headers: vec![], body: body.to_owned() }).unwrap_err()
    };
    for (failure, is_of_the_service) in [
        (answer(401, "{}"), true),
        (answer(200, "{}"), true),
        (answer(502, "<html>"), false),
        (answer(200, "<html>"), false),
        (Failure::Unreachable, false),
        (Failure::Redirected, false),
        (Failure::Interrupted { status: 200 }, false),
    ] {
        assert_eq!(failure.is_of_the_service(), is_of_the_service, "{failure:?}");
    }
}

#[test]
fn a_failure_without_an_answer() {
    for (failure, outcome) in [
        (Failure::NotSent(NotSent::Offline), NotCreated),
        (Failure::NotSent(NotSent::TokenMissing), NotCreated),
        (Failure::NotSent(NotSent::NotBuilt), NotCreated),
        (Failure::Unreachable, Unknown),
        (Failure::Redirected, Unknown),
        (Failure::TimedOut { seconds: 60 }, Unknown),
        (Failure::Cancelled, Unknown),
        (Failure::Abandoned, Unknown),
    ] {
        assert_eq!(failure.outcome(), outcome, "{failure:?}");
    }
}

#[test]
fn an_answer_of_which_only_the_status_is_known() {
    for (status, outcome) in [
        (200, ProbablyCreated),
        (202, ProbablyCreated),
        (302, Unknown),
        (400, NotCreated),
        (408, Unknown),
        (499, NotCreated),
        (500, Unknown),
        (503, Unknown),
        (504, Unknown),
    ] {
        let too_large = Failure::TooLarge { status, limit: 1 << 20 };
        assert_eq!(too_large.outcome(), outcome, "{too_large:?}");
        let interrupted = Failure::Interrupted { status };
        assert_eq!(interrupted.outcome(), outcome, "{interrupted:?}");
    }
}

#[test]
fn a_refusal_by_its_status_and_by_who_refused() {
    let service = r#"{"error_code":"CSBS.0000","error_msg":"m"}"#;
    let wrapped = r#"{"serviceUnavailable":{"code":503,"message":"m"}}"#;
    let gateway = r#"{"error_code":"APIGW.0201","error_msg":"Backend timeout."}"#;
    for (status, body, outcome) in [
        (400, service, NotCreated),
        (400, "", NotCreated),
        (401, gateway, NotCreated),
        (403, "<html>", NotCreated),
        (404, service, NotCreated),
        (405, "", NotCreated),
        (406, "", NotCreated),
        (407, "<html>", NotCreated),
        (408, "<html>", Unknown),
        (409, service, NotCreated),
        (413, "<html>", NotCreated),
        (429, "", NotCreated),
        (500, service, Unknown),
        (500, "", Unknown),
        (501, service, NotCreated),
        (501, "<html>", Unknown),
        (502, service, Unknown),
        (502, "<html>", Unknown),
        (503, service, NotCreated),
        (503, wrapped, NotCreated),
        (503, gateway, Unknown),
        (503, "<html>", Unknown),
        (503, "no healthy upstream", Unknown),
        (503, "", Unknown),
        (504, service, Unknown),
        (504, "", Unknown),
        (301, "", Unknown),
    ] {
        assert_eq!(of_answer(status, body), outcome, "{status} {body}");
    }
}

#[test]
fn a_500_started_nothing_only_when_its_code_says_that_another_task_was_in_the_way() {
    for (code, outcome) in [
        ("CSBS.1001", NotCreated),
        ("CSBS.1002", NotCreated),
        ("CSBS.6030", NotCreated),
        ("CSBS.9998", Unknown),
        ("CSBS.9999", Unknown),
        ("CSBS.6019", Unknown),
        ("CSBS.1234", Unknown),
    ] {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        assert_eq!(of_answer(500, &body), outcome, "{code}");
    }
}

#[test]
fn an_accepted_answer_that_cannot_be_read() {
    for body in ["", "no JSON", "{}", "{\"checkpoint\":"] {
        assert_eq!(of_answer(200, body), ProbablyCreated, "{body}");
    }
}

#[test]
fn a_new_token_helps_where_there_was_none_or_it_was_refused() {
    let refused = |status: u16, body: &str| {
        let body = body.to_owned();
        read_answer(HttpResponse { status, headers: vec![], body }).unwrap_err()
    };
    let expired = r#"{"error_code":"APIGW.0307","error_msg":"expired"}"#;
    for (failure, helps) in [
        (Failure::NotSent(NotSent::TokenMissing), true),
        (refused(401, ""), true),
        (refused(401, expired), true),
        (Failure::NotSent(NotSent::Offline), false),
        (Failure::Unreachable, false),
        (refused(403, ""), false),
        (refused(500, ""), false),
    ] {
        assert_eq!(failure.lacks_token(), helps, "{failure:?}");
    }
}

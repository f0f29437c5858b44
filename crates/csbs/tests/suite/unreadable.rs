//! Reader's rule 8: an accepted answer that cannot be read.

use csbs::{Failure, HttpResponse, Outcome, Unreadable, read_answer};

fn answer(status: u16, body: &str) -> HttpResponse {
    let headers = vec![("x-request-id".to_owned(), "r-1".to_owned())];
    HttpResponse { status, headers, body: body.to_owned() }
}

#[test]
fn an_accepted_answer_keeps_its_raw_body() {
    let body = include_str!("../examples/create-backup-response.json");
    for status in [200, 201, 202] {
        let accepted = read_answer(answer(status, body)).unwrap();
        assert_eq!(accepted.checkpoint.id, "4468f4b8-7c78-4222-a2ca-346b5d557dd2");
        assert_eq!(accepted.raw, body);
    }
}

#[test]
fn a_web_page_is_somebody_elses_answer_and_claims_nothing() {
    for body in ["<html>Sign in</html>", " \n<!doctype html>", "\u{feff}<html>"] {
        let failure = read_answer(answer(200, body)).unwrap_err();
        assert_eq!(failure.outcome(), Outcome::Unknown, "{body}");
        let Failure::Unreadable(unreadable) = failure else { panic!("{body}: {failure:?}") };
        assert_eq!(unreadable.reason, Unreadable::WebPage, "{body}");
    }
}

#[test]
fn how_far_two_clocks_are_apart_is_told_by_the_date_of_an_answer() {
    let date = |text: &str| HttpResponse {
        headers: vec![("date".to_owned(), text.to_owned())],
        ..answer(200, "")
    };
    let at_noon = 1_795_435_200_000;
    let noon = date("Mon, 23 Nov 2026 12:00:00 GMT");
    assert_eq!(noon.clock_ahead(at_noon), 0);
    assert_eq!(noon.clock_ahead(at_noon + 3_600_000), 3_600_000);
    assert_eq!(noon.clock_ahead(at_noon - 3_600_000), -3_600_000);
    assert_eq!(date("yesterday").clock_ahead(at_noon), 0);
    assert_eq!(answer(200, "").clock_ahead(at_noon), 0);
}

#[test]
fn rule_8_an_accepted_answer_that_cannot_be_read_says_why_and_keeps_the_body() {
    let missing = |key| Unreadable::Missing { key };
    for (status, body, reason) in [
        (200, "", Unreadable::Empty),
        (204, " \n", Unreadable::Empty),
        (200, "\u{feff}", Unreadable::Empty),
        (200, "{\"checkpoint\": {\"id\": \"4468f4b8", Unreadable::CutOff),
        (200, "no JSON", Unreadable::NotJson { line: 1, column: 1 }),
        (200, "{\n  \"ä\": 1 2}", Unreadable::NotJson { line: 2, column: 10 }),
        (200, "[]", missing("checkpoint")),
        (200, "null", missing("checkpoint")),
        (202, "{}", missing("checkpoint")),
        (200, "{\"checkpoint\": null}", missing("checkpoint")),
        (200, "{\"checkpoint\": \"c\"}", missing("checkpoint")),
        (200, "{\"checkpoint\": {\"status\": \"error\"}}", missing("checkpoint.id")),
        (200, "{\"checkpoint\": {\"id\": null, \"status\": \"error\"}}", missing("checkpoint.id")),
        (200, "{\"checkpoint\": {\"id\": \"\", \"status\": \"error\"}}", missing("checkpoint.id")),
        (200, "{\"checkpoint\": {\"id\": \"c\"}}", missing("checkpoint.status")),
    ] {
        let failure = read_answer(answer(status, body)).unwrap_err();
        assert_eq!(failure.outcome(), Outcome::ProbablyCreated, "{body}");
        match failure {
            Failure::Unreadable(unreadable) => {
                assert_eq!(unreadable.reason, reason, "{body}");
                assert_eq!(unreadable.status, status, "{body}");
                assert_eq!(unreadable.body, body);
                assert_eq!(unreadable.request_id.as_deref(), Some("r-1"));
            }
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[test]
fn nesting_without_end_is_unreadable_and_does_no_harm() {
    let deep = "[".repeat(100_000);
    let unreadable = csbs::wire::read_checkpoint(&deep);
    assert_eq!(unreadable, Err(Unreadable::CutOff));
    let closed = deep + &"]".repeat(100_000);
    let body = format!("{{\"checkpoint\": {{\"id\": {closed}, \"status\": \"error\"}}}}");
    assert_eq!(csbs::wire::read_checkpoint(&body).unwrap().id, closed);
}

#[test]
fn an_answer_that_breaks_off_anywhere_is_cut_off() {
    let body = include_str!("../examples/create-backup-response.json").trim_end();
    for (end, _) in body.char_indices().skip(1) {
        let unreadable = csbs::wire::read_checkpoint(&body[..end]);
        assert_eq!(unreadable, Err(Unreadable::CutOff), "{}", &body[..end]);
    }
    assert!(csbs::wire::read_checkpoint(body).is_ok());
}

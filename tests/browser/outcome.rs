//! What came of sending, for each state.

use csbs::{Failure, HttpResponse, read_answer};
use csbs_console::state::{Event, Sent, Submission};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, SERVER};

const ANSWER: &str = include_str!("../../crates/csbs/tests/examples/create-backup-response.json");

fn sent(page: &Page) -> Sent {
    let request = page.console.form.checked.with_untracked(|checked| checked.fields.request());
    Sent { attempt: 1, request: request.unwrap(), at: 0 }
}

fn answer(status: u16, body: &str) -> Event {
    let response = HttpResponse { status, headers: vec![], body: body.into() };
    Event::Answered(1, read_answer(response).map(Box::new))
}

/// A page whose request was answered, without a network: the state machine is told directly.
async fn answered(event: Event) -> Page {
    let page = Page::complete();
    let sent = sent(&page);
    page.console.submission.update(|submission| {
        let (preparing, _) = submission.clone().on(Event::Submit(sent));
        *submission = preparing.on(Event::Prepared(1, true)).0;
    });
    page.tell(event).await;
    page
}

#[wasm_bindgen_test]
async fn every_field_of_the_documented_answer_is_shown() {
    let page = answered(answer(200, ANSWER)).await;
    let text = page.text();
    for part in [
        "Backup started",
        "Backing up",
        "protecting",
        "4468f4b8-7c78-4222-a2ca-346b5d557dd2",
        "b942cc8342734d15bcb246babb1953cf",
        "fake_04f8ea0f-2000-4389-a5ce-93a3e20d0faf",
        "server protect plan for 9506416d-db6c-406e-8bca-c0f43793d914",
        "resource_9506416d-db6c-406e-8bca-c0f43793d914",
        "OS::Nova::Server",
        "2017",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
}

#[wasm_bindgen_test]
async fn a_refusal_shows_code_message_meaning_and_what_to_do() {
    let body = r#"{"error_code":"CSBS.6007","error_msg":"No volume attached"}"#;
    let page = answered(answer(400, body)).await;
    let text = page.text();
    for part in [
        "The service refused the request",
        "No backup was created.",
        "400",
        "CSBS.6007",
        "No volume attached",
        "Servers without EVS disks do not support backup.",
        "Check whether an EVS disk is attached to the server.",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
}

#[wasm_bindgen_test]
async fn a_code_that_belongs_to_a_field_marks_the_field_until_it_is_changed() {
    let body = r#"{"error_code":"CSBS.6000","error_msg":"server do not exist"}"#;
    let page = answered(answer(400, body)).await;
    let error = page.error_of("Server ID").unwrap();
    assert!(error.contains("server do not exist"), "{error}");
    page.fill("Server ID", SERVER.replace('9', "8").as_str()).await;
    assert_eq!(page.error_of("Server ID"), None);
}

#[wasm_bindgen_test]
async fn pressing_again_after_a_start_leads_to_the_question_and_sends_nothing() {
    let page = answered(answer(200, ANSWER)).await;
    page.press("Start backup").await;
    assert_eq!(crate::page::focused(), "csbs-same-again");
    assert!(page.text().contains("Backup started"), "{}", page.text());
    page.press("Start the same backup once more").await;
    let is_started = |submission: &Submission| matches!(submission, Submission::Started(..));
    assert!(!page.console.submission.with_untracked(is_started), "it was not sent again");
}

#[wasm_bindgen_test]
async fn the_form_is_read_only_while_sending_and_cancelling_leads_back() {
    let page = Page::complete();
    let sent = sent(&page);
    page.console.submission.update(|submission| {
        let (preparing, _) = submission.clone().on(Event::Submit(sent));
        *submission = preparing.on(Event::Prepared(1, true)).0;
    });
    page.settle().await;
    assert!(page.field("Backup name").has_attribute("readonly"));
    let submit = page.button("Starting");
    assert_eq!(submit.get_attribute("aria-disabled").as_deref(), Some("true"));
    page.press("Cancel").await;
    assert_eq!(crate::page::focused(), "csbs-submit");
    assert!(page.text().contains("It is not known whether the backup was started"));
    assert!(!page.field("Backup name").has_attribute("readonly"));
}

#[wasm_bindgen_test]
async fn an_open_outcome_offers_to_ask_and_to_send_again_only_when_nothing_was_found() {
    let page = answered(Event::Answered(1, Err(Failure::Unreachable))).await;
    let again = |page: &Page| {
        page.all("#csbs-outcome button")
            .iter()
            .any(|b| !b.has_attribute("hidden") && b.inner_text() == "Start the backup again")
    };
    assert!(!again(&page));
    page.console.submission.update(|submission| {
        *submission = submission.clone().on(Event::Ask).0;
    });
    page.tell(Event::Searched(1, Ok(None))).await;
    assert!(again(&page), "{}", page.text());
}

#[wasm_bindgen_test]
async fn hostile_text_in_an_answer_is_text() {
    let body = r#"{"checkpoint":{"id":"<img src=x onerror=alert(1)>","status":"<b>odd</b>"}}"#;
    let page = answered(answer(200, body)).await;
    assert!(page.text().contains("<img src=x onerror=alert(1)>"));
    assert!(page.text().contains("The service calls the state “<b>odd</b>”."));
    assert!(page.find("#csbs-outcome img, #csbs-outcome b").is_none());
}

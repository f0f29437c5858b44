//! A run of many servers: the form that begins it, and the list that shows it.

use csbs::{Failure, HttpResponse, Recent, Refusal};
use csbs_console::state::Event;
use csbs_console::state::queue::{Command, Event as QueueEvent};
use csbs_console::state::run::Run;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, SERVER, focused, value_of};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";
const THIRD: &str = "0b1cd2ef-aaaa-4bbb-8ccc-ddddeeeeffff";

/// A page with three servers in its form, and a run of them that nobody carries out.
async fn with_a_run() -> Page {
    let page = Page::complete();
    page.fill("Server ID", &format!("{SERVER}\n{OTHER}\n{THIRD}")).await;
    page.fill("Backup name", "db").await;
    let (draft, requests) = page
        .console
        .form
        .checked
        .with_untracked(|checked| (checked.draft.clone(), checked.requests().unwrap()));
    let (run, _) = Run::begin(1, draft, requests, 4);
    page.console.run.set(Some(run));
    page.tell(Event::TakeUp).await;
    page
}

/// Gives the run an event, and carries out nothing of what it asks for.
async fn on(page: &Page, event: QueueEvent) -> Vec<Command> {
    let mut commands = Vec::new();
    page.console.run.update(|run| commands = run.as_mut().unwrap().queue.on(event, 5));
    page.settle().await;
    commands
}

fn refused() -> Failure {
    let body = r#"{"error_code":"CSBS.6007","error_msg":"<b>no</b>"}"#.to_owned();
    Failure::Refused(Box::new(Refusal::read(HttpResponse { status: 400, headers: vec![], body })))
}

fn started(id: &str) -> Box<Recent> {
    Box::new(Recent::new(id.to_owned(), "p".into(), 0))
}

fn rows(page: &Page) -> Vec<String> {
    page.all("#csbs-outcome tbody tr").iter().map(|row| row.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn the_form_says_how_many_servers_there_are_and_how_their_backups_are_called() {
    let page = Page::complete();
    page.fill("Server ID", &format!("{SERVER}, {OTHER}")).await;
    page.fill("Backup name", "db").await;
    let text = page.text();
    for part in [
        "2 servers: each gets a backup of its own.",
        "db-0001 to db-0002.",
        "Characters: 2 of 250",
        "This is the first of 2 requests",
        "Start 2 backups",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    page.fill("Server ID", SERVER).await;
    assert!(page.text().contains("Characters: 2 of 255"), "{}", page.text());
    page.button("Start backup");
}

#[wasm_bindgen_test]
async fn each_server_shows_what_has_become_of_it() {
    let page = with_a_run().await;
    let _ = on(&page, QueueEvent::Tick).await;
    assert!(page.text().contains("0 of 3 servers"), "{}", page.text());
    let _ = on(&page, QueueEvent::Answered(0, 1, Ok(started("record-of-a-run")))).await;
    let _ = on(&page, QueueEvent::Answered(1, 1, Err(refused()))).await;
    assert!(page.text().contains("Started: 1. Refused: 1. Under way: 1."), "{}", page.text());
    let lost = on(&page, QueueEvent::Answered(2, 1, Err(Failure::Unreachable))).await;
    assert_eq!(lost, [Command::Search(2)]);
    let _ = on(&page, QueueEvent::Searched(2, Ok(None))).await;

    assert!(page.text().contains("? 1 started, 1 refused, 1 not known"), "{}", page.text());
    let rows = rows(&page);
    for (row, parts) in rows.iter().zip([
        [SERVER, "db-0001", "✓ Started"],
        [OTHER, "db-0002", "✕ Refused: CSBS.6007"],
        [THIRD, "db-0003", "? Not in the service’s list"],
    ]) {
        assert!(parts.iter().all(|part| row.contains(part)), "{parts:?}: {row}");
    }
    assert!(rows[1].contains("<b>no</b>"), "what the service says is text: {}", rows[1]);
    assert!(page.all("#csbs-outcome tbody b").is_empty());
}

#[wasm_bindgen_test]
async fn what_was_refused_goes_back_into_the_form() {
    let page = with_a_run().await;
    let _ = on(&page, QueueEvent::Tick).await;
    for place in [0, 2] {
        let _ = on(&page, QueueEvent::Answered(place, 1, Err(refused()))).await;
    }
    let _ = on(&page, QueueEvent::Answered(1, 1, Ok(started("record-of-a-run")))).await;
    page.fill("Backup name", "something else").await;
    page.press("Start the refused ones again (2)").await;
    page.settle().await;
    assert_eq!(value_of(&page.field("Server ID")), format!("{SERVER}\n{THIRD}"));
    assert_eq!(value_of(&page.field("Backup name")), "db");
    assert_eq!(focused(), "csbs-resource-id");
}

#[wasm_bindgen_test]
async fn nothing_new_is_sent_while_something_is_not_known() {
    let page = with_a_run().await;
    let _ = on(&page, QueueEvent::Tick).await;
    for place in [0, 1, 2] {
        let _ = on(&page, QueueEvent::Answered(place, 1, Err(Failure::Unreachable))).await;
    }
    assert!(!page.console.may_send());
    for place in [0, 1, 2] {
        let _ = on(&page, QueueEvent::Searched(place, Ok(None))).await;
    }
    assert!(page.console.may_send());
}

//! A backup that is followed, and the list of those that this browser knows of.

use csbs::{Recent, Status};
use csbs_console::state::Following;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{PROJECT, Page, SERVER};

/// A backup that is listed already, so that nothing has to be asked to draw it.
fn recent(id: &str, status: Status) -> Recent {
    Recent {
        id: id.into(),
        record_id: Some(id.into()),
        item_id: None,
        project_id: PROJECT.into(),
        server_id: Some(SERVER.into()),
        name: Some(format!("nightly-{id}")),
        started_at: 1_700_000_000_000,
        status: Some(status),
    }
}

async fn with(recents: &[Recent]) -> (Page, Following) {
    csbs_console::recents::clear();
    let page = Page::complete();
    page.console.forget_token();
    page.settle().await;
    let following = page.console.following.get_value().unwrap();
    for recent in recents {
        following.start(page.console, recent.clone());
    }
    page.settle().await;
    (page, following)
}

#[wasm_bindgen_test]
async fn a_backup_that_runs_has_a_bar_and_says_when_it_cannot_be_asked_for() {
    let (page, _) = with(&[recent("r1", Status::Protecting)]).await;
    page.press("nightly-r1").await;
    let text = page.text();
    for part in ["Backing up", "No number yet", "Running for", "enter a token to go on", "r1"] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    assert!(page.find("progress:not([value])").is_some());
}

#[wasm_bindgen_test]
async fn clearing_forgets_what_is_final_and_leads_to_the_heading() {
    let (page, following) =
        with(&[recent("r1", Status::Available), recent("r2", Status::Protecting)]).await;
    assert_eq!(csbs_console::recents::all().len(), 2);
    page.press("Clear the list").await;
    assert_eq!(csbs_console::recents::all(), []);
    assert_eq!(*untrack(|| following.ids()), ["r2"]);
    assert_eq!(crate::page::focused(), "csbs-recent-title");
}

#[wasm_bindgen_test]
async fn hostile_names_are_text() {
    let name = Some("<img src=x onerror=alert(1)>".to_owned());
    let (page, _) = with(&[Recent { name, ..recent("r1", Status::Available) }]).await;
    assert!(page.text().contains("<img src=x onerror=alert(1)>"));
    assert!(page.find(".csbs-recent img").is_none());
    csbs_console::recents::clear();
}

//! What a keystroke draws: only what it changes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use csbs::{Draft, DraftTag};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

use crate::page::{PROJECT, Page, SERVER};

/// Watches a page and tells, for each change, which element it happened in.
struct Watch {
    observer: MutationObserver,
    changed: Rc<RefCell<Vec<String>>>,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    fn over(page: &Page) -> Self {
        let changed = Rc::new(RefCell::new(Vec::new()));
        let collected = Rc::clone(&changed);
        let callback = Closure::new(move |records: js_sys::Array| {
            let records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
            collected.borrow_mut().extend(records.map(|record| place(&record.target().unwrap())));
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).unwrap();
        let everything = MutationObserverInit::new();
        everything.set_subtree(true);
        everything.set_child_list(true);
        everything.set_character_data(true);
        everything.set_attributes(true);
        observer.observe_with_options(page.container(), &everything).unwrap();
        Self { observer, changed, _callback: callback }
    }

    /// The places that changed since the last call, each as often as it was written to. What is
    /// spoken is written some time after the keys, and is left out.
    fn take(&self) -> Vec<String> {
        let changed = std::mem::take(&mut *self.changed.borrow_mut());
        changed.into_iter().filter(|place| place != "announcer").collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The nearest element with an id or a test id.
fn place(node: &Node) -> String {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    let named = element.and_then(|e| e.closest("[id], [data-testid]").ok().flatten());
    named.map_or_else(String::new, |element| {
        element.get_attribute("data-testid").unwrap_or_else(|| element.id())
    })
}

fn ten_tags() -> Page {
    let tags = (0..10).map(|n| DraftTag { key: format!("key{n}"), value: "v".into() }).collect();
    Page::with(Draft {
        project_id: PROJECT.into(),
        resource_id: SERVER.into(),
        backup_name: "db".into(),
        description: "d".into(),
        tags,
        ..Draft::default()
    })
}

#[wasm_bindgen_test]
async fn a_key_in_the_name_draws_its_counter_and_the_request_once() {
    let page = ten_tags();
    page.fill("Backup name", "dba").await;
    let watch = Watch::over(&page);
    page.fill("Backup name", "dbac").await;
    assert_eq!(sorted(watch.take()), ["csbs-backup-name-counter", "request"]);
}

#[wasm_bindgen_test]
async fn a_key_in_a_tag_draws_nothing_of_the_other_rows() {
    let page = ten_tags();
    page.settle().await;
    let key = page.nth_field("Key", 4);
    page.type_into(&key, "key44").await;
    let watch = Watch::over(&page);
    page.type_into(&key, "key444").await;
    let places: BTreeSet<String> = watch.take().into_iter().collect();
    let expected = ["csbs-tag-key-4-counter", "csbs-tag-remove-4", "request"];
    assert_eq!(places.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[wasm_bindgen_test]
async fn spaces_that_are_not_sent_draw_only_the_counter() {
    let page = ten_tags();
    page.fill("Description", "d ").await;
    let watch = Watch::over(&page);
    page.fill("Description", "d  ").await;
    assert_eq!(sorted(watch.take()), ["csbs-description-counter"]);
}

#[wasm_bindgen_test]
async fn a_key_leaves_the_description_of_every_field_as_it_was() {
    let page = ten_tags();
    page.fill("Backup name", "dba").await;
    let before = descriptions(&page);
    assert!(before.iter().any(|text| text.contains("At most 255 characters.")), "{before:?}");
    page.fill("Backup name", "dbac").await;
    assert_eq!(descriptions(&page), before);
}

/// What describes each control of the page, in words.
fn descriptions(page: &Page) -> Vec<String> {
    let text = |id: &str| page.find(&format!("#{id}")).and_then(|part| part.text_content());
    let all = page.all("[aria-describedby]");
    let ids = all.iter().filter_map(|control| control.get_attribute("aria-describedby"));
    ids.map(|ids| ids.split_whitespace().filter_map(text).collect()).collect()
}

fn sorted(mut places: Vec<String>) -> Vec<String> {
    places.sort();
    places
}

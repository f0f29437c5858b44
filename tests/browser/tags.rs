//! Rows that come, go and are pasted.

use csbs::{Draft, DraftTag};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, Event, EventInit};

use crate::page::{Page, focused, value_of};

fn with_tags(tags: &[(&str, &str)]) -> Page {
    let tags = tags
        .iter()
        .map(|(key, value)| DraftTag { key: (*key).into(), value: (*value).into() })
        .collect();
    Page::with(Draft { tags, ..Draft::default() })
}

fn rows(page: &Page) -> Vec<(String, String)> {
    let count = page.all(".csbs-tag").len();
    (0..count)
        .map(|nth| (value_of(&page.nth_field("Key", nth)), value_of(&page.nth_field("Value", nth))))
        .collect()
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.into(), value.into())
}

#[wasm_bindgen_test]
async fn adding_a_row_leads_to_its_key() {
    let page = Page::new();
    page.press("Add a tag").await;
    assert_eq!(focused(), page.field("Key").id());
    assert_eq!(page.find(".csbs-tag legend").unwrap().text_content().unwrap(), "Tag 1 of 1");
}

#[wasm_bindgen_test]
async fn removing_a_row_leads_to_the_next_one_and_then_to_the_button_that_adds() {
    let page = with_tags(&[("a", "1"), ("b", "2"), ("c", "3")]);
    page.press("Remove tag 2 b").await;
    assert_eq!(rows(&page), [pair("a", "1"), pair("c", "3")]);
    assert_eq!(focused(), page.button("Remove tag 2 c").id());
    page.press("Remove tag 2 c").await;
    assert_eq!(focused(), page.button("Add a tag").id());
    assert_eq!(rows(&page), [pair("a", "1")]);
}

#[wasm_bindgen_test]
async fn an_eleventh_row_cannot_be_added_and_the_page_says_why() {
    let tags: Vec<String> = (0..10).map(|n| format!("k{n}")).collect();
    let tags: Vec<(&str, &str)> = tags.iter().map(|key| (key.as_str(), "")).collect();
    let page = with_tags(&tags);
    page.settle().await;
    assert_eq!(page.button("Add a tag").get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(page.text().contains("A backup can have 10 tags. Remove one to add another."));
    page.press("Add a tag").await;
    assert_eq!(rows(&page).len(), 10);
}

#[wasm_bindgen_test]
async fn a_duplicate_key_names_the_other_row_and_heals_when_that_row_goes() {
    let page = with_tags(&[("env", "1"), ("team", "2"), (" env ", "3")]);
    page.settle().await;
    let third = page.nth_field("Key", 2);
    assert_eq!(
        page.error_at(&third).unwrap(),
        "Key of tag 3 is the same as that of tag 1. Change one of them."
    );
    page.press("Remove tag 1 env").await;
    assert_eq!(page.error_at(&third), None);
}

#[wasm_bindgen_test]
async fn pasted_lines_fill_rows() {
    let page = with_tags(&[("env", "prod")]);
    page.press("Add a tag").await;
    paste(&page, 1, "team=db\nowner = ops\n").await;
    assert_eq!(rows(&page), [pair("env", "prod"), pair("team", "db"), pair("owner", "ops")]);
}

#[wasm_bindgen_test]
async fn more_pasted_lines_than_tags_allowed_are_kept_and_reported() {
    let page = Page::new();
    page.press("Add a tag").await;
    let lines: Vec<String> = (0..12).map(|n| format!("k{n}=v")).collect();
    paste(&page, 0, &lines.join("\n")).await;
    assert_eq!(rows(&page).len(), 12);
    assert!(
        page.text().contains("A backup can have 10 tags. There are 12: remove 2."),
        "{}",
        page.text()
    );
}

async fn paste(page: &Page, row: usize, text: &str) {
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", text).unwrap();
    // Firefox gives a made-up ClipboardEvent no data, so that any event has to stand for it.
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict("paste", &init).unwrap();
    let property = js_sys::Object::new();
    js_sys::Reflect::set(&property, &"value".into(), &data).unwrap();
    js_sys::Object::define_property(&event, &"clipboardData".into(), &property);
    page.nth_field("Key", row).dispatch_event(&event).unwrap();
    page.settle().await;
}

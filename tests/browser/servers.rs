//! The way to the list of servers, and to asking about one. What comes of the list itself is
//! tested from end to end, where there is a service to list servers.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, focused};

#[wasm_bindgen_test]
async fn the_list_says_what_is_lacking_and_closes_to_where_it_was_opened() {
    let page = Page::new();
    page.settle().await;
    page.press("Choose from the list").await;
    page.settle().await;
    assert!(page.text().contains("enter a token and the project ID above"), "{}", page.text());
    let button = page.button("Choose from the list");
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("true"));
    page.press("Close the list").await;
    page.settle().await;
    assert_eq!(focused(), "csbs-servers-open");
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn a_check_names_the_fields_that_are_empty_until_they_are_filled_in() {
    let page = Page::new();
    page.settle().await;
    page.press("Check whether").await;
    page.settle().await;
    assert!(page.text().contains("To check, fill in: Token, Project ID, Server ID."));
    page.fill("Project ID", crate::page::PROJECT).await;
    assert!(page.text().contains("To check, fill in: Token, Server ID."), "{}", page.text());
}

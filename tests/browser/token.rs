//! That the token goes nowhere it should not.

use csbs_console::storage;
use leptos::prelude::WithUntracked;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::page::Page;

const MARK: &str = "marked-token-7f3a";

#[wasm_bindgen_test]
async fn the_token_is_in_no_text_and_no_attribute_and_no_stored_draft() {
    let page = Page::complete();
    page.fill("Token", MARK).await;
    let html = page.container().outer_html();
    assert!(!html.contains(MARK), "{html}");
    page.console.form.checked.with_untracked(|checked| storage::keep(&checked.draft));
    let kept = format!("{:?}", storage::kept());
    assert!(kept.contains(crate::page::SERVER), "{kept}");
    assert!(!kept.contains(MARK), "{kept}");
}

#[wasm_bindgen_test]
async fn a_token_with_a_line_break_inside_is_refused_without_being_quoted() {
    let page = Page::complete();
    page.fill("Token", "marked ”token”").await;
    let error = page.error_of("Token").unwrap();
    assert!(error.contains("which no token has"), "{error}");
    assert!(!page.text().contains("marked"), "{}", page.text());
}

#[wasm_bindgen_test]
async fn forgetting_empties_the_field_and_the_page_knows_no_token() {
    let page = Page::complete();
    page.fill("Token", MARK).await;
    page.press("Forget token").await;
    let field: HtmlInputElement = page.field("Token").unchecked_into();
    assert_eq!(field.value(), "");
    page.press("Start backup").await;
    assert_eq!(page.error_of("Token").unwrap(), "Enter a token.");
}

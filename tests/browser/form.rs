//! What is shown when, and what a person is told.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, focused, value_of};

#[wasm_bindgen_test]
async fn nothing_is_reproached_before_anything_was_typed() {
    let page = Page::new();
    page.settle().await;
    assert!(page.all(".csbs-field__error:not([hidden])").is_empty(), "{}", page.text());
}

#[wasm_bindgen_test]
async fn an_incomplete_value_is_reproached_when_the_field_is_left() {
    let page = Page::new();
    page.fill("Server ID", "9506416d").await;
    assert_eq!(page.error_of("Server ID"), None);
    page.leave("Server ID").await;
    let error = page.error_of("Server ID").unwrap();
    assert!(error.contains("must contain a UUID"), "{error}");
    page.fill("Server ID", "9506416d-db6c-406e-8bca-c0f43793d914").await;
    assert_eq!(page.error_of("Server ID"), None);
}

#[wasm_bindgen_test]
async fn what_typing_cannot_cure_is_shown_at_once_and_goes_at_once() {
    let page = Page::new();
    page.fill("Backup name", "db backup").await;
    assert_eq!(
        page.error_of("Backup name").unwrap(),
        "Backup name can contain only letters, digits, - and _. Remove the space after “db”."
    );
    page.fill("Backup name", "db-backup").await;
    assert_eq!(page.error_of("Backup name"), None);
}

#[wasm_bindgen_test]
async fn nothing_is_cut_off_and_the_counter_counts_characters() {
    let page = Page::new();
    let long = "ü".repeat(256);
    page.fill("Description", &long).await;
    assert_eq!(value_of(&page.field("Description")), long);
    let counter = page.find("#csbs-description-counter").unwrap();
    assert_eq!(counter.text_content().unwrap(), "Characters: 256 of 255");
    assert_eq!(
        page.error_of("Description").unwrap(),
        "Description must have 255 characters or fewer. It has 256: remove 1."
    );
}

#[wasm_bindgen_test]
async fn an_attempt_to_send_leads_to_a_summary_of_all_problems_in_the_order_of_the_form() {
    let page = Page::new();
    page.fill("Backup name", "a b").await;
    page.press("Start backup").await;
    assert_eq!(focused(), "csbs-summary");
    let lines: Vec<String> =
        page.all("#csbs-summary li").iter().map(web_sys::HtmlElement::inner_text).collect();
    assert_eq!(
        lines,
        [
            "Enter a token.",
            "Enter the project ID.",
            "Enter the server ID.",
            "Backup name can contain only letters, digits, - and _. Remove the space after “a”.",
        ]
    );
    for label in ["Project ID", "Server ID", "Backup name"] {
        assert!(page.error_of(label).is_some(), "{label}");
    }
    page.all("#csbs-summary a")[2].click();
    page.settle().await;
    assert_eq!(focused(), "csbs-resource-id");
}

#[wasm_bindgen_test]
async fn a_problem_in_the_closed_part_opens_it_when_its_line_is_followed() {
    let page = Page::complete();
    page.fill("Additional information", "{").await;
    page.press("Start backup").await;
    page.find("details:has(#csbs-extra-info)").unwrap().remove_attribute("open").unwrap();
    page.all("#csbs-summary a")[0].click();
    page.settle().await;
    page.settle().await;
    assert_eq!(focused(), "csbs-extra-info");
    assert!(page.find("details:has(#csbs-extra-info)").unwrap().has_attribute("open"));
}

#[wasm_bindgen_test]
async fn a_pasted_link_gives_the_server_and_says_so() {
    let page = Page::new();
    let link = "https://console.example/ecm/?server=9506416D-DB6C-406E-8BCA-C0F43793D914#/detail";
    page.fill("Server ID", link).await;
    assert!(
        page.text().contains("Taken out of what you entered: 9506416d-db6c-406e-8bca-c0f43793d914"),
        "{}",
        page.text()
    );
}

#[wasm_bindgen_test]
async fn the_request_is_shown_as_it_would_be_sent() {
    let page = Page::complete();
    page.fill("Backup name", "backup").await;
    page.fill("Description", "backup des").await;
    page.fill("Additional information", "{}").await;
    let shown = page.find("[data-testid=request]").unwrap().text_content().unwrap();
    let (head, body) = shown.split_once("\n\n").unwrap();
    assert!(
        head.starts_with(
            "POST /api/csbs/v1/b942cc8342734d15bcb246babb1953cf/providers/\
             fc4d5750-22e7-4798-8a46-f48f62c4c1da/resources/\
             9506416d-db6c-406e-8bca-c0f43793d914/action\nX-Auth-Token: ••••••••\n"
        ),
        "{head}"
    );
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let documented = serde_json::json!({
        "protect": {"backup_name": "backup", "description": "backup des", "extra_info": {}}
    });
    assert_eq!(body, documented);
}

#[wasm_bindgen_test]
async fn clearing_empties_the_form_but_keeps_the_token() {
    let page = Page::complete();
    page.fill("Backup name", "a b").await;
    page.press("Add a tag").await;
    page.press("Clear the form").await;
    assert_eq!(value_of(&page.field("Backup name")), "");
    assert_eq!(value_of(&page.field("Project ID")), "");
    assert!(page.all(".csbs-field__error:not([hidden])").is_empty(), "{}", page.text());
    assert!(page.all(".csbs-tag").is_empty());
    assert!(page.button("Forget token").is_connected());
}

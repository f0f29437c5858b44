//! The block that stands in for a page that stopped working.

use csbs_console::broken;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_block_takes_the_place_of_the_console_and_names_the_detail() {
    let body = document().body().unwrap();
    let page = document().create_element("div").unwrap();
    page.set_inner_html(
        "<div id=csbs-console>The form</div>\
         <div id=csbs-broken hidden>Reload <code id=csbs-broken-detail></code></div>",
    );
    body.append_child(&page).unwrap();
    broken::show("<b>detail</b>");
    let visible = body.inner_text();
    page.remove();
    assert!(!visible.contains("The form"), "{visible}");
    assert!(visible.contains("Reload <b>detail</b>"), "{visible}");
}

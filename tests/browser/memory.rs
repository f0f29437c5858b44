//! That nothing secret stays in the memory of the program once it is not needed any more.
//!
//! The secret is made and looked for in JavaScript, so that the test itself never brings it into
//! the memory that it searches.

use csbs::Draft;
use csbs_console::config::Config;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::Page;

#[wasm_bindgen(inline_js = r#"
let mark = "";

export function typeSecret(field) {
  mark = `marked${crypto.randomUUID()}`;
  field.value = mark;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function copiesOfSecret(memory) {
  const bytes = new Uint8Array(memory.buffer);
  const wanted = new TextEncoder().encode(mark);
  let count = 0;
  for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) count += 1;
  }
  return count;
}
"#)]
extern "C" {
    /// Types a text that stands nowhere else into a field.
    #[wasm_bindgen(js_name = typeSecret)]
    fn type_secret(field: &HtmlElement);

    /// How often that text stands in this memory.
    #[wasm_bindgen(js_name = copiesOfSecret)]
    fn copies_of_secret(memory: &JsValue) -> u32;
}

fn copies() -> u32 {
    copies_of_secret(&wasm_bindgen::memory())
}

#[wasm_bindgen_test]
async fn a_forgotten_token_is_wiped() {
    let page = Page::complete();
    type_secret(&page.field("Token"));
    page.settle().await;
    assert!(copies() > 0, "the token is kept while it is in use");
    page.press("Forget token").await;
    assert_eq!(copies(), 0);
}

#[wasm_bindgen_test]
async fn a_password_is_wiped_once_it_has_been_sent() {
    let config = r#"{"backup_address":"/api/csbs","identity_address":"/nowhere"}"#;
    let page =
        Page::of(Config::parse(config, "https://console.example").unwrap(), Draft::default());
    page.fill("Account name", "account").await;
    page.fill("User name", "user").await;
    type_secret(&page.field("Password"));
    page.press("Sign in").await;
    while page.all("#csbs-sign-in [type=password]").iter().any(is_read_only) {
        page.settle().await;
    }
    assert!(page.text().contains("You are not signed in"), "{}", page.text());
    assert_eq!(copies(), 0);
}

fn is_read_only(field: &HtmlElement) -> bool {
    field.unchecked_ref::<web_sys::HtmlInputElement>().read_only()
}

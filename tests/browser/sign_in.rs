//! Signing in, as far as it needs no service; the rest is in the end-to-end tests.

use csbs::Draft;
use csbs_console::config::Config;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;

/// A page on which a person may sign in with a password or a token.
fn page() -> Page {
    let config = r#"{"backup_address":"/api/csbs","identity_address":"/nowhere"}"#;
    Page::of(Config::parse(config, "https://console.example").unwrap(), Draft::default())
}

#[wasm_bindgen_test]
async fn password_managers_find_their_fields_in_a_form_of_their_own() {
    let page = page();
    let table = [
        ("User name", "username"),
        ("Password", "current-password"),
        ("One-time code", "one-time-code"),
    ];
    for (label, autocomplete) in table {
        let field = page.field(label);
        assert_eq!(field.get_attribute("autocomplete").as_deref(), Some(autocomplete));
        let form = field.closest("form").unwrap().unwrap();
        assert_eq!(form.id(), "csbs-sign-in", "{label}");
        assert_eq!(form.get_attribute("method").as_deref(), Some("post"));
    }
}

//! What the address of the page says, and addresses of the console that others can follow.

use wasm_bindgen::{JsCast, JsValue};

use super::{handed, is_mounted, origin};

/// Whether the address of the page says more than where the page is. What that of a portal's page
/// says is not for the console.
#[must_use]
pub fn has_link() -> bool {
    if is_mounted() {
        return false;
    }
    let location = leptos::prelude::window().location();
    let is_long = |text: Result<String, _>| text.is_ok_and(|text| text.contains('='));
    is_long(location.search()) || is_long(location.hash())
}

/// What the address of the page says besides where the page is, decoded; and takes it out of the
/// address and of this entry of the browser's history.
#[must_use]
pub fn take_link() -> Vec<(String, String)> {
    let window = leptos::prelude::window();
    let location = window.location();
    let part = |text: Result<String, _>| text.unwrap_or_default();
    let (search, hash) = (part(location.search()), part(location.hash()));
    let hash = if hash.contains('=') { hash } else { String::new() };
    let pairs = [search, hash].into_iter().flat_map(|text| {
        let text = text.trim_start_matches(['?', '#']).to_owned();
        text.split('&').map(decoded_pair).collect::<Vec<_>>()
    });
    let pairs = pairs.filter(|(key, _)| !key.is_empty()).collect();
    let history = js_sys::Reflect::get(&window, &"history".into()).unwrap_or_default();
    let replace = js_sys::Reflect::get(&history, &"replaceState".into());
    if let Some(replace) = replace.ok().and_then(|found| found.dyn_into::<js_sys::Function>().ok())
    {
        // Where the browser refuses, the address stays as it is, and is not used again.
        let path = part(location.pathname());
        let _ = replace.call3(&history, &JsValue::NULL, &"".into(), &path.into());
    }
    pairs
}

fn decoded_pair(pair: &str) -> (String, String) {
    let decoded = |part: &str| {
        let part = part.replace('+', " ");
        // What is wrongly encoded stays as it is.
        js_sys::decode_uri_component(&part).map_or(part, String::from)
    };
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    (decoded(key), decoded(value))
}

/// The address of a file beside the console's own page.
#[must_use]
pub fn beside(name: &str) -> String {
    handed("csbsPage").as_string().unwrap_or_default() + name
}

/// A link to this page with these pairs; in the page of a portal, to the console's own page.
#[must_use]
pub fn link_with(pairs: &[(&str, String)]) -> String {
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(text));
    let page = handed("csbsPage").as_string().unwrap_or_else(|| {
        origin() + &leptos::prelude::window().location().pathname().unwrap_or_default()
    });
    let pairs: Vec<String> =
        pairs.iter().map(|(key, value)| format!("{key}={}", encoded(value))).collect();
    format!("{page}?{}", pairs.join("&"))
}

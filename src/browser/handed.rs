//! What the script that starts the program hands to it: the settings, the words, the language. The
//! console's own page finds them in the window; `csbs-console-mount.js` has an object of its own, so
//! that nothing of the console lies about in the page of a portal.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

thread_local! {
    static FROM: JsValue = {
        let window = JsValue::from(window());
        let of_portal = Reflect::get(&window, &"csbsMounted".into()).unwrap_or_default();
        if of_portal.is_undefined() { window } else { of_portal }
    };
}

/// What the script has under this name; undefined when there is nothing.
#[must_use]
pub fn handed(name: &str) -> JsValue {
    FROM.with(|from| Reflect::get(from, &name.into()).unwrap_or_default())
}

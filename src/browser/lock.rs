//! Names that only one tab of a browser holds at a time.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits until no other tab holds this name, and holds it for as long as the page is there. A
/// browser that cannot do so makes nobody wait.
pub async fn hold(name: &str) {
    let granted = Promise::new(&mut |resolve, _| {
        let hold = Closure::once_into_js(move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            // It is held until this is settled, which is never.
            Promise::new(&mut |_, _| {})
        });
        if request_lock(name, &hold).is_err() {
            let _ = hold.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(granted).await;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, hold: &JsValue) -> Result<Promise, JsValue>;
}

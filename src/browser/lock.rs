//! Names that only one tab of a browser holds at a time.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Waits until no other tab holds this name, and holds it for as long as the page is there. A
/// browser that cannot do so makes nobody wait.
pub async fn hold(name: &str) {
    let granted = Promise::new(&mut |resolve, _| {
        let go_on = move || drop(resolve.call0(&JsValue::UNDEFINED));
        let held = go_on.clone();
        let hold = Closure::once_into_js(move || {
            held();
            // It is held until this is settled, which is never.
            Promise::new(&mut |_, _| {})
        });
        match request_lock(name, &hold) {
            // In a frame of another site, a browser may refuse only after a while.
            Ok(asked) => spawn_local(async move {
                if JsFuture::from(asked).await.is_err() {
                    go_on();
                }
            }),
            Err(_) => go_on(),
        }
    });
    let _ = JsFuture::from(granted).await;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, hold: &JsValue) -> Result<Promise, JsValue>;
}

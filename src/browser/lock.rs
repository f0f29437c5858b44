//! Names that only one tab of a browser holds at a time.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// What lets go of each name that is held.
    static HELD: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
    /// How often everything was let go.
    static ENDS: Cell<u32> = const { Cell::new(0) };
}

/// Waits until no other tab holds this name, and holds it for as long as the console is there. A
/// browser that cannot do so makes nobody wait.
pub async fn hold(name: &str) {
    let ends = ENDS.get();
    let granted = Promise::new(&mut |resolve, _| {
        let go_on = move || drop(resolve.call0(&JsValue::UNDEFINED));
        let held = go_on.clone();
        let hold = Closure::once_into_js(move || {
            held();
            // It is held until this is settled. Who has waited for it may be gone by now.
            Promise::new(&mut |release, _| {
                if ENDS.get() == ends {
                    HELD.with_borrow_mut(|all| all.push(release));
                } else {
                    drop(release.call0(&JsValue::UNDEFINED));
                }
            })
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

/// Lets go of all names that are held or waited for.
pub fn let_go() {
    ENDS.set(ENDS.get().wrapping_add(1));
    for release in HELD.take() {
        let _ = release.call0(&JsValue::UNDEFINED);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, hold: &JsValue) -> Result<Promise, JsValue>;
}

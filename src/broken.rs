//! The last resort: when the program breaks, the page must not be left dead and white.
//!
//! The block that is shown stands in `index.html`, ready made, so that showing it needs nothing
//! that could be broken by then; in the page of a portal, `components/broken_block.rs` has made it.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use web_sys::wasm_bindgen::JsValue;

use crate::browser;

thread_local! {
    static LAST_ACT: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Shows the block in place of the console from now on when the program panics.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        show(&place(panic));
        // It may well fail, for the program is broken; the block is there by now.
        LAST_ACT.with(|act| {
            if let Some(act) = act.try_borrow().ok().as_deref().and_then(Option::as_ref) {
                act();
            }
        });
    }));
}

/// What is to be tried after a panic, once the block is shown.
pub fn before_the_end(act: impl Fn() + 'static) {
    LAST_ACT.with(|last| *last.borrow_mut() = Some(Box::new(act)));
}

/// Tries it now, and no more: a portal takes the console out of its page.
pub fn act_last() {
    if let Some(act) = LAST_ACT.take() {
        act();
    }
}

/// Hides the console and shows the block, with this detail for support.
pub fn show(detail: &str) {
    if let Some(console) = browser::element("csbs-console") {
        // Nothing is left to be done if this fails; the block below is shown all the same.
        let _ = console.set_attribute("hidden", "");
    }
    if let Some(text) = browser::element("csbs-broken-detail") {
        text.set_text_content(Some(detail));
    }
    if let Some(block) = browser::element("csbs-broken") {
        let _ = block.remove_attribute("hidden");
    }
    web_sys::console::error_1(&JsValue::from_str(detail));
}

/// Where the program broke. The message of a panic could quote data, so it is left out.
fn place(panic: &PanicHookInfo<'_>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    panic.location().map_or_else(
        || format!("csbs-console {version}"),
        |place| format!("csbs-console {version}, {}:{}", place.file(), place.line()),
    )
}

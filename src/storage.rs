//! The draft in the tab's session storage, so that a reload loses nothing.
//!
//! A sandboxed or third-party frame may have no storage, and a full one refuses to write: both
//! are normal, and the page works without. No secret ever comes here; a [`Draft`] has none.

use csbs::{Draft, wire};

const KEY: &str = "csbs-console.draft";

/// Keeps what was typed for a reload of this tab.
pub fn keep(draft: &Draft) {
    if let Some(storage) = session_storage() {
        // A refused write leaves the page as it is: what was typed is still in its fields.
        let _ = storage.set_item(KEY, &wire::draft::to_json(draft));
    }
}

/// What was typed before the reload, if anything readable was kept.
#[must_use]
pub fn kept() -> Option<Draft> {
    let text = session_storage()?.get_item(KEY).ok()??;
    wire::draft::from_json(&text)
}

fn session_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

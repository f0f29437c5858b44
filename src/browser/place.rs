//! Where in the document the console is drawn: in the page itself, or in a shadow root that a
//! portal's page has given it. Everything that is looked up by its id is looked up there.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

thread_local! {
    static ROOT: RefCell<Option<ShadowRoot>> = const { RefCell::new(None) };
}

/// From now on the console is in this shadow root; with none, in the page itself.
pub fn settle_in(root: Option<ShadowRoot>) {
    ROOT.with(|place| *place.borrow_mut() = root);
}

/// Whether the console is in the page of a portal, rather than a page of its own.
#[must_use]
pub fn is_mounted() -> bool {
    root().is_some()
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    let found =
        root().map_or_else(|| document().get_element_by_id(id), |root| root.get_element_by_id(id));
    found?.dyn_into().ok()
}

/// The text field with this id.
#[must_use]
pub fn text_field(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// The element of the console that has the focus.
#[must_use]
pub fn focused() -> Option<Element> {
    let focused = root().map_or_else(|| document().active_element(), |root| root.active_element());
    // `body` has it when nothing else does.
    focused.filter(|element| element.tag_name() != "BODY")
}

/// A panic may come at any moment, even while the place is being changed.
fn root() -> Option<ShadowRoot> {
    ROOT.with(|place| place.try_borrow().ok().as_deref().cloned().flatten())
}

//! Where in the document the console is drawn: in the page itself, or in a shadow root that a
//! portal's page has given it. Everything that is looked up by its id is looked up there.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

use super::{handed, is_framed};

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

/// The element that stands for all of the console: the page has its language and its looks, and in
/// the page of a portal, an element around the console.
#[must_use]
pub fn whole() -> Option<HtmlElement> {
    match root() {
        Some(root) => root.get_element_by_id("csbs-mounted"),
        None => document().document_element(),
    }
    .and_then(|whole| whole.dyn_into().ok())
}

/// Whether something has the focus that is not in the element with this id: in the console, or in
/// the page of a portal around it.
#[must_use]
pub fn is_focus_outside(id: &str) -> bool {
    if is_framed() && document().has_focus() == Ok(false) {
        return true;
    }
    match focused() {
        Some(focused) => !matches!(focused.closest(&format!("#{id}")), Ok(Some(_))),
        None => has_focus(document().active_element()).is_some(),
    }
}

/// The element of the console that has the focus.
#[must_use]
pub fn focused() -> Option<Element> {
    let focused = root().map_or_else(|| document().active_element(), |root| root.active_element());
    has_focus(focused)
}

/// `body` has the focus when nothing else does.
fn has_focus(active: Option<Element>) -> Option<Element> {
    active.filter(|element| element.tag_name() != "BODY")
}

/// Whether the console is in the page of a portal, whose title and address are not its own.
#[must_use]
pub fn is_mounted() -> bool {
    root().is_some()
}

/// The script that mounts the console has one at any time, so that nothing is ever looked up in a
/// page that is a portal's.
fn root() -> Option<ShadowRoot> {
    let root = handed("csbsRoot");
    root.is_object().then(|| root.unchecked_into())
}

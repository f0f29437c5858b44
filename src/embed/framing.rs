//! What the browser says about how the page is framed.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlFormElement};

use super::door::Framing;

/// Lets the style know that the page is in a frame: what is as high as the window would grow with a
/// frame that is as high as its content.
pub fn mark() {
    set("data-csbs-framed", "");
}

/// Sets an attribute of the whole page.
pub fn set(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The names are valid ones, so nothing can go wrong.
        let _ = root.set_attribute(name, value);
    }
}

/// How the page is framed.
#[must_use]
pub fn read() -> Framing {
    let (parent, top) = (window().parent().ok().flatten(), window().top().ok().flatten());
    Framing {
        is_opaque: window().origin() == "null",
        has_forms: has_forms(),
        is_nested: parent != top,
        ancestors: ancestors(),
    }
}

fn ancestors() -> Option<Vec<String>> {
    let list = Reflect::get(&window().location(), &JsValue::from_str("ancestorOrigins")).ok()?;
    let list = js_sys::Array::from(&list.dyn_into::<js_sys::Object>().ok()?.into());
    Some(list.iter().map(|origin| origin.as_string().unwrap_or_default()).collect())
}

/// Tries to send a form that leads nowhere: in a sandbox without `allow-forms` the browser does not
/// even tell the page that somebody has pressed the button, and nothing else says so.
fn has_forms() -> bool {
    let heard = Rc::new(Cell::new(false));
    let form = document().create_element("form").ok();
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some((form, body)) = form.zip(document().body()) else {
        return true;
    };
    let hear = {
        let heard = heard.clone();
        Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            heard.set(true);
        })
    };
    form.set_hidden(true);
    let listens = form.add_event_listener_with_callback("submit", hear.as_ref().unchecked_ref());
    if listens.is_err() || body.append_child(&form).is_err() {
        return true;
    }
    let asked = form.request_submit();
    form.remove();
    asked.is_err() || heard.get()
}

//! What browsers know of a page besides what the program does: what stands in its controls, what is
//! unfolded, where the focus is, how far it is scrolled. Taken before the page is drawn anew, and
//! given back after.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::place;

/// The page as a person left it. Values stay on the side of the browser: one may be a password.
#[derive(Debug)]
pub struct Snapshot {
    /// Ids of controls, each with its value.
    values: Vec<(String, JsValue)>,
    /// Whether each thing that can be unfolded is, in the order of the page.
    unfolded: Vec<bool>,
    /// Places of elements in the page that are scrolled, each with how far.
    scrolled: Vec<(u32, i32)>,
    /// The place of the element that has the focus, its id, and what is selected in it.
    focus: Option<(u32, String, JsValue, JsValue)>,
    page: JsValue,
}

const CONTROLS: &str = "input[id]:not([type=radio]):not([type=checkbox]), textarea[id], select[id]";

impl Snapshot {
    /// Takes one.
    #[must_use]
    pub fn take() -> Self {
        let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or_default();
        let values =
            all(CONTROLS).into_iter().map(|control| (control.id(), get(&control, "value")));
        let unfolded = all("details").into_iter().map(|part| part.has_attribute("open"));
        let active = place::focused();
        let (mut scrolled, mut focus) = (Vec::new(), None);
        for (place, element) in (0..).zip(all("*")) {
            if element.scroll_top() > 0 {
                scrolled.push((place, element.scroll_top()));
            }
            if active.as_ref() == Some(&element) {
                let (start, end) = (get(&element, "selectionStart"), get(&element, "selectionEnd"));
                focus = Some((place, element.id(), start, end));
            }
        }
        Self {
            values: values.filter(|(id, _)| id != "csbs-language").collect(),
            unfolded: unfolded.collect(),
            scrolled,
            focus,
            page: get(&leptos::prelude::window(), "scrollY"),
        }
    }

    /// Gives everything back that still has its place.
    pub fn restore(self) {
        let parts = all("details");
        if parts.len() == self.unfolded.len() {
            for (part, open) in parts.iter().zip(&self.unfolded) {
                // An element takes every attribute.
                let _ = if *open {
                    part.set_attribute("open", "")
                } else {
                    part.remove_attribute("open")
                };
            }
        }
        for (id, value) in &self.values {
            if let Some(control) = place::element(id)
                && Reflect::get(&control, &"value".into()).as_ref() != Ok(value)
            {
                let _ = Reflect::set(&control, &"value".into(), value);
            }
        }
        let elements = all("*");
        let at = |place: u32| elements.get(usize::try_from(place).ok()?);
        for (place, by) in &self.scrolled {
            if let Some(element) = at(*place) {
                element.set_scroll_top(*by);
            }
        }
        if let Some((place, id, start, end)) = &self.focus {
            let same = if id.is_empty() { at(*place).cloned() } else { None };
            let same = same.or_else(|| place::element(id)?.dyn_into().ok());
            if let Some(element) =
                same.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>())
            {
                let _ = element.focus();
                if !start.is_null() && !start.is_undefined() {
                    let _ = call(element, "setSelectionRange", &Array::of2(start, end));
                }
            }
        }
        let _ = call(&leptos::prelude::window(), "scrollTo", &Array::of2(&0.into(), &self.page));
    }
}

fn call(of: &JsValue, method: &str, arguments: &Array) -> Option<JsValue> {
    let method: js_sys::Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(of, arguments).ok()
}

fn all(selector: &str) -> Vec<Element> {
    let list = place::element("csbs-console").map(|page| page.query_selector_all(selector));
    let Some(Ok(list)) = list else {
        return Vec::new();
    };
    Array::from(&list).iter().filter_map(|element| element.dyn_into().ok()).collect()
}

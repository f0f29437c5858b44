//! What a portal makes of the looks of the page: its properties on the document. The header draws
//! its name or logo.

use std::sync::LazyLock;

use csbs_theme::Brand;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The brand that is shown.
static SHOWN: LazyLock<ArcRwSignal<Brand>> = LazyLock::new(ArcRwSignal::default);

/// Shows the page with this brand, in place of the one before. Each value is set by itself: a text
/// of CSS is never put together, and the policy of the page would allow none.
pub fn apply(brand: &Brand) {
    let root = document().document_element();
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let style = root.style();
        let property = |name: &str| format!("--csbs-brand-{name}");
        // Neither fails on the element of a document.
        for name in Brand::all_properties() {
            let _ = style.remove_property(&property(name));
        }
        for (name, value) in brand.properties() {
            let _ = style.set_property(&property(name), &value);
        }
    }
    SHOWN.set(brand.clone());
}

/// The brand that is shown; tracked.
pub fn shown() -> Brand {
    SHOWN.get()
}

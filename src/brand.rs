//! What a portal makes of the looks of the page: its properties on all of it. The header draws
//! its name or logo.

use std::sync::LazyLock;

use csbs_theme::Brand;
use leptos::prelude::*;

use crate::browser;

/// The brand that is shown.
static SHOWN: LazyLock<ArcRwSignal<Brand>> = LazyLock::new(ArcRwSignal::default);

/// Shows the page with this brand, in place of the one before. Each value is set by itself: a text
/// of CSS is never put together, and the policy of the page would allow none.
pub fn apply(brand: &Brand) {
    if let Some(root) = browser::whole() {
        let style = root.style();
        let property = |name: &str| format!("--csbs-brand-{name}");
        // Neither fails on an element of a document. What is not set is said to be so: an element
        // would have it from those around it.
        for name in Brand::all_properties() {
            let _ = style.set_property(&property(name), "initial");
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

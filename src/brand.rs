//! What a portal makes of the looks of the page: its properties on all of it. The header draws
//! its name or logo.

use std::cell::RefCell;

use csbs_theme::Brand;
use leptos::prelude::*;

use crate::browser;

thread_local! {
    /// The brand that is shown.
    static SHOWN: RefCell<ArcRwSignal<Brand>> = RefCell::default();
}

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
    SHOWN.with_borrow(ArcRwSignal::clone).set(brand.clone());
}

/// Begins anew, with whatever listens to the brand: a signal keeps count of all that have ever
/// listened, also when they are gone.
pub fn let_go() {
    SHOWN.take();
}

/// The brand that is shown; tracked.
pub fn shown() -> Brand {
    SHOWN.with_borrow(ArcRwSignal::clone).get()
}

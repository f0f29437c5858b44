//! Which colours the page is seen in: what a person has chosen, else what a portal asks for, else
//! what the system is set to.
//!
//! `style/tokens.css` reads the attribute `data-csbs-scheme` of the page; without it, that
//! follows the system. `scheme.js` sets it from what is kept here, before anything is drawn.

use csbs_theme::Scheme;

use crate::browser::{local_storage, whole};

const KEY: &str = "csbs-console.scheme";

/// What the page looks like.
const SHOWN: &str = "data-csbs-scheme";

/// What a portal has asked for, for when nothing is chosen any more.
const SUGGESTED: &str = "data-csbs-portal-scheme";

/// What the person has chosen in this browser; `None` follows the portal, or the system.
#[must_use]
pub fn chosen() -> Option<Scheme> {
    let kept = local_storage()?.get_item(KEY).ok()??;
    Scheme::named(&kept)
}

/// Shows the page as the person wants it, and keeps that for the next time. Where storage is
/// blocked, it lasts until the page is left.
pub fn choose(scheme: Option<Scheme>) {
    if let Some(storage) = local_storage() {
        // A refused write leaves the page as it is.
        let _ = match scheme {
            Some(scheme) => storage.set_item(KEY, scheme.as_str()),
            None => storage.remove_item(KEY),
        };
    }
    let suggested = || whole()?.get_attribute(SUGGESTED);
    set(SHOWN, scheme.map(|scheme| scheme.as_str().to_owned()).or_else(suggested));
}

/// Shows the page as a portal wants it, unless the person has chosen something else.
pub fn suggest(scheme: Option<Scheme>) {
    let name = scheme.map(|scheme| scheme.as_str().to_owned());
    if chosen().is_none() {
        set(SHOWN, name.clone());
    }
    set(SUGGESTED, name);
}

fn set(attribute: &str, value: Option<String>) {
    if let Some(root) = whole() {
        // These names are ones that any element can have.
        let _ = match value {
            Some(value) => root.set_attribute(attribute, &value),
            None => root.remove_attribute(attribute),
        };
    }
}

//! Icons: lines that show at a glance what is said in words beside them. Nobody hears them, and
//! nothing is said by them alone.
//!
//! They come with the second file of the program. What is drawn before that has characters.

use leptos::prelude::*;

pub mod outlines {
    //! What the build script makes of Lucide's drawings. An icon that nothing shows is refused.
    #![deny(dead_code)]
    include!(concat!(env!("OUT_DIR"), "/icons.rs"));
}

use outlines::{BAD, GOOD, OFF, OPEN, RUNNING};

/// The outlines fill this, and their lines are two of it wide.
const VIEW_BOX: &str = "0 0 24 24";

/// An icon, a little larger than the text around it and in its colour.
pub fn icon(outline: &'static str) -> AnyView {
    view! {
        <svg class="csbs-icon" viewBox=VIEW_BOX aria-hidden="true">
            <path d=outline />
        </svg>
    }
    .into_any()
}

/// A text with the icon of the symbol that it begins with. The symbol is not seen any more, but
/// stays for all who hear the text or copy it.
pub fn marked(text: String) -> AnyView {
    let Some((symbol, outline, class)) = symbol_of(&text) else {
        return text.into_any();
    };
    let rest = text.strip_prefix(symbol).unwrap_or_default().to_owned();
    view! {
        <span class=class>
            {icon(outline)} <span class="csbs-hidden">{symbol}</span> {rest}
        </span>
    }
    .into_any()
}

const MARKED: &str = "csbs-marked";

/// The symbol that a text begins with, its icon, and the class for it. No table: the outlines that one refers to would
/// stay in the first file of the program.
fn symbol_of(text: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let begins = |symbol: &'static str| text.starts_with(symbol).then_some(symbol);
    if let Some(symbol) = begins("✓ ") {
        Some((symbol, GOOD, "csbs-marked csbs-marked--good"))
    } else if let Some(symbol) = begins("✕ ") {
        Some((symbol, BAD, "csbs-marked csbs-marked--bad"))
    } else if let Some(symbol) = begins("? ") {
        Some((symbol, OPEN, MARKED))
    } else if let Some(symbol) = begins("… ") {
        Some((symbol, RUNNING, MARKED))
    } else {
        Some((begins("– ")?, OFF, MARKED))
    }
}

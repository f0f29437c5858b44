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
    // No table of symbols: the outlines that one refers to would stay in the first file.
    if let Some(rest) = text.strip_prefix("✓ ") {
        mark("✓ ", GOOD, "csbs-marked csbs-marked--good", rest)
    } else if let Some(rest) = text.strip_prefix("✕ ") {
        mark("✕ ", BAD, "csbs-marked csbs-marked--bad", rest)
    } else if let Some(rest) = text.strip_prefix("? ") {
        mark("? ", OPEN, "csbs-marked", rest)
    } else if let Some(rest) = text.strip_prefix("… ") {
        mark("… ", RUNNING, "csbs-marked", rest)
    } else if let Some(rest) = text.strip_prefix("– ") {
        mark("– ", OFF, "csbs-marked", rest)
    } else {
        text.into_any()
    }
}

fn mark(symbol: &'static str, outline: &'static str, class: &'static str, rest: &str) -> AnyView {
    view! {
        <span class=class>
            {icon(outline)} <span class="csbs-hidden">{symbol}</span> {rest.to_owned()}
        </span>
    }
    .into_any()
}

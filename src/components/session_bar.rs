//! Who is signed in, always in sight.

use leptos::prelude::*;

use crate::components::element::element;
use crate::components::group::paragraph;
use crate::config::Way;
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The bar at the top of the page.
pub fn session_bar(console: Console) -> AnyView {
    let words = use_words();
    let has_token = passing(move |_| console.form.access.with(|access| access.token().is_some()));
    let has_session = passing(move |_| console.sign_in.with(|state| state.session.is_some()));
    let content = move || match console.later() {
        Some(Ok(later)) if has_session.get() => (later.sign_in.bar)(console),
        _ => paragraph(match console.way.get() {
            Way::Proxy => say!(words, sign_in.with_proxy),
            _ if has_token.get() => say!(words, sign_in.with_token),
            _ => say!(words, sign_in.nobody),
        }),
    };
    element("section")
        .class("csbs-session")
        .attr("aria-label", say!(words, sign_in.bar))
        .live(move || Some(content()))
        .done()
}

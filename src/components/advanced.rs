//! What hardly anybody needs: additional information and the resource type. It is closed, and what
//! is in it comes with the rest of the program.

pub mod fields;

use leptos::prelude::*;

use crate::components::element::element;
use crate::components::group::note;
use crate::components::later_part::later_part;
use crate::state::Console;
use crate::words::{say, use_words};

/// The part of the form that is closed until it is used, or a problem in it takes the focus.
pub fn advanced_fields(console: Console) -> AnyView {
    let words = use_words();
    let is_used = console.form.uses_advanced();
    let missing = move || {
        let is_missing = matches!(console.later(), Some(Err(_)));
        is_missing.then(|| note(say!(words, page.part_missing)))
    };
    let content = element("div")
        .class("csbs-details__content")
        .child(later_part(console, |later| later.form.advanced))
        .live(missing);
    element("details")
        .class("csbs-card csbs-details")
        .flag("open", is_used)
        .child(element("summary").text(say!(words, advanced.legend)))
        .child(content)
        .done()
}

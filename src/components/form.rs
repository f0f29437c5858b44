//! The form as a whole.

use leptos::prelude::*;

use crate::components::element::element;
use crate::components::later_part::later_part;
use crate::components::submit::submit;
use crate::components::{
    advanced_fields, backup_fields, error_summary, link_note, submit_bar, tag_fields, target_fields,
};
use crate::state::Console;

/// All fields, in the order in which they are read.
pub fn backup_form(console: Console) -> AnyView {
    let send = move |event: web_sys::Event| {
        event.prevent_default();
        submit(console);
    };
    element("form")
        .attr("id", "csbs-form")
        .class("csbs-form")
        .flag("novalidate", true)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("tabindex", "-1")
        .on("submit", send)
        .on("focusin", move |_| console.begin())
        .children(link_note::place())
        .child(later_part(console, |later| later.form.summary))
        .child(error_summary::without_sentences(console))
        .child(target_fields(console))
        .child(backup_fields(console))
        .child(tag_fields(console))
        .child(advanced_fields(console))
        .child(submit_bar(console))
        .done()
}

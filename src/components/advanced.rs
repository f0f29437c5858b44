//! What hardly anybody needs: additional information and the resource type. It is closed, and what
//! is in it comes with the rest of the program.

pub mod fields;

use leptos::prelude::*;

use crate::components::group::note;
use crate::components::later_part::later_part;
use crate::state::Console;
use crate::words::{say, use_words};

/// The part of the form that is closed until it is used, or a problem in it takes the focus.
#[component]
pub fn AdvancedFields() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let is_used = console.form.uses_advanced();
    let missing = move || {
        let is_missing = matches!(console.later(), Some(Err(_)));
        is_missing.then(|| note(say!(words, page.part_missing)))
    };
    view! {
        <details class="csbs-card csbs-details" open=is_used>
            <summary>{say!(words, advanced.legend)}</summary>
            <div class="csbs-details__content">
                {later_part(console, |later| later.form.advanced)}
                {missing}
            </div>
        </details>
    }
    .into_any()
}

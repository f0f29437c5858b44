//! The form as a whole.

use leptos::prelude::*;

use crate::components::later_part::later_part;
use crate::components::submit::submit;
use crate::components::{
    AdvancedFields, BackupFields, SubmitBar, TagFields, TargetFields, error_summary, link_note,
};
use crate::state::Console;

/// All fields, in the order in which they are read.
#[component]
pub fn BackupForm() -> AnyView {
    let console = expect_context::<Console>();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        submit(console);
    };
    view! {
        <form id="csbs-form" class="csbs-form" novalidate=true autocomplete="off" autocapitalize="none" spellcheck="false" tabindex="-1" on:submit=send on:focusin=move |_| console.begin()>
            {link_note::place()}
            {later_part(console, |later| later.form.summary)}
            {error_summary::without_sentences(console)}
            <TargetFields />
            <BackupFields />
            <TagFields />
            <AdvancedFields />
            <SubmitBar />
        </form>
    }
    .into_any()
}

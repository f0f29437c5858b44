//! The form as a whole.

use leptos::prelude::*;

use crate::components::submit::submit;
use crate::components::{
    AccessFields, AdvancedFields, BackupFields, ErrorSummary, SubmitBar, TagFields, TargetFields,
    link_note,
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
    let begin = move |_| {
        leptos::task::spawn_local(async move {
            // When it fails, whatever needs it tries again and says so.
            let _ = console.fetch_later().await;
        });
    };
    view! {
        <form id="csbs-form" class="csbs-form" novalidate=true autocomplete="off" autocapitalize="none" spellcheck="false" tabindex="-1" on:submit=send on:focusin=begin>
            {link_note::place()}
            <ErrorSummary />
            <AccessFields />
            <TargetFields />
            <BackupFields />
            <TagFields />
            <AdvancedFields />
            <SubmitBar />
        </form>
    }
    .into_any()
}

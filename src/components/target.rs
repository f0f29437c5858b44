//! Which server: the project and the server's id.

use csbs::{Field, ProjectId};
use leptos::prelude::*;

use crate::components::TextField;
use crate::state::Console;
use crate::words::{say, use_words};

/// The fields that name the server.
#[component]
pub fn TargetFields() -> impl IntoView {
    let words = use_words();
    let form = expect_context::<Console>().form;
    let unusual = Memo::new(move |_| {
        form.fields.with(|fields| {
            fields
                .project_id
                .as_ref()
                .is_ok_and(|project| !project.looks_usual())
        })
    });
    let taken = Memo::new(move |_| {
        form.fields.with(|fields| {
            let server = fields.resource_id.as_ref().ok()?;
            form.resource_id
                .text
                .with(|typed| server.is_extracted_from(typed))
                .then(|| server.as_str().to_owned())
        })
    });
    view! {
        <fieldset class="csbs-card">
            <legend class="csbs-card__title">{say!(words, target.legend)}</legend>
            <div class="csbs-field">
                <TextField
                    id="csbs-project-id"
                    label=say!(words, target.project_label)
                    hint=say!(words, target.project_hint)
                    limit=ProjectId::LIMIT
                    code=true
                    entry=form.project_id
                    field=Field::ProjectId
                />
                <p class="csbs-field__remark" role="status">
                    {move || unusual.get().then(|| say!(words, target.project_unusual))}
                </p>
            </div>
            <div class="csbs-field">
                <TextField
                    id="csbs-resource-id"
                    label=say!(words, target.server_label)
                    hint=say!(words, target.server_hint)
                    code=true
                    entry=form.resource_id
                    field=Field::ResourceId
                />
                <p class="csbs-field__remark" role="status">
                    {move || {
                        taken.get().map(|id| say!(words, target.server_taken, id = id).to_string())
                    }}
                </p>
            </div>
        </fieldset>
    }
}

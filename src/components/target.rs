//! Which servers: the project and the servers' ids.

use csbs::{Field, ProjectId, ResourceId};
use leptos::prelude::*;

use crate::components::TextField;
use crate::components::group::Group;
use crate::components::later_part::later_part;
use crate::components::server_choice::{check_button, server_choice};
use crate::state::Console;
use crate::state::form::Place;
use crate::words::{say, use_words};

/// The fields that name the server.
#[component]
pub fn TargetFields() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let unusual = Memo::new(move |_| {
        let project = form.project_id.text.with(|typed| ProjectId::parse(typed)).ok()?;
        (!project.looks_usual()).then(|| say!(words, target.project_unusual).to_owned())
    });
    let taken = Memo::new(move |_| {
        form.resource_id.text.with(|typed| {
            let server = ResourceId::parse(typed).ok()?;
            server
                .is_extracted_from(typed)
                .then(|| say!(words, target.server_taken, id = server.as_str()))
        })
    });
    let count = Memo::new(move |_| form.several.with(|several| several.count));
    let counted = Memo::new(move |_| {
        let count = Some(count.get()).filter(|count| *count > 1)?;
        Some(say!(words, target.servers_counted, count = count))
    });
    let in_session = Memo::new(move |_| {
        console.sign_in.with(|state| Some(state.good_session()?.project.id.clone()))
    });
    let chosen = move || {
        let later = console.later().and_then(Result::ok);
        let later = later.filter(|_| in_session.get().is_some());
        later.map(|later| (later.sign_in.project)(console))
    };
    view! {
        <Group title=say!(words, target.legend)>
            <div class="csbs-field" hidden=move || in_session.get().is_some()>
                <TextField
                    id="csbs-project-id"
                    label=say!(words, target.project_label)
                    hint=say!(words, target.project_hint)
                    limit=ProjectId::LIMIT
                    code=true
                    entry=form.project_id
                    place=Place::Fixed(Field::ProjectId)
                />
                {remark(unusual)}
            </div>
            {chosen}
            <div class="csbs-field">
                <TextField
                    id="csbs-resource-id"
                    label=say!(words, target.server_label)
                    hint=say!(words, target.server_hint)
                    code=true
                    rows=2
                    entry=form.resource_id
                    place=Place::Fixed(Field::ResourceId)
                />
                {remark(taken)}
                {remark(counted)}
                {later_part(console, |later| later.server_lines)}
            </div>
            {server_choice()}
            {check_button()}
        </Group>
    }
}

/// What the page has noticed about a value that is acceptable.
fn remark(text: Memo<Option<String>>) -> AnyView {
    view! {
        <p class="csbs-field__remark" role="status">
            {text}
        </p>
    }
    .into_any()
}

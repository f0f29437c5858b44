//! Which servers: the project and the servers' ids.

use csbs::{Field, ProjectId, ResourceId};
use leptos::prelude::*;

use crate::components::TextField;
use crate::components::element::{Element, element};
use crate::components::group::group;
use crate::components::later_part::later_part;
use crate::components::server_choice::{check_button, server_choice};
use crate::state::form::Place;
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The fields that name the server.
pub fn target_fields(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let unusual = passing(move |_| {
        let project = form.project_id.text.with(|typed| ProjectId::parse(typed)).ok()?;
        (!project.looks_usual()).then(|| say!(words, target.project_unusual).to_owned())
    });
    let noticed = passing(move |_| {
        let count = form.several.with(|several| several.count);
        if count > 1 {
            return Some(say!(words, target.servers_counted, count = count));
        }
        form.resource_id.text.with(|typed| {
            let server = ResourceId::parse(typed).ok()?;
            server
                .is_extracted_from(typed)
                .then(|| say!(words, target.server_taken, id = server.as_str()))
        })
    });
    let in_session = passing(move |_| {
        console.sign_in.with(|state| Some(state.good_session()?.project.id.clone()))
    });
    let chosen = move || {
        let later = console.later().and_then(Result::ok);
        let later = later.filter(|_| in_session.get().is_some());
        later.map(|later| (later.sign_in.project)(console))
    };
    let project = view! {
        <TextField
            id="csbs-project-id"
            label=say!(words, target.project_label)
            hint=say!(words, target.project_hint)
            limit=ProjectId::LIMIT
            code=true
            remark=unusual
            entry=form.project_id
            place=Place::Fixed(Field::ProjectId)
        />
    };
    let project = element("div")
        .class("csbs-field")
        .live_flag("hidden", move || in_session.get().is_some())
        .child(project)
        .child(remark(unusual));
    let servers = view! {
        <TextField
            id="csbs-resource-id"
            label=say!(words, target.server_label)
            hint=say!(words, target.server_hint)
            code=true
            rows=2
            remark=noticed
            entry=form.resource_id
            place=Place::Fixed(Field::ResourceId)
        />
    };
    let servers = element("div")
        .class("csbs-field")
        .child(servers)
        .child(remark(noticed))
        .child(later_part(console, |later| later.server_lines));
    group(say!(words, target.legend), false)
        .child(project)
        .live(chosen)
        .child(servers)
        .children(server_choice())
        .child(check_button())
        .done()
}

/// What the page has noticed about a value that is acceptable.
fn remark(text: Memo<Option<String>>) -> Element {
    let text = move || text.get().unwrap_or_default();
    element("p").class("csbs-field__remark").live_text(text)
}

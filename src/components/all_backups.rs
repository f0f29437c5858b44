//! All backups of a server, as the service lists them: those of the server in the form, or of the
//! server of a backup.

mod filters;
mod rows;

use std::sync::Arc;

use csbs::{ProjectId, ResourceId};
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::group::note;
use crate::state::backups::{Event, Filter, List, Source};
use crate::state::follow::Entry;
use crate::state::{Console, Following, passing};
use crate::words::{say, use_words};

const TITLE_ID: &str = "csbs-backups-title";
const OPEN_ID: &str = "csbs-backups-open";

/// The button that leads to the list, and the list.
pub fn section(console: Console, following: Following, list: List) -> AnyView {
    let words = use_words();
    let open = list.open;
    let show_form = move |()| {
        list.source.set(Source::Form);
        begin(list);
    };
    view! {
        <p hidden=move || open.get()>
            <Button
                label=say!(words, backups.open)
                id=OPEN_ID
                press=Callback::new(show_form)
            />
        </p>
        {move || open.get().then(|| content(console, following, list))}
    }
    .into_any()
}

/// The button that leads from a backup to all of its server.
pub fn of_its_server(list: List, entry: &Arc<Entry>) -> AnyView {
    let words = use_words();
    let recent = &entry.recent;
    let project = ProjectId::parse(&recent.project_id).ok();
    let server = recent.server_id.as_ref().and_then(|id| ResourceId::parse(id).ok());
    let Some((project, server)) = project.zip(server) else {
        return ().into_any();
    };
    let id = server.as_str().to_owned();
    let show = move |()| {
        list.source.set(Source::Server(project.clone(), server.clone()));
        begin(list);
    };
    view! {
        <p>
            <Button
                label=say!(words, backups.of_its_server)
                name=say!(words, backups.of_its_server_name, server = id)
                weight=Weight::Small
                press=Callback::new(show)
            />
        </p>
    }
    .into_any()
}

/// Brings the list into view, with everything in it that there is.
fn begin(list: List) {
    list.open.set(true);
    list.load(Filter::default());
    browser::focus_soon(TITLE_ID);
}

fn content(console: Console, following: Following, list: List) -> AnyView {
    let words = use_words();
    let close = move || {
        list.open.set(false);
        browser::focus_soon(OPEN_ID);
    };
    let on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    let lacking = passing(move |_| match list.target() {
        Err(_) if list.is_of_several() => Some(say!(words, backups.several).to_owned()),
        Err(fields) => {
            let names: Vec<String> = fields.into_iter().map(|field| words.field(field)).collect();
            Some(say!(words, backups.lacking, fields = words.list(&names)))
        }
        Ok(_) => None,
    });
    // What is lacking may be filled in while this is in view.
    Effect::new(move |_| {
        let is_begun = list.listing.with_untracked(|listing| listing.wanted.is_some());
        if list.target().is_ok() && !is_begun {
            list.load(Filter::default());
        }
    });
    let listed = passing(move |_| {
        list.listing.with(|listing| {
            listing.wanted.as_ref().map(|wanted| (wanted.project.clone(), wanted.server.clone()))
        })
    });
    let other = passing(move |_| {
        let target = list.target().ok()?;
        let listed = listed.get()?;
        (listed != target).then(|| listed.1.as_str().to_owned())
    });
    let show_form = move |()| {
        list.load(Filter::default());
        browser::focus_soon(TITLE_ID);
    };
    let is_begun = move || listed.with(Option::is_some);
    let server = move || {
        let server = listed.get().map(|(_, server)| server.as_str().to_owned());
        server.map(|server| say!(words, backups.server, server = server))
    };
    view! {
        <section class="csbs-backups" aria-labelledby=TITLE_ID on:keydown=on_escape>
            <h3 id=TITLE_ID class="csbs-card__title" tabindex="-1">
                {say!(words, backups.heading)}
            </h3>
            {note(say!(words, backups.lead))}
            {move || lacking.get().map(|text| view! { <p>{text}</p> })}
            <p class="csbs-backups__server">{server}</p>
            {move || {
                other.get().map(|server| {
                    let text = say!(words, backups.other, server = server);
                    view! {
                        <p>{text}</p>
                        <p>
                            <Button
                                label=say!(words, backups.of_form)
                                press=Callback::new(show_form)
                            />
                        </p>
                    }
                    .into_any()
                })
            }}
            {move || {
                listed.get().map(|_| {
                    (filters::view(list), rows::view(console, following, list)).into_any()
                })
            }}
            <p class="csbs-row">
                <Button
                    label=say!(words, backups.close)
                    name=say!(words, backups.close_name).to_owned()
                    weight=Weight::Small
                    press=Callback::new(move |()| close())
                />
                <Button
                    label=say!(words, backups.reload)
                    name=say!(words, backups.reload_name).to_owned()
                    weight=Weight::Small
                    hidden=Signal::derive(move || !is_begun())
                    press=Callback::new(move |()| list.tell(Event::Reload))
                />
            </p>
        </section>
    }
    .into_any()
}

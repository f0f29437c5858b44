//! The list of servers to choose from, in place below the form's field.
//!
//! The search field and the list are one stop of the keyboard each. In the list, the arrow keys
//! move a cursor (`aria-activedescendant`), and Space chooses; `state/servers/keys.rs` has the
//! others. What is typed there goes to the search.

mod about;
mod chosen;
mod option;
mod progress;
mod rows;

use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::group::note;
use crate::components::server_choice;
use crate::state::servers::{Chosen, Lacking, ListEvent, ServerList};
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The id of the search field.
pub const SEARCH_ID: &str = "csbs-servers-search";

/// The list, in view while `open` says so. What is loaded stays when it is closed.
pub fn panel(console: Console, open: RwSignal<bool>) -> AnyView {
    let words = use_words();
    let list = console.shown.keep("servers.list", || ServerList::new(console));
    // Drawn in another language, it is as open as it was.
    let was_open = console.shown.keep("servers.was_open", || StoredValue::new(false));
    Effect::new(move |_| {
        let is_open = open.get();
        if is_open && !was_open.get_value() {
            list.load();
            browser::focus_soon(SEARCH_ID);
        }
        was_open.set_value(is_open);
    });
    // A key in the project field changes what is asked for, and not what is shown.
    let lacking = passing(move |_| list.project().err());
    let is_other = passing(move |_| {
        let wanted = list.project().ok();
        list.listing.with(|listing| wanted.is_some() && listing.project != wanted)
    });
    let is_begun = passing(move |_| list.listing.with(|listing| listing.project.is_some()));
    let close = move || {
        open.set(false);
        browser::focus_soon(server_choice::ID);
    };
    let of_project = move || {
        let project = list.listing.with(|listing| listing.project.clone());
        project.map(|id| say!(words, servers.other_project, project = id.as_str()))
    };
    let close_label = Signal::derive(move || match list.chosen.with(Chosen::count) {
        0 => say!(words, servers.close).to_owned(),
        count => say!(words, servers.done, count = count),
    });
    let close_name = Signal::derive(move || {
        let is_empty = list.chosen.with(Chosen::count) == 0;
        is_empty.then(|| say!(words, servers.close_name).to_owned())
    });
    let load = move |()| {
        list.load();
        browser::focus_soon(SEARCH_ID);
    };
    let on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    view! {
        <div
            class="csbs-servers"
            role="group"
            aria-label=say!(words, servers.list)
            hidden=move || !open.get()
            on:keydown=on_escape
        >
            {move || lacking.get().map(|lacking| note(lacks(lacking)))}
            {move || {
                is_other.get().then(|| {
                    let button = view! {
                        <Button label=say!(words, servers.load).to_owned() press=Callback::new(load) />
                    };
                    (of_project().map(|text| view! { <p class="csbs-note">{text}</p> }), button)
                        .into_any()
                })
            }}
            {move || is_begun.get().then(|| content(list, open))}
            <p class="csbs-row">
                <Button
                    label=close_label
                    name=close_name
                    weight=Weight::Small
                    press=Callback::new(move |()| close())
                />
                <Button
                    label=say!(words, servers.reload).to_owned()
                    name=say!(words, servers.reload_name).to_owned()
                    weight=Weight::Small
                    hidden=Signal::derive(move || !is_begun.get())
                    press=Callback::new(move |()| list.tell(ListEvent::Reload))
                />
            </p>
        </div>
    }
    .into_any()
}

fn lacks(lacking: Lacking) -> &'static str {
    let words = use_words();
    match lacking {
        Lacking { token: true, project: true } => say!(words, servers.lacking_both),
        Lacking { token: true, .. } => say!(words, servers.lacking_token),
        Lacking { .. } => say!(words, servers.lacking_project),
    }
}

/// Search, progress, the rows, and what is known about the one the cursor is on.
fn content(list: ServerList, open: RwSignal<bool>) -> AnyView {
    let words = use_words();
    let field = NodeRef::<Input>::new();
    let search = move |typed: String| list.tell(ListEvent::Search(typed));
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            // Otherwise Enter would submit the form around it. The list has the focus before the
            // next key, however quickly it follows.
            "Enter" | "ArrowDown" => {
                event.prevent_default();
                browser::focus_now(rows::ID);
            }
            "Escape" => {
                let Some(field) = field.get_untracked().filter(|field| !field.value().is_empty())
                else {
                    return;
                };
                event.prevent_default();
                event.stop_propagation();
                field.set_value("");
                search(String::new());
            }
            _ => {}
        }
    };
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=SEARCH_ID>
                {say!(words, servers.search)}
            </label>
            <p id="csbs-servers-search-hint" class="csbs-field__hint">
                {say!(words, servers.search_hint)}
            </p>
            <input
                id=SEARCH_ID
                class="csbs-input"
                type="text"
                node_ref=field
                aria-describedby="csbs-servers-search-hint"
                aria-controls=rows::ID
                on:input=move |event| search(event_target_value(&event))
                on:keydown=on_key
            />
        </div>
        {progress::progress(list)}
        {chosen::chosen(list)}
        {rows::rows(list, open)}
        {about::about(list)}
    }
    .into_any()
}

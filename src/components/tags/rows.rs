//! The rows of the tags, a key and a value each, that can be added, removed and pasted.

use csbs::{DraftTag, TagKey, TagValue};
use leptos::prelude::*;

use super::ADD;
use crate::browser;
use crate::components::TextField;
use crate::components::button::Button;
use crate::state::form::{Entry, Place, pasted};
use crate::state::passing;
use crate::state::{Console, TagRow};
use crate::words::{say, use_words};

/// Draws all rows.
pub fn rows(console: Console) -> AnyView {
    let tags = console.form.tags;
    (move || tags.get().into_iter().map(tag_row).collect::<Vec<_>>()).into_any()
}

/// Adds an empty row and leads to its key, unless there are as many as there may be.
pub fn add(console: Console) {
    if let Some(row) = console.form.add_tag() {
        browser::focus_soon(key_id(row));
    }
}

/// One row. Adding and removing rows draws all of them again; what is in them and what the person
/// did with them stays in their signals.
fn tag_row(row: TagRow) -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let id = row.id;
    let sending = passing(move |_| console.sending.get());
    let number = passing(move |_| form.tag_index(id).unwrap_or_default() + 1);
    let count = passing(move |_| form.tags.with(Vec::len));
    let key = Entry { text: row.key.into(), seen: row.key_seen.into() };
    let value = Entry { text: row.value.into(), seen: row.value_seen.into() };
    let paste = move |event: leptos::ev::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let pasted = text.and_then(|text| pasted::tags(&text)).unwrap_or_default();
        if !pasted.is_empty() && !console.sending.get_untracked() {
            event.prevent_default();
            let count = pasted.len();
            fill(console, id, key, value, pasted);
            console.announcer.say(say!(words, tags.pasted, count = count));
        }
    };
    let remove = move |()| {
        let removed = key.text.get_untracked();
        let Some(index) = form.remove_tag(id) else {
            return;
        };
        let rest = form.tags.with_untracked(Vec::len);
        console.announcer.say(say!(words, tags.removed, key = removed, count = rest));
        let next = form.tags.with_untracked(|rows| rows.get(index).map(|row| row.id));
        browser::focus_soon(next.map_or_else(|| ADD.to_owned(), remove_id));
    };
    view! {
        <fieldset class="csbs-tag" on:paste=paste>
            <legend class="csbs-hidden">
                {move || {
                    say!(words, tags.row_legend, number = number.get(), count = count.get())
                }}
            </legend>
            <TextField
                id=key_id(id)
                label=say!(words, tags.key)
                limit=TagKey::LIMIT
                entry=key
                place=Place::TagKey(id)
            />
            <TextField
                id=format!("csbs-tag-value-{id}")
                label=say!(words, tags.value)
                limit=TagValue::LIMIT
                entry=value
                place=Place::TagValue(id)
            />
            <div class="csbs-tag__remove">
                <Button
                    label=say!(words, tags.remove)
                    id=remove_id(id)
                    name=Signal::derive(move || {
                        let key = key.text.get();
                        say!(words, tags.remove_name, number = number.get(), key = key)
                    })
                    disabled=sending
                    press=Callback::new(remove)
                />
            </div>
        </fieldset>
    }
    .into_any()
}

/// Puts pasted tags into this row, if it is empty, and new rows for the others.
fn fill(console: Console, id: u32, key: Entry, value: Entry, pasted: Vec<DraftTag>) {
    let is_empty =
        key.text.with_untracked(String::is_empty) && value.text.with_untracked(String::is_empty);
    let mut rest = pasted.into_iter();
    if is_empty && let Some(first) = rest.next() {
        key.change(first.key);
        value.change(first.value);
    }
    console.form.push_tags(rest.collect());
    browser::focus_soon(key_id(id));
}

fn key_id(row: u32) -> String {
    format!("csbs-tag-key-{row}")
}

fn remove_id(row: u32) -> String {
    format!("csbs-tag-remove-{row}")
}

//! The tags: rows of key and value that can be added, removed and pasted.

use csbs::{DraftTag, Field, MAX_TAGS, TagKey, TagValue};
use leptos::prelude::*;

use crate::browser;
use crate::components::TextField;
use crate::components::text_field::FieldError;
use crate::state::form::pasted;
use crate::state::{Console, Entry, Seen, TagRow};
use crate::words::{say, use_words};

const ADD: &str = "csbs-tag-add";

/// The tag rows and the button that adds one.
#[component]
pub fn TagFields() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let count = Memo::new(move |_| form.tags.with(Vec::len));
    let is_full = Memo::new(move |_| count.get() >= MAX_TAGS);
    let fault = form.shown(Field::Tags.into(), Seen::default().into());
    let error = Memo::new(move |_| fault.get().map(|fault| words.fault(Field::Tags, &fault)));
    let add = move |_| {
        if console.sending.get_untracked() || is_full.get_untracked() {
            return;
        }
        if let Some(row) = form.add_tag() {
            browser::focus_soon(key_id(row));
        }
    };
    view! {
        <fieldset class="csbs-card" id="csbs-tags" aria-describedby="csbs-tags-hint csbs-tags-error">
            <legend class="csbs-card__title">
                {say!(words, tags.legend)} " "
                <span class="csbs-field__optional">{say!(words, page.optional)}</span>
            </legend>
            <p id="csbs-tags-hint" class="csbs-field__hint">
                {say!(words, tags.hint, limit = MAX_TAGS).to_string()}
            </p>
            <FieldError id="csbs-tags-error".into() error=error />
            <For each=move || form.tags.get() key=|row| row.id let(row)>
                <TagRowFields row=row count=count />
            </For>
            <div class="csbs-row">
                <button
                    type="button"
                    id=ADD
                    class="csbs-button"
                    aria-disabled=move || (is_full.get() || console.sending.get()).to_string()
                    aria-describedby="csbs-tags-full"
                    on:click=add
                >
                    {say!(words, tags.add)}
                </button>
                <p id="csbs-tags-full" class="csbs-note">
                    {move || is_full.get().then(|| say!(words, tags.full, limit = MAX_TAGS).to_string())}
                </p>
            </div>
        </fieldset>
    }
}

#[component]
fn TagRowFields(row: TagRow, count: Memo<usize>) -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let id = row.id;
    // A row on its way out still draws once; it then stands nowhere, and 0 does no harm.
    let index = Memo::new(move |_| form.tag_index(id).unwrap_or_default());
    let key = Entry {
        text: row.key.into(),
        seen: row.key_seen.into(),
    };
    let value = Entry {
        text: row.value.into(),
        seen: row.value_seen.into(),
    };
    let paste = move |event: leptos::ev::ClipboardEvent| {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        let pasted = text
            .and_then(|text| pasted::tags(&text))
            .unwrap_or_default();
        if !pasted.is_empty() && !console.sending.get_untracked() {
            event.prevent_default();
            let count = pasted.len();
            fill(console, id, key, value, pasted);
            console
                .announcer
                .say(say!(words, tags.pasted, count = count).to_string());
        }
    };
    let remove = move |_| {
        if console.sending.get_untracked() {
            return;
        }
        let removed = key.text.get_untracked();
        let Some(index) = form.remove_tag(id) else {
            return;
        };
        let rest = form.tags.with_untracked(Vec::len);
        console
            .announcer
            .say(say!(words, tags.removed, key = removed, count = rest).to_string());
        let next = form
            .tags
            .with_untracked(|rows| rows.get(index).map(|row| row.id));
        browser::focus_soon(next.map_or_else(|| ADD.to_owned(), remove_id));
    };
    view! {
        <fieldset class="csbs-tag" on:paste=paste>
            <legend class="csbs-hidden">
                {move || {
                    say!(words, tags.row_legend, number = index.get() + 1, count = count.get())
                        .to_string()
                }}
            </legend>
            <TextField
                id=key_id(id)
                label=say!(words, tags.key)
                limit=TagKey::LIMIT
                entry=key
                field=Signal::derive(move || Field::TagKey(index.get()))
            />
            <TextField
                id=format!("csbs-tag-value-{id}")
                label=say!(words, tags.value)
                limit=TagValue::LIMIT
                entry=value
                field=Signal::derive(move || Field::TagValue(index.get()))
            />
            <button
                type="button"
                id=remove_id(id)
                class="csbs-button csbs-tag__remove"
                aria-disabled=move || console.sending.get().to_string()
                aria-label=move || {
                    key.text
                        .with(|key| {
                            say!(
                                words,
                                tags.remove_name,
                                number = index.get() + 1,
                                key = key.as_str()
                            )
                            .to_string()
                        })
                }
                on:click=remove
            >
                {say!(words, tags.remove)}
            </button>
        </fieldset>
    }
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
    console.form.push_tags(rest);
    browser::focus_soon(key_id(id));
}

fn key_id(row: u32) -> String {
    format!("csbs-tag-key-{row}")
}

fn remove_id(row: u32) -> String {
    format!("csbs-tag-remove-{row}")
}

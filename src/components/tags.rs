//! The tags: what stands around their rows, which come with the rest of the program.

pub mod rows;

use csbs::{Field, MAX_TAGS};
use leptos::prelude::*;

use crate::components::button::Button;
use crate::components::field_frame::{field_error, sentence};
use crate::components::group::Group;
use crate::components::later_part::later_part;
use crate::state::{Console, Seen};
use crate::words::{say, use_words};

const ADD: &str = "csbs-tag-add";
const FULL: &str = "csbs-tags-full";

/// The place of the tag rows, and the button that adds one.
#[component]
pub fn TagFields() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let is_full = Memo::new(move |_| form.tags.with(Vec::len) >= MAX_TAGS);
    let error = Memo::new(move |_| {
        let fault = form.shown(Field::Tags, Seen::default());
        fault.and_then(|fault| sentence(Field::Tags, &fault)).or_else(|| {
            console.refusal_of(Field::Tags).map(|message| words.field_refused(&message))
        })
    });
    let unavailable = RwSignal::new(false);
    let add = move |()| {
        console.when_later(move |later| {
            let _ = unavailable.try_set(later.is_err());
            match later {
                Ok(later) => (later.form.add_tag)(console),
                Err(_) => console.announcer.say(say!(words, page.part_missing).to_owned()),
            }
        });
    };
    let note = move || match is_full.get() {
        true => say!(words, tags.full, limit = MAX_TAGS),
        false if unavailable.get() => say!(words, page.part_missing).to_owned(),
        false => String::new(),
    };
    view! {
        <Group
            title=say!(words, tags.legend)
            optional=true
            described_by="csbs-tags-hint csbs-tags-error"
        >
            <p id="csbs-tags-hint" class="csbs-field__hint">
                {say!(words, tags.hint, limit = MAX_TAGS)}
            </p>
            {move || error.get().map(|sentence| field_error("csbs-tags-error".into(), sentence))}
            {later_part(console, |later| later.form.tag_rows)}
            <div class="csbs-row">
                <Button
                    label=say!(words, tags.add)
                    id=ADD
                    described_by=FULL
                    disabled=Signal::derive(move || is_full.get() || console.sending.get())
                    press=Callback::new(add)
                />
                <p id=FULL class="csbs-note">
                    {note}
                </p>
            </div>
        </Group>
    }
}

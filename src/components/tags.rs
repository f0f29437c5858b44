//! The tags: what stands around their rows, which come with the rest of the program.

pub mod rows;

use csbs::{Field, MAX_TAGS};
use leptos::prelude::*;

use crate::components::button::Button;
use crate::components::element::element;
use crate::components::field_frame::{field_error, sentence};
use crate::components::group::group;
use crate::components::later_part::later_part;
use crate::state::{Console, Seen, passing};
use crate::words::{say, use_words};

const ADD: &str = "csbs-tag-add";
const FULL: &str = "csbs-tags-full";

/// The place of the tag rows, and the button that adds one.
pub fn tag_fields(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let is_full = passing(move |_| form.tags.with(Vec::len) >= MAX_TAGS);
    let error = passing(move |_| {
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
    let hint = element("p").attr("id", "csbs-tags-hint").class("csbs-field__hint");
    let add = view! {
        <Button
            label=say!(words, tags.add)
            id=ADD
            described_by=FULL
            disabled=Signal::derive(move || is_full.get() || console.sending.get())
            press=Callback::new(add)
        />
    };
    let note = element("p").attr("id", FULL).class("csbs-note").live_text(note);
    group(say!(words, tags.legend), true)
        .attr("aria-describedby", "csbs-tags-hint csbs-tags-error")
        .child(hint.text(say!(words, tags.hint, limit = MAX_TAGS)))
        .live(move || Some(field_error("csbs-tags-error".into(), error.get()?)))
        .child(later_part(console, |later| later.form.tag_rows))
        .child(element("div").class("csbs-row").child(add).child(note))
        .done()
}

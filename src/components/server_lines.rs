//! What was not understood of several ids in the field for the servers, a line for each.

use csbs::{Fault, Field, IdRemark, ServerIds};
use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::state::{Console, passing};
use crate::words::{Words, say, use_words};

/// The id of the field for the servers.
const FIELD_ID: &str = "csbs-resource-id";

/// The lines, below the field. What is no id is listed from the time at which that is a fault to
/// be shown; until then it may be an id that is being typed.
pub fn lines(console: Console) -> AnyView {
    let words = use_words();
    let field = console.form.resource_id;
    let fault = passing(move |_| console.form.shown(Field::ResourceId, field.seen.get()));
    let has_others = move || fault.with(|fault| matches!(fault, Some(Fault::NotAllUuids { .. })));
    let remarks = passing(move |_| {
        let has_others = has_others();
        if !has_others && console.form.several.with(|several| several.count < 2) {
            return Vec::new();
        }
        let mut remarks = field.text.with(|typed| ServerIds::read(typed).remarks);
        remarks.retain(|remark| has_others || matches!(remark, IdRemark::Duplicate { .. }));
        remarks
    });
    let keep = move |()| {
        let ids = field.text.with_untracked(|typed| ServerIds::read(typed).ids);
        field.change(ids.written());
        console.form.follow();
        console.announcer.say(words.chosen_count(ids.as_slice().len()));
        browser::focus_soon(FIELD_ID);
    };
    let items = move || {
        let sentences = remarks.with(|all| {
            all.iter().filter_map(|remark| sentence(words, remark)).collect::<Vec<String>>()
        });
        (!sentences.is_empty()).then(|| {
            let items = sentences.into_iter().map(|line| view! { <li>{line}</li> }.into_any());
            let items: Vec<AnyView> = items.collect();
            view! {
                <ul
                    class="csbs-lines"
                    tabindex="0"
                    role="list"
                    aria-label=say!(words, target.lines)
                >
                    {items}
                </ul>
                <p>
                    <Button
                        label=say!(words, target.keep_ids).to_owned()
                        weight=Weight::Small
                        press=Callback::new(keep)
                    />
                </p>
            }
            .into_any()
        })
    };
    items.into_any()
}

/// What is to be said about one remark; that there are too many is the field's own error.
fn sentence(words: Words, remark: &IdRemark) -> Option<String> {
    match remark {
        IdRemark::NotAUuid { line, piece } => {
            Some(say!(words, target.line_no_id, line = *line, piece = piece.as_str()))
        }
        IdRemark::Duplicate { line, first, id } => {
            let id = id.as_str();
            let sentence = say!(words, target.line_twice, line = *line, id = id, first = *first);
            Some(sentence)
        }
        IdRemark::TooMany { .. } => None,
    }
}

//! A text field with its counter.

use leptos::prelude::*;

use crate::components::element::{element, true_or_false};
use crate::components::field_frame::{Frame, described_by, sentence};
use crate::state::Console;
use crate::state::form::{Entry, Place};
use crate::state::passing;
use crate::words::{say, use_words};

/// A text field of one line, or of several when `rows` is given.
#[component]
pub fn TextField(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// What the field is called.
    label: &'static str,
    /// The rule of the field, stated before anything goes wrong.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether the field may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The most characters the value may have, to count against.
    #[prop(optional, into)]
    limit: MaybeProp<usize>,
    /// How many lines are shown; 0 is a field of one line.
    #[prop(optional)]
    rows: u32,
    /// Whether the content is an id or code rather than prose.
    #[prop(optional)]
    code: bool,
    /// What is to be said about a value that is acceptable; it is shown by whoever draws the field.
    #[prop(optional)]
    remark: Option<Memo<Option<String>>>,
    /// What is in the field.
    entry: Entry,
    /// Which field it is.
    place: Place,
) -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let error = passing(move |_| {
        let field = form.field(place);
        let fault = form.shown(field, entry.seen.get());
        fault
            .and_then(|fault| sentence(field, &fault))
            .or_else(|| console.refusal_of(field).map(|message| words.field_refused(&message)))
    });
    let count = move || entry.text.with(|text| csbs::text::count(text));
    let counted =
        move |limit: usize| say!(words, counter.characters, count = count(), limit = limit);
    let change = move |text: String| {
        entry.change(text);
        form.follow();
        console.mend(untrack(|| form.field(place)));
        let remark = || remark.and_then(|remark| remark.get());
        let said = untrack(|| error.get().or_else(remark).or_else(|| limit.get().map(counted)));
        said.into_iter().for_each(|sentence| console.announcer.say(sentence));
        let is_unspoken = console.later_untracked().is_none()
            && untrack(|| form.shown(form.field(place), entry.seen.get())).is_some();
        if is_unspoken {
            // The sentence about a fault comes with the rest of the program.
            console.when_later(move |_| {
                let error = error.try_get_untracked().flatten();
                error.into_iter().for_each(|sentence| console.announcer.say(sentence));
            });
        }
    };
    let class = if code { "csbs-input csbs-input--code" } else { "csbs-input" };
    let has_counter = limit.get_untracked().is_some();
    // Not the counter: browsers read the whole form anew when the description of a field changes.
    let parts: Vec<&str> = [hint.as_ref().map(|_| "hint"), has_counter.then_some("limit")]
        .into_iter()
        .flatten()
        .collect();
    let described_by = described_by(&id, error, &parts);
    let invalid = move || error.with(Option::is_some).then_some("true".into());
    let sending = passing(move |_| console.sending.get());
    let control = if rows == 0 {
        element("input")
    } else {
        element("textarea").attr("rows", rows.to_string()).attr("spellcheck", true_or_false(!code))
    };
    let control = control
        .attr("id", id.clone())
        .class(class)
        .live_attr("aria-describedby", move || Some(described_by().into()))
        .live_attr("aria-invalid", invalid)
        .live_flag("readonly", move || sending.get())
        .live_value(move || entry.text.get())
        .on("input", move |event| change(event_target_value(&event)))
        .on("blur", move |_| entry.leave());
    let limit = move || limit.get().unwrap_or_default();
    let counter = has_counter.then(|| {
        let counter = element("p")
            .attr("id", format!("{id}-counter"))
            .class("csbs-field__counter")
            .live_attr("data-over", move || Some(true_or_false(count() > limit()).into()))
            .live_text(move || counted(limit()));
        let spoken = element("span")
            .attr("id", format!("{id}-limit"))
            .flag("hidden", true)
            .live_text(move || say!(words, counter.limit, limit = limit()));
        [counter, spoken]
    });
    let frame = Frame { id, label, hint, optional, error };
    frame.around([control].into_iter().chain(counter.into_iter().flatten()))
}

//! One labelled text field with its hint, its counter and its error.
//!
//! The ids follow the field's: `{id}-hint`, `{id}-error`, `{id}-counter`.

use csbs::Field;
use leptos::prelude::*;

use crate::state::{Console, Entry};
use crate::words::{say, use_words};

/// A text field of one line, or of several when `rows` is given.
#[component]
pub fn TextField(
    /// The id of the control; those of hint, error and counter are made from it.
    #[prop(into)]
    id: String,
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// The rule of the field, stated before anything goes wrong.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether the field may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The most characters the value may have, to count against.
    #[prop(optional)]
    limit: Option<usize>,
    /// How many lines are shown; 0 is a field of one line.
    #[prop(optional)]
    rows: u32,
    /// Whether the content is an id or code rather than prose.
    #[prop(optional)]
    code: bool,
    /// What is in the field.
    entry: Entry,
    /// Which field of the draft it is.
    #[prop(into)]
    field: Signal<Field>,
) -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let fault = console.form.shown(field, entry.seen.into());
    let error = Memo::new(move |_| fault.get().map(|fault| words.fault(field.get(), &fault)));
    let count = limit.map(|limit| {
        (
            limit,
            Memo::new(move |_| entry.text.with(|t| csbs::text::count(t))),
        )
    });

    let (hint_id, error_id, counter_id) = (
        format!("{id}-hint"),
        format!("{id}-error"),
        format!("{id}-counter"),
    );
    let described_by = {
        let always = [hint.as_ref().map(|_| &hint_id), limit.map(|_| &counter_id)];
        let always: Vec<&str> = always.into_iter().flatten().map(String::as_str).collect();
        let (always, error_id) = (always.join(" "), error_id.clone());
        Memo::new(move |_| {
            if fault.with(Option::is_some) {
                format!("{error_id} {always}")
            } else {
                always.clone()
            }
        })
    };
    let change = move |text: String| {
        entry.change(text);
        if let Some(sentence) = error.get_untracked() {
            console.announcer.say(sentence);
        } else if let Some((limit, count)) = count {
            let count = count.get_untracked();
            console
                .announcer
                .say(say!(words, counter.characters, count = count, limit = limit).to_string());
        }
    };
    let class = if code {
        "csbs-input csbs-input--code"
    } else {
        "csbs-input"
    };
    let invalid = move || fault.with(Option::is_some).then_some("true");
    let read_only = move || console.sending.get();
    let control = if rows == 0 {
        view! {
            <input
                id=id.clone()
                class=class
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=invalid
                readonly=read_only
                prop:value=entry.text
                on:input=move |event| change(event_target_value(&event))
                on:blur=move |_| entry.leave()
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=id.clone()
                class=class
                rows=rows
                autocomplete="off"
                spellcheck=(!code).to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                readonly=read_only
                prop:value=entry.text
                on:input=move |event| change(event_target_value(&event))
                on:blur=move |_| entry.leave()
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=id>
                {label}
                {optional
                    .then(|| {
                        view! {
                            " "
                            <span class="csbs-field__optional">{say!(words, page.optional)}</span>
                        }
                    })}
            </label>
            {hint.map(|hint| view! { <p id=hint_id class="csbs-field__hint">{hint}</p> })}
            <FieldError id=error_id error=error />
            {control}
            {count.map(|(limit, count)| view! { <Counter id=counter_id count=count limit=limit /> })}
        </div>
    }
}

/// The error of a field, with the word that tells it from a hint.
#[component]
pub fn FieldError(
    /// The id that the field's `aria-describedby` names.
    id: String,
    /// The sentence to show, if any.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = use_words();
    move || {
        error.get().map(|sentence| {
            view! {
                <p id=id.clone() class="csbs-field__error">
                    <span class="csbs-hidden">{say!(words, page.error_prefix)} " "</span>
                    {sentence}
                </p>
            }
        })
    }
}

#[component]
fn Counter(id: String, count: Memo<usize>, limit: usize) -> impl IntoView {
    let words = use_words();
    view! {
        <p id=id class="csbs-field__counter" data-over=move || (count.get() > limit).to_string()>
            {move || say!(words, counter.characters, count = count.get(), limit = limit).to_string()}
        </p>
    }
}

//! What stands around a control: label, hint and error, tied to it by their ids.
//!
//! The ids follow the control's: `{id}-hint`, `{id}-error`, `{id}-counter`, `{id}-limit`.

use csbs::{Fault, Field};
use leptos::prelude::*;

use crate::components::group::optional_mark;
use crate::state::{Console, NotFetched};
use crate::words::{say, use_words};

/// The frame of one control.
#[component]
pub fn FieldFrame(
    /// The id of the control.
    id: String,
    /// What the field is called.
    label: &'static str,
    /// The rule of the field, stated before anything goes wrong.
    hint: Option<String>,
    /// Whether the field may stay empty.
    optional: bool,
    /// The sentence to show, if any.
    error: Memo<Option<String>>,
    /// The control and what follows it.
    control: AnyView,
) -> AnyView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=id>
                {label}
                {optional.then(optional_mark)}
            </label>
            {hint.map(|hint| view! { <p id=hint_id class="csbs-field__hint">{hint}</p> }.into_any())}
            {move || error.get().map(|sentence| field_error(error_id.clone(), sentence))}
            {control}
        </div>
    }
    .into_any()
}

/// What to change in a field; tracked. The sentences come later than the form, and until then
/// there is none.
pub fn sentence(field: Field, fault: &Fault) -> Option<String> {
    let console = expect_context::<Console>();
    console.later().map(|later| match later {
        Ok(later) => (later.fault)(field, fault),
        Err(NotFetched) => say!(use_words(), fault.unexplained).to_owned(),
    })
}

/// The error of a field, with the word that tells it from a hint.
pub fn field_error(id: String, sentence: String) -> AnyView {
    let words = use_words();
    view! {
        <p id=id class="csbs-field__error">
            <span class="csbs-hidden">{say!(words, page.error_prefix)} " "</span>
            {sentence}
        </p>
    }
    .into_any()
}

/// The ids that describe a control: the error while there is one, then what is always there.
pub fn described_by(
    id: &str,
    error: Memo<Option<String>>,
    always: &[&str],
) -> impl Fn() -> String + Clone + Send + Sync + use<> {
    let name = |part: &str| format!("{id}-{part} ");
    let always: String = always.iter().map(|part| name(part)).collect();
    let with_error = name("error") + &always;
    move || {
        let all = if error.with(Option::is_some) { &with_error } else { &always };
        all.trim_end().to_owned()
    }
}

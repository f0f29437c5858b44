//! What stands around a control: label, hint and error, tied to it by their ids.
//!
//! The ids follow the control's: `{id}-hint`, `{id}-error`, `{id}-counter`, `{id}-limit`.

use csbs::{Fault, Field};
use leptos::prelude::*;

use crate::components::element::{Part, element};
use crate::components::group::with_optional_mark;
use crate::state::{Console, NotFetched};
use crate::words::{say, use_words};

/// The frame of one control.
pub struct Frame {
    /// The id of the control.
    pub id: String,
    /// What the field is called.
    pub label: &'static str,
    /// The rule of the field, stated before anything goes wrong.
    pub hint: Option<String>,
    /// Whether the field may stay empty.
    pub optional: bool,
    /// The sentence to show, if any.
    pub error: Memo<Option<String>>,
}

impl Frame {
    /// Draws it around the control and what follows that.
    pub fn around(self, control: impl IntoIterator<Item = impl Part>) -> AnyView {
        let Self { id, label, hint, optional, error } = self;
        let hint_id = format!("{id}-hint");
        let error_id = format!("{id}-error");
        let label = element("label").class("csbs-field__label").attr("for", id).text(label);
        let with_hint =
            |hint: String| element("p").attr("id", hint_id).class("csbs-field__hint").text(hint);
        element("div")
            .class("csbs-field")
            .child(with_optional_mark(label, optional))
            .children(hint.map(with_hint))
            .live(move || Some(field_error(error_id.clone(), error.get()?)))
            .children(control)
            .done()
    }
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
    let prefix =
        element("span").class("csbs-hidden").text(say!(words, page.error_prefix)).text(" ");
    element("p").attr("id", id).class("csbs-field__error").child(prefix).text(sentence).done()
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

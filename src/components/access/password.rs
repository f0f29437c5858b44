//! The form for user name and password. What is typed stays in the browser's own controls: no
//! signal, and so no part of the drawn page, ever holds it.

use csbs::iam::SignInField;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::destination::and_note;
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::element::element;
use crate::components::field_frame::{Frame, described_by};
use crate::components::group::{News, plain_message};
use crate::config::Way;
use crate::state::identity::id;
use crate::state::sign_in::{Asked, SignIn, Step};
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The form.
pub fn form(console: Console) -> AnyView {
    let words = use_words();
    let sign_in = console.sign_in;
    let busy = passing(move |_| sign_in.with(SignIn::is_busy));
    let is_shown =
        passing(move |_| console.way.get() == Way::Password && sign_in.with(SignIn::asks));
    let enter = move |event: web_sys::Event| {
        event.prevent_default();
        if !busy.get_untracked() {
            console.sign_in_with(id::FIELDS.map(typed));
        }
    };
    let config = console.config();
    let address = config.identity_address.as_ref();
    let address = address.map(|address| address.shown(&browser::origin())).unwrap_or_default();
    let password_hint = say!(words, sign_in.password_hint, address = address);
    let [domain, user, password, code] = id::FIELDS;
    let fields = [
        field(
            (SignInField::Domain, domain, "text", "organization"),
            say!(words, sign_in.domain),
            Some(say!(words, sign_in.domain_hint).into()),
            busy,
        ),
        field((SignInField::User, user, "text", "username"), say!(words, sign_in.user), None, busy),
        field(
            (SignInField::Password, password, "password", "current-password"),
            say!(words, sign_in.password),
            Some(password_hint),
            busy,
        ),
        field(
            (SignInField::OneTimeCode, code, "text", "one-time-code"),
            say!(words, sign_in.code),
            Some(say!(words, sign_in.code_hint).into()),
            busy,
        ),
    ];
    let unprepared = move || {
        let is_unprepared =
            sign_in.with(|state| matches!(state.step, Step::Asking(Asked::Unprepared)));
        is_unprepared.then(|| {
            let sentence = say!(words, sign_in.unprepared).to_owned();
            plain_message(News::Bad, say!(words, sign_in.failed).into(), vec![sentence])
        })
    };
    let label = move || {
        let busy = busy.get();
        (if busy { say!(words, sign_in.submitting) } else { say!(words, sign_in.submit) })
            .to_owned()
    };
    let button = view! {
        <Button label=Signal::derive(label) id=id::SUBMIT weight=Weight::Primary disabled=busy />
    };
    element("form")
        .attr("id", "csbs-sign-in")
        .class("csbs-form")
        .attr("method", "post")
        .flag("novalidate", true)
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .live_flag("hidden", move || !is_shown.get())
        .on("submit", enter)
        .live(unprepared)
        .children(fields)
        .child(element("div").class("csbs-row").child(button))
        .done()
}

fn field(
    (field, id, kind, autocomplete): (SignInField, &'static str, &'static str, &'static str),
    label: &'static str,
    hint: Option<String>,
    busy: Memo<bool>,
) -> AnyView {
    let console = expect_context::<Console>();
    let sign_in = console.sign_in;
    let error = passing(move |_| {
        let problem = sign_in.with(|state| state.problem_of(field).cloned())?;
        Some((console.later()?.ok()?.sign_in.problem)(&problem))
    });
    let mend = move |_: web_sys::Event| {
        if sign_in.with_untracked(|state| state.problem_of(field).is_some()) {
            sign_in.update(|state| state.mend(field));
        }
    };
    let parts: Vec<&str> = hint.as_ref().map(|_| "hint").into_iter().collect();
    let described_by = and_note(described_by(id, error, &parts));
    let is_code = field == SignInField::OneTimeCode;
    let control = element("input")
        .attr("id", id)
        .class("csbs-input")
        .attr("type", kind)
        .attr("name", autocomplete)
        .attr("autocomplete", autocomplete)
        .attr_if("inputmode", is_code.then_some("numeric"))
        .live_attr("aria-describedby", move || Some(described_by().into()))
        .live_attr("aria-invalid", move || error.with(Option::is_some).then_some("true".into()))
        .live_flag("readonly", move || busy.get())
        .on("input", mend);
    Frame { id: id.into(), label, hint, optional: is_code, error }.around([control])
}

/// What is in the field with this id.
fn typed(id: &str) -> Zeroizing<String> {
    browser::text_field(id).map(|field| field.value()).unwrap_or_default().into()
}

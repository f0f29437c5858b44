//! The token: pasted into a password field, read at once, forgotten with one press.

use csbs::Field;
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::field_frame::{FieldFrame, described_by, sentence};
use crate::components::group::{Group, News, message};
use crate::state::Console;
use crate::words::{say, use_words};

const ID: &str = "csbs-token";

/// The field for the token. Its text stays in the browser's own control: no signal, and so no
/// part of the drawn page, ever holds it.
#[component]
pub fn AccessFields() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let control = NodeRef::<Input>::new();
    let visible = RwSignal::new(false);
    let error = Memo::new(move |_| {
        let fault = form.shown(Field::Token, form.access_seen.get());
        fault.and_then(|fault| sentence(Field::Token, &fault))
    });
    let fill = move |text: &str| {
        control.get_untracked().into_iter().for_each(|control| control.set_value(text));
    };
    let forget = move |()| {
        fill("");
        visible.set(false);
        console.forget_token();
        console.announcer.say(say!(words, token.forgotten).into());
        browser::focus_soon(ID);
    };
    let demo = console.config().demo.map(|demo| {
        let accept = move |()| {
            fill(&demo.token);
            console.enter_token(&demo.token);
            form.project_id.change(demo.project_id.clone());
            form.resource_id.change(demo.resource_id.clone());
        };
        view! {
            {message(News::Neutral, say!(words, token.demo_note).into(), Vec::new())}
            <p>
                <Button label=say!(words, token.use_demo) press=Callback::new(accept) />
            </p>
        }
        .into_any()
    });
    let field = view! {
        <input
            id=ID
            class="csbs-input csbs-input--code"
            node_ref=control
            autocomplete="off"
            type=move || if visible.get() { "text" } else { "password" }
            aria-describedby=described_by(ID, error, &["hint"])
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            readonly=move || console.sending.get()
            on:input=move |event| console.enter_token(&event_target_value(&event))
            on:blur=move |_| form.access_seen.update(|seen| *seen = seen.after_leaving())
        />
        <div class="csbs-row csbs-row--end">
            <Button
                label=Signal::derive(move || {
                    let shown = visible.get();
                    (if shown { say!(words, token.hide) } else { say!(words, token.show) }).to_owned()
                })
                weight=Weight::Small
                press=Callback::new(move |()| visible.update(|visible| *visible = !*visible))
            />
            <Button
                label=say!(words, token.forget)
                weight=Weight::Small
                hidden=Signal::derive(move || form.access.with(|access| access.token().is_none()))
                press=Callback::new(forget)
            />
        </div>
    }
    .into_any();
    let addresses = match console.config().compute_path {
        Some(path) => {
            let second = browser::origin() + &path;
            say!(words, servers.addresses, first = console.address(), second = second).to_string()
        }
        None => console.address(),
    };
    let hint = say!(words, token.hint, address = addresses).to_string();
    view! {
        <Group title=say!(words, token.legend)>
            {demo}
            <FieldFrame
                id=ID.into()
                label=say!(words, token.label)
                hint=Some(hint)
                optional=false
                error
                control=field
            />
        </Group>
    }
}

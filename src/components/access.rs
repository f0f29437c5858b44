//! The token: pasted into a password field, read at once, forgotten with one press.

use csbs::Field;
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::components::text_field::FieldError;
use crate::config::Demo;
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
    let has_token = Memo::new(move |_| form.access.with(|access| access.token().is_some()));
    let fault = form.shown(Field::Token.into(), form.access_seen.into());
    let error = Memo::new(move |_| fault.get().map(|fault| words.fault(Field::Token, &fault)));
    let fill = move |text: &str| {
        if let Some(control) = control.get_untracked() {
            control.set_value(text);
        }
    };
    let forget = move |_| {
        fill("");
        visible.set(false);
        console.forget_token();
        console.announcer.say(say!(words, token.forgotten).into());
        browser::focus_soon(ID);
    };
    let use_demo = move |demo: Demo| {
        fill(&demo.token);
        console.enter_token(&demo.token);
        form.project_id.change(demo.project_id);
        form.resource_id.change(demo.resource_id);
    };
    view! {
        <fieldset class="csbs-card">
            <legend class="csbs-card__title">{say!(words, token.legend)}</legend>
            {console.config().demo.map(|demo| view! { <DemoOffer accept=move || use_demo(demo.clone()) /> })}
            <div class="csbs-field">
                <label class="csbs-field__label" for=ID>
                    {say!(words, token.label)}
                </label>
                <p id="csbs-token-hint" class="csbs-field__hint">
                    {say!(words, token.hint, address = console.address()).to_string()}
                </p>
                <FieldError id="csbs-token-error".into() error=error />
                <input
                    id=ID
                    class="csbs-input csbs-input--code"
                    node_ref=control
                    type=move || if visible.get() { "text" } else { "password" }
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=move || {
                        if fault.with(Option::is_some) {
                            "csbs-token-error csbs-token-hint"
                        } else {
                            "csbs-token-hint"
                        }
                    }
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    readonly=move || console.sending.get()
                    on:input=move |event| console.enter_token(&event_target_value(&event))
                    on:blur=move |_| form.access_seen.update(|seen| *seen = seen.after_leaving())
                />
                <div class="csbs-row csbs-row--end">
                    <button
                        type="button"
                        class="csbs-button csbs-button--small"
                        aria-pressed=move || visible.get().to_string()
                        on:click=move |_| visible.update(|visible| *visible = !*visible)
                    >
                        {say!(words, token.show)}
                    </button>
                    <button
                        type="button"
                        class="csbs-button csbs-button--small"
                        hidden=move || !has_token.get()
                        on:click=forget
                    >
                        {say!(words, token.forget)}
                    </button>
                </div>
            </div>
        </fieldset>
    }
}

#[component]
fn DemoOffer(accept: impl Fn() + 'static) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="csbs-message">
            <p>{say!(words, token.demo_note)}</p>
            <p>
                <button type="button" class="csbs-button" on:click=move |_| accept()>
                    {say!(words, token.use_demo)}
                </button>
            </p>
        </div>
    }
}

//! What is in the closed part of the form.

use csbs::{Field, ResourceType};
use leptos::prelude::*;
use web_sys::HtmlSelectElement;

use crate::components::TextField;
use crate::components::field_frame::Frame;
use crate::state::Console;
use crate::state::form::Place;
use crate::state::queue::AT_MOST;
use crate::words::{say, use_words};

/// Draws the fields.
pub fn fields(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let choices = form.choices;
    let resource_type = view! {
        <select
            id="csbs-resource-type"
            class="csbs-input"
            aria-describedby="csbs-resource-type-hint"
            aria-disabled=move || console.sending.get().then_some("true")
            prop:value=move || choices.get().resource_type.map_or("", ResourceType::as_str)
            on:change=move |event| {
                if console.sending.get_untracked() {
                    let before = choices.get_untracked().resource_type;
                    let control = event_target::<HtmlSelectElement>(&event);
                    control.set_value(before.map_or("", ResourceType::as_str));
                    return;
                }
                let is_server = event_target_value(&event) == ResourceType::Server.as_str();
                let chosen = is_server.then_some(ResourceType::Server);
                choices.update(|choices| choices.resource_type = chosen);
            }
        >
            <option value="">{say!(words, advanced.resource_type_default)}</option>
            <option value=ResourceType::Server.as_str()>
                {say!(words, advanced.resource_type_server)}
            </option>
        </select>
    };
    let frame = Frame {
        id: "csbs-resource-type".into(),
        label: say!(words, advanced.resource_type_label),
        hint: Some(say!(words, advanced.resource_type_hint).into()),
        optional: true,
        error: Memo::new(|_| None),
    };
    let resource_type = frame.around([resource_type.into_any()]);
    let check_first = view! {
        <div class="csbs-choice">
            <input
                type="checkbox"
                id="csbs-check-first"
                aria-describedby="csbs-check-first-hint"
                aria-disabled=move || console.sending.get().then_some("true")
                prop:checked=console.check_first
                on:click=move |event| {
                    if console.sending.get_untracked() {
                        event.prevent_default();
                    }
                }
                on:change=move |event| console.check_first.set(event_target_checked(&event))
            />
            <label for="csbs-check-first">{say!(words, servers.check_first)}</label>
            <p id="csbs-check-first-hint" class="csbs-choice__hint">
                {say!(words, servers.check_first_hint)}
            </p>
        </div>
    }
    .into_any();
    let at_most = (1..=AT_MOST).map(|count| {
        let is_chosen = count == console.at_most.get_untracked();
        view! { <option selected=is_chosen>{count.to_string()}</option> }.into_any()
    });
    let at_most = view! {
        <select
            id="csbs-at-most"
            class="csbs-input"
            aria-describedby="csbs-at-most-hint"
            on:change=move |event| {
                event_target_value(&event).parse().into_iter().for_each(|count| console.at_most.set(count));
            }
        >
            {at_most.collect::<Vec<AnyView>>()}
        </select>
    };
    let frame = Frame {
        id: "csbs-at-most".into(),
        label: say!(words, run.at_most),
        hint: Some(say!(words, run.at_most_hint).into()),
        optional: false,
        error: Memo::new(|_| None),
    };
    let at_most = frame.around([at_most.into_any()]);
    view! {
                <TextField
                    id="csbs-extra-info"
                    label=say!(words, advanced.extra_label)
                    hint=say!(words, advanced.extra_hint)
                    optional=true
                    rows=4
                    code=true
                    entry=form.extra_info
                    place=Place::Fixed(Field::ExtraInfo)
                />
                {resource_type}
                {check_first}
                {at_most}
    }
    .into_any()
}

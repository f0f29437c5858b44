//! The backup itself: its name, its description and its type.

use csbs::{BackupName, BackupType, Description, Field};
use leptos::prelude::*;

use crate::browser;
use crate::components::TextField;
use crate::components::button::{Button, Weight};
use crate::components::element::{Element, element};
use crate::components::group::group;
use crate::state::form::Place;
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The fields that describe the backup.
pub fn backup_fields(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let limit = passing(move |_| form.several.with(|several| BackupName::limit_for(several.count)));
    let numbered = move || {
        form.several.with(|several| {
            let Some((first, last)) = &several.names else { return String::new() };
            say!(words, backup.name_numbered, first = first.as_str(), last = last.as_str())
        })
    };
    let offer = browser::dated_name();
    let offered = offer.clone();
    let accept = move |()| {
        form.backup_name.change(offer.clone());
        browser::focus_soon("csbs-backup-name");
    };
    let name = view! {
        <TextField
            id="csbs-backup-name"
            label=say!(words, backup.name_label)
            hint=say!(words, backup.name_hint)
            optional=true
            limit=limit
            entry=form.backup_name
            place=Place::Fixed(Field::BackupName)
        />
    };
    let offer = view! {
        <Button
            label=say!(words, backup.name_offer, name = offered)
            weight=Weight::Small
            hidden=Signal::derive(move || form.backup_name.text.with(|name| !name.is_empty()))
            press=Callback::new(accept)
        />
    };
    let name = element("div")
        .class("csbs-field")
        .child(name)
        .child(element("p").class("csbs-field__remark").live_text(numbered))
        .child(element("p").child(offer));
    let description = view! {
        <TextField
            id="csbs-description"
            label=say!(words, backup.description_label)
            hint=say!(words, backup.description_hint)
            optional=true
            limit=Description::LIMIT
            rows=3
            entry=form.description
            place=Place::Fixed(Field::Description)
        />
    };
    group(say!(words, backup.legend), false)
        .child(name)
        .child(description)
        .child(type_choices(console))
        .done()
}

fn type_choices(console: Console) -> Element {
    let words = use_words();
    let choices = [
        (
            BackupType::ServiceDecides,
            "csbs-type-service",
            say!(words, backup.type_service),
            say!(words, backup.type_service_hint),
        ),
        (
            BackupType::Incremental,
            "csbs-type-incremental",
            say!(words, backup.type_incremental),
            say!(words, backup.type_incremental_hint),
        ),
        (
            BackupType::Full,
            "csbs-type-full",
            say!(words, backup.type_full),
            say!(words, backup.type_full_hint),
        ),
    ];
    let choices =
        choices.map(|(choice, id, name, hint)| type_choice(console, choice, id, name, hint));
    let hint = element("p").attr("id", "csbs-type-hint").class("csbs-field__hint");
    element("fieldset")
        .class("csbs-field")
        .attr("aria-describedby", "csbs-type-hint")
        .child(element("legend").class("csbs-field__label").text(say!(words, backup.type_legend)))
        .child(hint.text(say!(words, backup.type_hint)))
        .child(element("div").class("csbs-choices").children(choices))
}

fn type_choice(
    console: Console,
    choice: BackupType,
    id: &'static str,
    name: &'static str,
    hint: &'static str,
) -> Element {
    let choices = console.form.choices;
    let hint_id = format!("{id}-hint");
    let control = element("input")
        .attr("type", "radio")
        .attr("id", id)
        .attr("name", "csbs-backup-type")
        .attr("aria-describedby", hint_id.clone())
        .live_attr("aria-disabled", move || console.sending.get().then_some("true".into()))
        .live_checked(move || choices.get().backup_type == choice)
        .on("click", move |event| {
            if console.sending.get_untracked() {
                event.prevent_default();
            }
        })
        .on("change", move |_| choices.update(|choices| choices.backup_type = choice));
    element("div")
        .class("csbs-choice")
        .child(control)
        .child(element("label").attr("for", id).text(name))
        .child(element("p").attr("id", hint_id).class("csbs-choice__hint").text(hint))
}

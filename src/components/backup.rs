//! The backup itself: its name, its description and its type.

use csbs::{BackupName, BackupType, Description, Field};
use leptos::prelude::*;

use crate::browser;
use crate::components::TextField;
use crate::components::button::{Button, Weight};
use crate::components::group::Group;
use crate::state::Console;
use crate::state::form::Place;
use crate::words::{say, use_words};

/// The fields that describe the backup.
#[component]
pub fn BackupFields() -> impl IntoView {
    let words = use_words();
    let form = expect_context::<Console>().form;
    let limit =
        Memo::new(move |_| form.several.with(|several| BackupName::limit_for(several.count)));
    let numbered = move || {
        form.several.with(|several| {
            let (first, last) = several.names.as_ref()?;
            let (first, last) = (first.as_str(), last.as_str());
            Some(say!(words, backup.name_numbered, first = first, last = last))
        })
    };
    let offer = browser::dated_name();
    let offered = offer.clone();
    let accept = move |()| {
        form.backup_name.change(offer.clone());
        browser::focus_soon("csbs-backup-name");
    };
    view! {
        <Group title=say!(words, backup.legend)>
            <div class="csbs-field">
                <TextField
                    id="csbs-backup-name"
                    label=say!(words, backup.name_label)
                    hint=say!(words, backup.name_hint)
                    optional=true
                    limit=limit
                    entry=form.backup_name
                    place=Place::Fixed(Field::BackupName)
                />
                <p class="csbs-field__remark">{numbered}</p>
                <p>
                    <Button
                        label=say!(words, backup.name_offer, name = offered)
                        weight=Weight::Small
                        hidden=Signal::derive(move || {
                            form.backup_name.text.with(|name| !name.is_empty())
                        })
                        press=Callback::new(accept)
                    />
                </p>
            </div>
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
            <TypeChoices />
        </Group>
    }
}

#[component]
fn TypeChoices() -> AnyView {
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
    view! {
        <fieldset class="csbs-field" aria-describedby="csbs-type-hint">
            <legend class="csbs-field__label">{say!(words, backup.type_legend)}</legend>
            <p id="csbs-type-hint" class="csbs-field__hint">
                {say!(words, backup.type_hint)}
            </p>
            <div class="csbs-choices">
                {choices.map(|(choice, id, name, hint)| type_choice(choice, id, name, hint))}
            </div>
        </fieldset>
    }
    .into_any()
}

fn type_choice(
    choice: BackupType,
    id: &'static str,
    name: &'static str,
    hint: &'static str,
) -> AnyView {
    let console = expect_context::<Console>();
    let choices = console.form.choices;
    view! {
        <div class="csbs-choice">
            <input
                type="radio"
                id=id
                name="csbs-backup-type"
                aria-describedby=format!("{id}-hint")
                aria-disabled=move || console.sending.get().then_some("true")
                prop:checked=move || choices.get().backup_type == choice
                on:click=move |event| {
                    if console.sending.get_untracked() {
                        event.prevent_default();
                    }
                }
                on:change=move |_| choices.update(|choices| choices.backup_type = choice)
            />
            <label for=id>{name}</label>
            <p id=format!("{id}-hint") class="csbs-choice__hint">
                {hint}
            </p>
        </div>
    }
    .into_any()
}

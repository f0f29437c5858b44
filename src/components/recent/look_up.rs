//! Following a backup by its id.

use csbs::{ItemId, ProjectId};
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::components::button::Button;
use crate::state::follow::Event;
use crate::state::{Console, Following};
use crate::words::{say, use_words};

const LOOK_UP_ID: &str = "csbs-look-up";

/// Either id leads to a backup; the project is that of the form.
pub fn view(console: Console, following: Following, opened: RwSignal<Option<String>>) -> AnyView {
    let words = use_words();
    let control = NodeRef::<Input>::new();
    let problem = RwSignal::new(String::new());
    let look_up = move || {
        let typed = control.get_untracked().map(|control| control.value()).unwrap_or_default();
        let project = console.form.project_id.text.get_untracked();
        match (ItemId::parse(&typed), ProjectId::parse(&project)) {
            (Err(_), _) => problem.set(say!(words, recent.look_up_id).into()),
            (_, Err(_)) => problem.set(say!(words, recent.look_up_project).into()),
            (Ok(id), Ok(project)) => {
                let id = id.as_str().to_owned();
                problem.set(String::new());
                following.look_up(console, project.as_str().to_owned(), id.clone());
                following.tell(console, Event::Open(id.clone()));
                opened.set(Some(id));
                control.get_untracked().into_iter().for_each(|control| control.set_value(""));
                console.announcer.confirm(say!(words, recent.looking_up).into());
                // What has come above it pushes it down.
                browser::reveal_soon(LOOK_UP_ID, LOOK_UP_ID);
                return;
            }
        }
        browser::focus_soon(LOOK_UP_ID);
    };
    let has_problem = move || problem.with(|problem| !problem.is_empty());
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=LOOK_UP_ID>
                {say!(words, recent.look_up_label)}
            </label>
            <p class="csbs-field__hint" id="csbs-look-up-hint">
                {say!(words, recent.look_up_hint)}
            </p>
            <p class="csbs-field__error" id="csbs-look-up-error" hidden=move || !has_problem()>
                <span class="csbs-hidden">{say!(words, page.error_prefix)} " "</span>
                {move || problem.get()}
            </p>
            <div class="csbs-field__line">
                <input
                    id=LOOK_UP_ID
                    class="csbs-input csbs-input--code"
                    node_ref=control
                    autocomplete="off"
                    aria-describedby="csbs-look-up-hint csbs-look-up-error"
                    aria-invalid=move || has_problem().then_some("true")
                    on:input=move |_| problem.set(String::new())
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            look_up();
                        }
                    }
                />
                <Button
                    label=say!(words, recent.look_up)
                    press=Callback::new(move |()| look_up())
                />
            </div>
        </div>
    }
    .into_any()
}

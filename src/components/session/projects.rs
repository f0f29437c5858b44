//! The choice of a project.

use csbs::iam::Project;
use leptos::html::Select;
use leptos::prelude::*;

use super::{is_choice, press, row, someone_else};
use crate::components::button::{Button, Weight};
use crate::components::message::{News, message};
use crate::state::Console;
use crate::state::identity::{self, id};
use crate::state::sign_in::{Event, has_a_project};
use crate::words::{project_name, say, use_words};

/// The projects in a list, those that cannot be used marked; or whom to ask when there is none.
pub fn choice(console: Console, projects: &[Project]) -> AnyView {
    let words = use_words();
    if !has_a_project(projects) {
        let title = say!(words, sign_in.no_projects).to_owned();
        let hint = say!(words, sign_in.no_projects_hint).to_owned();
        return (message(News::Open, title, vec![hint]), row(someone_else(console))).into_any();
    }
    let is_held = console.sign_in.with_untracked(|state| state.good_session().is_some());
    let way_back = if is_held && is_choice(projects) {
        press(console, say!(words, action.cancel), || Event::Cancel)
    } else {
        someone_else(console)
    };
    let list = NodeRef::<Select>::new();
    let choose = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(list) = list.get_untracked() {
            identity::tell(console, Event::Choose(identity::next(console), list.value()));
        }
    };
    let current = console
        .sign_in
        .with_untracked(|state| state.session.as_ref().map(|session| session.project.id.clone()));
    let options: Vec<AnyView> =
        projects.iter().map(|project| option(project, current.as_deref())).collect();
    view! {
        <form class="csbs-form" method="post" on:submit=choose>
            <div class="csbs-field">
                <label class="csbs-field__label" for=id::PROJECTS>
                    {say!(words, sign_in.project_choose)}
                </label>
                <p id="csbs-sign-in-projects-hint" class="csbs-field__hint">
                    {say!(words, sign_in.project_hint)}
                </p>
                <select
                    id=id::PROJECTS
                    class="csbs-input"
                    node_ref=list
                    aria-describedby="csbs-sign-in-projects-hint"
                >
                    {options}
                </select>
            </div>
            <div class="csbs-row">
                <Button label=say!(words, sign_in.project_use) weight=Weight::Primary />
                {way_back}
            </div>
        </form>
    }
    .into_any()
}

fn option(project: &Project, current: Option<&str>) -> AnyView {
    let words = use_words();
    let name = project_name(project).to_owned();
    let label =
        if project.enabled { name } else { say!(words, sign_in.project_disabled, project = name) };
    let is_current = current == Some(project.id.as_str());
    view! {
        <option value=project.id.clone() disabled=!project.enabled selected=is_current>
            {label}
        </option>
    }
    .into_any()
}

//! All problems at the top of the form after an attempt to submit, each a link to its field.

use csbs::{Field, Problem};
use leptos::prelude::*;

use crate::browser;
use crate::components::element::{element, live};
use crate::components::field_frame::sentence;
use crate::components::group::paragraph;
use crate::config::Way;
use crate::state::{Console, Form};
use crate::words::{say, use_words};

/// The id of the summary, which takes the focus when the form could not be sent.
pub const ID: &str = "csbs-summary";

/// Draws the summary. It is there only while there is something to correct.
pub fn summary(console: Console) -> AnyView {
    let form = console.form;
    let summary = move || {
        let problems = if form.attempted.get() { form.problems() } else { Vec::new() };
        let count = problems.len();
        (count > 0).then(|| {
            let lines = problems.into_iter().map(|problem| problem_line(form, problem));
            let lines: Vec<AnyView> = lines.collect();
            frame(count, view! { <ul class="csbs-message__list">{lines}</ul> }.into_any())
        })
    };
    summary.into_any()
}

/// Stands in for the summary where it could not be fetched.
pub fn without_sentences(console: Console) -> AnyView {
    let form = console.form;
    live(move || {
        let is_shown = form.attempted.get() && matches!(console.later(), Some(Err(_)));
        let count = if is_shown { form.problems().len() } else { 0 };
        let sentence = || say!(use_words(), fault.unexplained);
        (count > 0).then(|| frame(count, paragraph(sentence())))
    })
}

/// What stands around it: how many problems there are, and the place for the focus.
fn frame(count: usize, content: AnyView) -> AnyView {
    let words = use_words();
    let title = element("h2")
        .attr("id", "csbs-summary-title")
        .class("csbs-message__title")
        .text(say!(words, summary.heading, count = count));
    element("section")
        .attr("id", ID)
        .class("csbs-message csbs-message--error")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "csbs-summary-title")
        .child(title)
        .child(content)
        .done()
}

fn problem_line(form: Form, problem: Problem) -> AnyView {
    let id = control_id(form, problem.field);
    let id = if id == "csbs-token" { token_id() } else { id };
    let href = format!("#{id}");
    let sentence = sentence(problem.field, &problem.fault);
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus_soon(id.clone());
    };
    view! {
        <li>
            <a href=href on:click=go>
                {sentence}
            </a>
        </li>
    }
    .into_any()
}

/// Where a token is had: in the field for it, or by signing in.
fn token_id() -> String {
    let way = expect_context::<Console>().way.get_untracked();
    if way == Way::Password { "csbs-access".into() } else { "csbs-token".into() }
}

/// The id of the control that a field is typed into.
fn control_id(form: Form, field: Field) -> String {
    let row =
        |index: usize| form.tags.with_untracked(|rows| rows.get(index).map_or(0, |row| row.id));
    match field {
        Field::Token => "csbs-token".into(),
        Field::ProjectId => "csbs-project-id".into(),
        Field::ResourceId => "csbs-resource-id".into(),
        Field::BackupName => "csbs-backup-name".into(),
        Field::Description => "csbs-description".into(),
        Field::Tags => "csbs-tag-add".into(),
        Field::TagKey(index) => format!("csbs-tag-key-{}", row(index)),
        Field::TagValue(index) => format!("csbs-tag-value-{}", row(index)),
        Field::ExtraInfo => "csbs-extra-info".into(),
    }
}

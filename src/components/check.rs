//! Whether the server can be backed up, as the service says.

use csbs::Protectable;
use leptos::prelude::*;

use crate::components::facts::fact;
use crate::components::failure::details;
use crate::components::group::{News, message};
use crate::state::check::{self, Check};
use crate::state::{Console, Submission, passing};
use crate::words::{Words, say, use_words};

/// What came of asking, below the field of the server. It is gone as soon as the form names
/// another server.
pub fn panel(console: Console) -> AnyView {
    let words = use_words();
    let shown = passing(move |_| {
        let check = console.check.get();
        let about = check::about(console);
        let holds = match check.asked() {
            Some(asked) => {
                let form = console.form;
                form.resource_id.text.with(|typed| {
                    csbs::ResourceId::parse(typed).is_ok_and(|server| server == asked.server)
                }) && form.project_id.text.with(|typed| typed.trim() == asked.project.as_str())
            }
            None => about.is_err(),
        };
        if holds { check } else { Check::NotAsked }
    });
    Effect::new(move |_| {
        // Before a backup is started, what has become of that is told instead.
        let is_submitted = console.submission.with_untracked(|state| *state != Submission::Editing);
        if let Some(said) = spoken(words, console, &shown.get()).filter(|_| !is_submitted) {
            console.announcer.say(said);
        }
    });
    view! { <div class="csbs-field">{move || drawn(words, console, &shown.get())}</div> }.into_any()
}

/// A backup that was not started because the service says that it cannot be.
pub fn not_protectable(console: Console) -> AnyView {
    let words = use_words();
    let answer = console.submission.with_untracked(|submission| match submission {
        Submission::NotProtectable(_, answer) => Some(answer.clone()),
        _ => None,
    });
    let sentences = vec![
        say!(words, servers.check_stopped).to_owned(),
        say!(words, servers.check_switch_off).to_owned(),
    ];
    let title = say!(words, servers.check_no).to_owned();
    (message(News::Bad, title, sentences), answer.map(|answer| reason(&answer))).into_any()
}

fn drawn(words: Words, console: Console, check: &Check) -> Option<AnyView> {
    let title = spoken(words, console, check)?;
    let view = match check {
        Check::NotAsked | Check::Lacking | Check::Asking(_) => {
            view! { <p class="csbs-field__remark">{title}</p> }.into_any()
        }
        Check::Answered(_, Protectable::Yes) => message(News::Good, title, Vec::new()),
        Check::Answered(_, Protectable::NotAnswered) => message(News::Open, title, Vec::new()),
        Check::Answered(_, answer @ Protectable::No { .. }) => {
            let title = say!(words, servers.check_no).to_owned();
            (message(News::Bad, title, Vec::new()), reason(answer)).into_any()
        }
        Check::Failed(_, failure) => {
            let why = words.question_failed(failure, &console.address());
            let start = say!(words, servers.check_failed_start).to_owned();
            let title = say!(words, servers.check_failed).to_owned();
            (message(News::Open, title, vec![why, start]), details(failure)).into_any()
        }
    };
    Some(view)
}

/// What came of asking, in one line; tracked where something is lacking.
fn spoken(words: Words, console: Console, check: &Check) -> Option<String> {
    Some(match check {
        Check::NotAsked => return None,
        Check::Lacking => {
            let lacking = check::about(console).err().unwrap_or_default();
            let names: Vec<String> = lacking.into_iter().map(|field| words.field(field)).collect();
            say!(words, servers.check_lacking, fields = names.join(", ")).to_string()
        }
        Check::Asking(_) => say!(words, servers.check_asking).to_owned(),
        Check::Answered(_, Protectable::Yes) => say!(words, servers.check_yes).to_owned(),
        Check::Answered(_, Protectable::NotAnswered) => {
            say!(words, servers.check_not_answered).to_owned()
        }
        Check::Answered(_, Protectable::No { code, message, .. }) => {
            let no = say!(words, servers.check_no);
            let why = [code.as_deref(), message.as_deref()].into_iter().flatten();
            [no].into_iter().chain(why).collect::<Vec<&str>>().join(". ")
        }
        Check::Failed(..) => say!(words, servers.check_failed).to_owned(),
    })
}

/// Code, message, meaning, and what to do.
pub fn reason(answer: &Protectable) -> AnyView {
    let words = use_words();
    let Protectable::No { code, message, documented } = answer else {
        return ().into_any();
    };
    let known = [
        (say!(words, failure.code), code.clone()),
        (say!(words, failure.message), message.clone()),
        (say!(words, failure.meaning), documented.map(|code| code.description.to_owned())),
        (say!(words, failure.solution), documented.map(|code| code.solution.to_owned())),
    ];
    let known = known.into_iter().filter(|(_, value)| value.is_some());
    let facts: Vec<AnyView> = known.map(|(label, value)| fact(label, value, false)).collect();
    view! { <dl class="csbs-facts">{facts}</dl> }.into_any()
}

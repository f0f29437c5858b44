//! Whether servers can be backed up, as the service says.

mod many;

use csbs::{Failure, Protectable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::facts::fact;
use crate::components::failure::details;
use crate::components::message::{News, message};
use crate::state::check::{self, Check, Inquiry, Said};
use crate::state::repeat::when_a_token_comes;
use crate::state::{Console, Submission, passing};
use crate::words::{Words, say, use_words};

/// What came of asking, below the field of the servers. It is gone as soon as the form names
/// others.
pub fn panel(console: Console) -> AnyView {
    let words = use_words();
    let holds = passing(move |_| check::holds(console));
    let line = passing(move |_| {
        let is_line = console.check.with(|check| match check {
            Check::NotAsked => false,
            Check::Lacking => true,
            Check::About(inquiry) => inquiry.is_asking(),
        });
        if is_line && holds.get() {
            console.check.with(|check| spoken(words, console, check))
        } else {
            None
        }
    });
    // While many are asked about again, what is known of them stays in view.
    let settled = passing(move |before: Option<&Option<Inquiry>>| {
        console.check.with(|check| match check {
            Check::About(inquiry) if !holds.get() || inquiry.is_asking() => {
                let before = before.cloned().flatten();
                before.filter(|before| {
                    holds.get() && inquiry.servers().len() > 1 && before.is_same_as(inquiry)
                })
            }
            Check::About(inquiry) => Some(inquiry.clone()),
            Check::NotAsked | Check::Lacking => None,
        })
    });
    let lacks_token = move || {
        console.check.with_untracked(|check| match check {
            Check::About(inquiry) => inquiry.failures().iter().any(Failure::lacks_token),
            Check::NotAsked | Check::Lacking => false,
        })
    };
    when_a_token_comes(console, lacks_token, move || spawn_local(check::ask_again(console)));
    Effect::new(move |_| {
        // Before a backup is started, what has become of that is told instead.
        let is_submitted = console.submission.with_untracked(|state| *state != Submission::Editing);
        let said = console.check.with(|check| spoken(words, console, check));
        if let Some(said) = said.filter(|_| holds.get() && !is_submitted) {
            console.announcer.say(said);
        }
    });
    view! {
        <div
            id=check::ANSWER_ID
            class="csbs-field"
            role="group"
            tabindex="-1"
            aria-label=say!(words, servers.check_result)
        >
            {move || line.get().map(|line| view! { <p class="csbs-field__remark">{line}</p> })}
            {move || many::progress(console)}
            {move || settled.with(|settled| settled.as_ref().map(|inquiry| drawn(console, inquiry)))}
        </div>
    }
    .into_any()
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

fn drawn(console: Console, inquiry: &Inquiry) -> AnyView {
    let words = use_words();
    let [(_, said)] = inquiry.servers() else {
        return many::answers(console, inquiry);
    };
    let title = about_one(words, said);
    match said {
        Said::Waiting => ().into_any(),
        Said::Answer(Protectable::Yes) => message(News::Good, title, Vec::new()),
        Said::Answer(Protectable::NotAnswered) => message(News::Open, title, Vec::new()),
        Said::Answer(answer @ Protectable::No { .. }) => {
            let title = say!(words, servers.check_no).to_owned();
            (message(News::Bad, title, Vec::new()), reason(answer)).into_any()
        }
        Said::Nothing => {
            let start = say!(words, servers.check_failed_start).to_owned();
            let why = inquiry.failures().iter().map(|failure| why(console, failure));
            let sentences = why.chain([start]).collect();
            let failures: Vec<AnyView> = inquiry.failures().iter().map(details).collect();
            (message(News::Open, title, sentences), failures).into_any()
        }
    }
}

fn why(console: Console, failure: &Failure) -> String {
    use_words().question_failed(failure, &console.address())
}

/// What came of asking, in one line; tracked where something is lacking.
fn spoken(words: Words, console: Console, check: &Check) -> Option<String> {
    Some(match check {
        Check::NotAsked => return None,
        Check::Lacking => {
            let lacking = check::about(console).err().unwrap_or_default();
            let names: Vec<String> = lacking.into_iter().map(|field| words.field(field)).collect();
            say!(words, servers.check_lacking, fields = words.list(&names))
        }
        Check::About(inquiry) => match inquiry.servers() {
            [(_, said)] => about_one(words, said),
            _ => words.checked(inquiry.tally()),
        },
    })
}

fn about_one(words: Words, said: &Said) -> String {
    match said {
        Said::Waiting => say!(words, servers.check_asking).to_owned(),
        Said::Answer(Protectable::Yes) => say!(words, servers.check_yes).to_owned(),
        Said::Answer(Protectable::NotAnswered) => {
            say!(words, servers.check_not_answered).to_owned()
        }
        Said::Answer(Protectable::No { code, message, .. }) => {
            let no = say!(words, servers.check_no);
            let why = [code.as_deref(), message.as_deref()].into_iter().flatten();
            [no].into_iter().chain(why).collect::<Vec<&str>>().join(". ")
        }
        Said::Nothing => say!(words, servers.check_failed).to_owned(),
    }
}

/// Code, message, meaning, and what to do.
pub fn reason(answer: &Protectable) -> AnyView {
    let words = use_words();
    let Protectable::No { code, message, documented } = answer else {
        return ().into_any();
    };
    let known = documented.map(|code| words.documented(code));
    let known = [
        (say!(words, failure.code), code.clone()),
        (say!(words, failure.message), message.clone()),
        (say!(words, failure.meaning), known.map(|[meaning, _]| meaning.into())),
        (say!(words, failure.solution), known.map(|[_, solution]| solution.into())),
    ];
    let known = known.into_iter().filter(|(_, value)| value.is_some());
    let facts: Vec<AnyView> = known.map(|(label, value)| fact(label, value, false)).collect();
    view! { <dl class="csbs-facts">{facts}</dl> }.into_any()
}

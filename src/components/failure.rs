//! A request that created no backup: what the service said, what it means, what to do.

use csbs::{Failure, Refusal};
use leptos::prelude::*;

use crate::components::connection;
use crate::components::facts::{fact, raw};
use crate::components::message::{News, message};
use crate::state::{Console, Submission};
use crate::words::{say, use_words};

/// A refusal, or a request that never left.
#[component]
pub fn NotCreatedPanel() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let failure = console.submission.with_untracked(|submission| match submission {
        Submission::NotCreated(_, failure) => Some(failure.clone()),
        _ => None,
    });
    failure
        .map(|failure| {
            let title = match failure {
                Failure::NotSent(_) => say!(words, failure.not_sent),
                _ => say!(words, failure.refused),
            };
            let sentences = vec![
                words.failure(&failure, &console.address()),
                words.outcome(failure.outcome()).into(),
            ];
            (message(News::Bad, title.into(), sentences), details(&failure)).into_any()
        })
        .into_any()
}

/// Everything else that is known about a failure, for reading and for support.
pub fn details(failure: &Failure) -> AnyView {
    let words = use_words();
    let (facts, body) = match failure {
        Failure::Refused(refusal) => (refusal_facts(refusal), &refusal.body),
        Failure::Unreachable | Failure::TimedOut { .. } => return connection::offer(),
        Failure::Unreadable(answer) => {
            let facts = vec![
                (say!(words, failure.http_status), Some(answer.status.to_string())),
                (say!(words, failure.request_id), answer.request_id.clone()),
            ];
            (facts, &answer.body)
        }
        _ => return ().into_any(),
    };
    let id = say!(words, failure.request_id);
    let known = facts.into_iter().filter(|(_, value)| value.is_some());
    let facts: Vec<AnyView> = known.map(|(label, value)| fact(label, value, label == id)).collect();
    (view! { <dl class="csbs-facts">{facts}</dl> }.into_any(), raw(body.clone())).into_any()
}

fn refusal_facts(refusal: &Refusal) -> Vec<(&'static str, Option<String>)> {
    let words = use_words();
    let documented = refusal.documented.map(|code| words.documented(code));
    vec![
        (say!(words, failure.http_status), Some(refusal.status.to_string())),
        (say!(words, failure.code), refusal.code.clone()),
        (say!(words, failure.message), refusal.message.clone()),
        (say!(words, failure.meaning), documented.map(|[meaning, _]| meaning.into())),
        (say!(words, failure.solution), documented.map(|[_, solution]| solution.into())),
        (say!(words, failure.request_id), refusal.request_id.clone()),
    ]
}

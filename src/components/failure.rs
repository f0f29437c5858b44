//! A request that created no backup: what the service said, what it means, what to do.

use csbs::{Failure, Refusal};
use leptos::prelude::*;

use crate::components::facts::{fact, raw};
use crate::state::{Console, Submission};
use crate::words::{say, use_words};

/// A refusal, or a request that never left.
#[component]
pub fn NotCreatedPanel() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let failure = console
        .submission
        .with_untracked(|submission| match submission {
            Submission::NotCreated(_, failure) => Some(failure.clone()),
            _ => None,
        });
    failure.map(|failure| {
        let title = match failure {
            Failure::NotSent(_) => say!(words, failure.not_sent),
            _ => say!(words, failure.refused),
        };
        view! {
            <div class="csbs-message csbs-message--error">
                <p class="csbs-message__title">"✕ " {title}</p>
                <p>{words.failure(&failure, &console.address())}</p>
                <p>{words.outcome(failure.outcome())}</p>
            </div>
            {details(&failure)}
        }
    })
}

/// Everything else that is known about a failure, for reading and for support.
pub fn details(failure: &Failure) -> AnyView {
    match failure {
        Failure::Refused(refusal) => refusal_view(refusal),
        Failure::Unreadable(answer) => {
            let words = use_words();
            view! {
                <dl class="csbs-facts">
                    {fact(say!(words, failure.http_status), Some(answer.status.to_string()), false)}
                    {fact(say!(words, failure.request_id), answer.request_id.clone(), true)}
                </dl>
                {raw(answer.body.clone())}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

fn refusal_view(refusal: &Refusal) -> AnyView {
    let words = use_words();
    let documented = refusal.documented.map(|code| {
        view! {
            {fact(say!(words, failure.meaning), Some(code.description.into()), false)}
            {fact(say!(words, failure.solution), Some(code.solution.into()), false)}
        }
    });
    view! {
        <dl class="csbs-facts">
            {fact(say!(words, failure.http_status), Some(refusal.status.to_string()), false)}
            {refusal.code.clone().map(|code| fact(say!(words, failure.code), Some(code), false))}
            {refusal
                .message
                .clone()
                .map(|message| fact(say!(words, failure.message), Some(message), false))}
            {documented}
            {refusal
                .request_id
                .clone()
                .map(|id| fact(say!(words, failure.request_id), Some(id), true))}
        </dl>
        {raw(refusal.body.clone())}
    }
    .into_any()
}

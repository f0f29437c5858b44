//! A single request of which it is not known yet what came of it, kept through a crash or a reload:
//! as a run of one server, which the next page shows as one that was left. It can tell whether
//! there is a backup; without it, a person would start a second one.

use std::cell::Cell;

use csbs::{Draft, KeptFate, KeptJob, KeptRun, ServerIds};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::running::lock_name;
use super::{Console, Sent};
use crate::{browser, kept_runs};

thread_local! {
    /// When the one of this page was sent; it is kept under this.
    static SENT_AT: Cell<Option<i64>> = const { Cell::new(None) };
}

/// Keeps a request that is about to be sent. The one before is over.
pub(super) fn keep(console: Console, sent: &Sent) {
    settle();
    let server = ServerIds::of(std::slice::from_ref(sent.request.resource_id())).written();
    let draft = console.form.checked.try_with_untracked(|checked| checked.draft.clone());
    let Some(draft) = draft.map(|draft| Draft { resource_id: server, ..draft }) else {
        return;
    };
    let run = KeptRun { began_at: sent.at, at_most: 1, draft };
    let job = KeptJob { tries: 1, sent_at: sent.at, fate: KeptFate::Sending };
    SENT_AT.set(Some(sent.at));
    if kept_runs::begin(&run) && kept_runs::keep(sent.at, 0, &job) {
        // No other tab takes it for one that was left.
        let name = lock_name(sent.at);
        spawn_local(async move { browser::hold(&name).await });
    } else {
        settle();
    }
}

/// It is known what came of this request. An answer that comes late says nothing about another one
/// that was sent since.
pub(super) fn settle_this(sent: &Sent) {
    if SENT_AT.get() == Some(sent.at) {
        settle();
    }
}

/// The page goes on without the console: what came of the request is not known, and stays kept.
pub fn leave() {
    SENT_AT.set(None);
}

/// It is known what came of the request, or the person does not want to know.
pub fn settle() {
    if let Some(began_at) = SENT_AT.take() {
        kept_runs::forget(began_at, 1);
    }
}

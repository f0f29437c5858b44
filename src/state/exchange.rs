//! What the console asks of the service: to create a backup, and whether one was created.
//!
//! The transport gets a request and a token, and its answer comes back as an [`Event`].

use csbs::{
    Accepted, CheckpointItem, Failure, HttpRequest, HttpResponse, ItemQuery, NotSent, Outcome,
    list_request, read_answer, read_items_answer,
};

use leptos::prelude::*;

use super::console::Inner;
use super::following::recent_of;
use super::{Console, Event, Evidence, Sent, Soon, identity, unsettled};
use crate::config::Config;
use crate::session::Access;
use crate::transport::{self, Abort};
use crate::{browser, recents};

/// Sends a request to create a backup, once.
pub fn send(console: Console, sent: Sent) -> Soon<()> {
    Box::pin(async move {
        unsettled::keep(console, &sent);
        let answer = exchange(console, sent.request.to_http()).await.and_then(read_answer);
        if let Ok(accepted) = &answer {
            note_started(console, accepted);
        }
        if answer.as_ref().err().is_none_or(|failure| failure.outcome() == Outcome::NotCreated) {
            unsettled::settle_this(&sent);
        }
        let answer = answer.map(Box::new);
        if let Ok(accepted) = &answer {
            follow(console, &sent, &Evidence::Answer(accepted.clone()));
        }
        console.tell(Event::Answered(sent.attempt, answer));
    })
}

/// Looks for the backup of a request in the service's list.
pub fn search(console: Console, sent: Sent) -> Soon<()> {
    Box::pin(async move {
        let query = ItemQuery::started_by(&sent.request);
        let request = list_request(sent.request.project_id(), &query);
        let answer = exchange(console, request).await;
        let found = answer.and_then(listed).map(|(mut items, ahead)| {
            // A backup that an earlier request is known to have started is not this one.
            items.retain(|item| !is_known(console, item));
            let sent_at = sent.at.saturating_sub(ahead);
            csbs::find_started(&items, &sent.request, sent_at).cloned().map(Box::new)
        });
        if let Ok(Some(item)) = &found {
            unsettled::settle_this(&sent);
            follow(console, &sent, &Evidence::Found(item.clone()));
        }
        console.tell(Event::Searched(sent.attempt, found));
    })
}

/// The backups of a list, and how far this device's clock is ahead of the service's: when a request
/// was sent is known by the one, and when a backup was created by the other.
pub(super) fn listed(answer: HttpResponse) -> Result<(Vec<CheckpointItem>, i64), Failure> {
    let ahead = answer.clock_ahead(browser::now());
    read_items_answer(answer).map(|items| (items, ahead))
}

/// Remembers the record of a backup, so that it is not taken for that of another request.
pub(super) fn note_started(console: Console, accepted: &Accepted) {
    let record = accepted.checkpoint.id.clone();
    console.inner.try_update_value(|inner| inner.known.push(record));
}

pub(super) fn follow(console: Console, sent: &Sent, evidence: &Evidence) {
    if let Some(Some(following)) = console.following.try_get_value() {
        following.start(console, recent_of(sent, evidence));
    }
}

/// Whether an earlier request is known to have started this backup: one of this page, or one that
/// this browser remembers.
pub(super) fn is_known(console: Console, item: &CheckpointItem) -> bool {
    let known = console.inner.try_with_value(|Inner { known, .. }| {
        item.checkpoint_id.as_ref().is_some_and(|record| known.contains(record))
    });
    known.unwrap_or_default()
        || recents::all().iter().any(|recent| {
            recent.item_id.as_ref() == Some(&item.id)
                || (item.checkpoint_id.is_some() && recent.record_id == item.checkpoint_id)
        })
}

/// Asks a question that has nothing to do with the request to create a backup, and does not get
/// into its way: cancelling one does not end the other.
///
/// # Errors
///
/// The [`Failure`] of the transport, or that there is no token.
pub async fn ask_aside(
    console: Console,
    config: &Config,
    request: &HttpRequest,
    abort: &Abort,
) -> Result<HttpResponse, Failure> {
    let signature = console.form.access.try_with_untracked(Access::signature);
    let token = signature.unwrap_or(Err(Failure::NotSent(NotSent::TokenMissing)))?;
    let answer = transport::send(config, request, token.as_ref(), abort).await;
    if let Ok(response) = &answer {
        identity::heed(console, token.as_ref(), response);
    }
    answer
}

/// Sends a request that [`Command::Abort`](super::Command::Abort) ends.
pub(super) async fn exchange(
    console: Console,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let abort = Abort::new();
    console.inner.try_update_value(|inner| inner.abort = Some(abort.clone()));
    let config = console.try_config().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    ask_aside(console, &config, &request, &abort).await
}

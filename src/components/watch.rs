//! A backup while it is followed: its state, how much is done, how long it takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use csbs::Status;
use leptos::prelude::*;

use crate::components::button::{Button, Weight};
use crate::components::facts::{fact, row};
use crate::components::icon::marked;
use crate::components::watched::finished_view;
use crate::notification;
use crate::state::follow::Entry;
use crate::state::{Console, Following, passing};
use crate::words::{say, use_words};

/// Counts what was drawn, for ids that are there once.
static VIEWS: AtomicU32 = AtomicU32::new(0);

/// How the backup that is kept under this id stands. Only what differs is drawn when the service
/// has answered, and only the times each second.
pub fn watch_view(console: Console, following: Following, id: String) -> AnyView {
    let words = use_words();
    // The same backup may be in view more than once.
    let label_id = format!("csbs-progress-{}", VIEWS.fetch_add(1, Ordering::Relaxed));
    let entry = passing(move |_| following.entry(&id));
    let with = move |read: &dyn Fn(&Entry) -> String| {
        entry.with(|entry| entry.as_deref().map(read).unwrap_or_default())
    };
    let is_open =
        passing(move |_| entry.with(|entry| entry.as_deref().is_some_and(Entry::is_open)));
    let finished = passing(move |_| entry.get().filter(|entry| !entry.is_open()));
    let meaning = move || {
        with(&|entry| match entry.status() {
            Some(status) => words.status_meaning(status),
            None => say!(words, follow.looking).to_owned(),
        })
    };
    let held = move || match following.held() {
        Some(held) if is_open.get() => words.held(&held, &console.address()),
        _ => String::new(),
    };
    let notify = Signal::derive(move || {
        !is_open.get() || following.notifies() || !notification::is_possible()
    });
    view! {
        <div class=move || entry.with(|entry| class_of(entry.as_deref())) data-testid="watch">
            <p class="csbs-message__title">{move || marked(with(&|entry| words.followed_state(entry)))}</p>
            <p>{meaning}</p>
            {move || is_open.get().then(|| progress_view(entry, following, label_id.clone()))}
            <p>{move || with(&|entry| words.followed_remark(entry))}</p>
            <p>{held}</p>
            <p hidden=move || notify.get()>
                <Button
                    label=say!(words, follow.notify)
                    weight=Weight::Small
                    press=Callback::new(move |()| following.notify())
                />
            </p>
            <p hidden=move || !(is_open.get() && following.notifies())>{say!(words, follow.notifying)}</p>
        </div>
        {ids_view(entry)}
        {move || finished.get().map(|entry| finished_view(&entry))}
    }
    .into_any()
}

fn class_of(entry: Option<&Entry>) -> &'static str {
    match entry.and_then(Entry::status) {
        Some(Status::Available) => "csbs-message csbs-message--success",
        Some(Status::Error) => "csbs-message csbs-message--error",
        _ => "csbs-message",
    }
}

/// The bar and the times. A service that gives no number gets a bar that only moves.
fn progress_view(entry: Memo<Option<Arc<Entry>>>, following: Following, id: String) -> AnyView {
    let words = use_words();
    let percent = move || entry.with(|entry| entry.as_deref().and_then(Entry::progress));
    let done = move || match percent() {
        Some(percent) => words.percent(percent),
        None => say!(words, follow.no_number).to_owned(),
    };
    let times = move || {
        let now = following.now();
        entry.with(|entry| {
            let Some(entry) = entry else {
                return String::new();
            };
            let elapsed = words.duration(now - started_at(entry));
            let elapsed = say!(words, follow.elapsed, duration = elapsed);
            match entry.left() {
                Some(left) => {
                    let left = words.duration(left);
                    let left = say!(words, follow.left, duration = left);
                    format!("{elapsed} · {left}")
                }
                None => elapsed,
            }
        })
    };
    view! {
        <div class="csbs-progress">
            <span class="csbs-row csbs-row--spread">
                <label for=id.clone()>{say!(words, result.progress)}</label>
                <span class="csbs-progress__done">{done}</span>
            </span>
            <progress
                id=id
                class="csbs-progress__bar"
                max="100"
                value=move || percent().map(|percent| percent.to_string())
            ></progress>
            <span class="csbs-note csbs-progress__done">{times}</span>
        </div>
    }
    .into_any()
}

/// When the service says that it was created, or else when this browser started it.
fn started_at(entry: &Entry) -> i64 {
    let created = entry.backup.as_ref().and_then(|backup| backup.item.created_at.as_ref());
    created.and_then(csbs::Time::unix_millis).unwrap_or(entry.recent.started_at)
}

/// Both ids, each under its name, as support and a restore need them.
fn ids_view(entry: Memo<Option<Arc<Entry>>>) -> AnyView {
    let words = use_words();
    let ids = passing(move |_| {
        entry.with(|entry| {
            let recent = entry.as_ref().map(|entry| &entry.recent);
            let is_known = entry.as_ref().is_some_and(|entry| entry.backup.is_some());
            recent.map(|recent| {
                let item = recent.item_id.clone().filter(|item| is_known || *item != recent.id);
                (recent.record_id.clone(), item)
            })
        })
    });
    let drawn = move || {
        ids.get().map(|(record, item)| {
            view! {
                <dl class="csbs-facts">
                    {fact(say!(words, result.record_id), record, true)}
                    {match item {
                        Some(item) => fact(say!(words, result.item_id), Some(item), true),
                        None => row(say!(words, result.item_id), absent_yet()),
                    }}
                </dl>
            }
            .into_any()
        })
    };
    drawn.into_any()
}

fn absent_yet() -> AnyView {
    let words = use_words();
    view! { <span class="csbs-note">{say!(words, follow.item_later)}</span> }.into_any()
}

//! A backup that was started: the sentence a person needs, then everything the service said.

use csbs::{Accepted, Checkpoint, CheckpointItem, ExtraInfoRead, Status, Time};
use leptos::prelude::*;

use crate::browser;
use crate::components::button::Button;
use crate::components::facts::{absent, fact, raw, row};
use crate::components::group::{note, paragraph, subtitle};
use crate::components::message::{News, message_with};
use crate::components::picture::Disks;
use crate::components::plan::{graph_view, plan_view};
use crate::components::submit::{SAME_AGAIN, submit_again};
use crate::components::watch::watch_view;
use crate::state::follow::Entry;
use crate::state::following::recent_of;
use crate::state::{Console, Event, Evidence, Sent, Submission, passing};
use crate::words::{say, use_words};

/// What shows that the backup was started, in full.
#[component]
pub fn StartedPanel() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let started = console.submission.with_untracked(|submission| match submission {
        Submission::Started(sent, evidence) => Some((sent.clone(), evidence.clone())),
        _ => None,
    });
    let another = move |()| {
        console.tell(Event::Dismiss);
        browser::focus_soon("csbs-resource-id");
    };
    let again = move |()| submit_again(console);
    let shown = started.map(|(sent, evidence)| match evidence {
        Evidence::Answer(ref accepted) => {
            let watched = watched(console, &sent, &evidence);
            answer_view(&sent, (**accepted).clone(), watched)
        }
        Evidence::Found(ref item) => {
            let watched = watched(console, &sent, &evidence);
            found_view((**item).clone(), watched)
        }
    });
    view! {
        {shown}
        <div class="csbs-row">
            <Button label=say!(words, action.another) press=Callback::new(another) />
            <Button
                label=say!(words, action.same_again)
                id=SAME_AGAIN
                press=Callback::new(again)
            />
        </div>
    }
    .into_any()
}

/// A backup that is followed.
struct Watched {
    /// How it stands now.
    view: AnyView,
    /// Whether more happens to it by itself.
    runs: Signal<bool>,
    disks: Signal<Disks>,
}

fn watched(console: Console, sent: &Sent, evidence: &Evidence) -> Option<Watched> {
    let following = console.following.get_value()?;
    let id = recent_of(sent, evidence).id;
    untrack(|| following.entry(&id))?;
    let of = id.clone();
    let entry = passing(move |_| following.entry(&of));
    let runs = passing(move |_| entry.with(|entry| entry.as_deref().is_some_and(Entry::is_open)));
    let disks = passing(move |_| {
        let backup = entry.get();
        let backup = backup.as_ref().and_then(|entry| entry.backup.as_ref());
        backup.map(Disks::of).unwrap_or_default()
    });
    let view = watch_view(console, following, id);
    Some(Watched { view, runs: runs.into(), disks: disks.into() })
}

fn answer_view(sent: &Sent, accepted: Accepted, watched: Option<Watched>) -> AnyView {
    let words = use_words();
    let Accepted { checkpoint, raw: body } = accepted;
    let server = sent.request.resource_id().as_str().to_owned();
    let Checkpoint {
        id,
        status,
        created_at,
        project_id,
        protection_plan,
        resource_graph,
        extra_info,
    } = checkpoint;
    let is_watched = watched.is_some();
    let (watched, runs, disks) = match watched {
        Some(Watched { view, runs, disks }) => (Some(view), runs, disks),
        None => (None, Signal::stored(true), Signal::stored(Disks::default())),
    };
    // What to expect is no news any more when it has come.
    let expect = move || runs.get().then(|| paragraph(say!(words, result.started_expect)));
    view! {
        {headline(say!(words, result.started), expect.into_any(), &status, is_watched)}
        {watched}
        {subtitle(say!(words, result.checkpoint))}
        {is_watched.then(|| note(say!(words, follow.as_answered)))}
        <dl class="csbs-facts">
            {(!is_watched).then(|| fact(say!(words, result.record_id), Some(id), true))}
            {row(say!(words, result.status), status_view(&status))}
            {row(say!(words, result.created_at), time_view(created_at))}
            {fact(say!(words, result.server_id), Some(server), true)}
            {fact(say!(words, result.project_id), project_id, true)}
            {row(say!(words, result.extra_info), extra_info_view(extra_info))}
        </dl>
        {subtitle(say!(words, result.plan))}
        {plan_view(protection_plan, disks)}
        {resource_graph.map(|graph| graph_view(graph, disks))}
        {raw(body)}
    }
    .into_any()
}

fn found_view(item: CheckpointItem, watched: Option<Watched>) -> AnyView {
    let words = use_words();
    let watched = watched.map(|watched| watched.view);
    let CheckpointItem {
        id,
        checkpoint_id,
        name,
        description,
        status,
        created_at,
        resource_id,
        progress,
    } = item;
    let status = status.unwrap_or_else(|| Status::Other(String::new()));
    let is_watched = watched.is_some();
    let standing = (!is_watched).then(|| {
        let progress = progress.map(|percent| words.percent(percent));
        (
            fact(say!(words, result.item_id), Some(id), true),
            fact(say!(words, result.record_id), checkpoint_id, true),
            row(say!(words, result.status), status_view(&status)),
            progress.map(|progress| fact(say!(words, result.progress), Some(progress), false)),
        )
            .into_any()
    });
    view! {
        {headline(say!(words, result.found), paragraph(say!(words, result.found_lead)), &status, is_watched)}
        {watched}
        <dl class="csbs-facts">
            {standing}
            {row(say!(words, result.created_at), time_view(created_at))}
            {fact(say!(words, result.server_id), resource_id, true)}
            {fact(say!(words, result.name), name, false)}
            {fact(say!(words, result.description), description, false)}
        </dl>
    }
    .into_any()
}

/// A backup that is followed has its state below, as it changes.
fn headline(title: &str, lead: AnyView, status: &Status, is_watched: bool) -> AnyView {
    let words = use_words();
    let state = format!("{}. {}", words.status_name(status), words.status_meaning(status));
    let state = (!is_watched).then_some(state);
    message_with(News::Good, title.to_owned(), state.into_iter().collect(), lead)
}

fn status_view(status: &Status) -> AnyView {
    let words = use_words();
    let (name, meaning) = (words.status_name(status), words.status_meaning(status));
    view! {
        {name}
        " "
        <code>{status.as_str().to_owned()}</code>
        <span class="csbs-note">" " {meaning}</span>
    }
    .into_any()
}

/// Local time with zone, how long ago that was, and the raw text on demand.
pub fn time_view(time: Option<Time>) -> AnyView {
    let words = use_words();
    let Some(time) = time else {
        return absent();
    };
    let raw = time.raw().to_owned();
    let Some(local) = words.local_time(&time) else {
        return say!(words, result.time_unreadable, raw = raw).into_any();
    };
    let ago = words.time_ago(&time, browser::now());
    view! {
        <details>
            <summary>
                {local} {ago.map(|ago| view! { <span class="csbs-note">" · " {ago}</span> })}
            </summary>
            <p class="csbs-note">{say!(words, result.time_raw, raw = raw)}</p>
        </details>
    }
    .into_any()
}

/// Additional information: JSON as JSON, anything else as text.
pub fn extra_info_view(extra_info: Option<ExtraInfoRead>) -> AnyView {
    match extra_info {
        Some(ExtraInfoRead::Json(json)) => view! { <pre class="csbs-code">{json}</pre> }.into_any(),
        Some(ExtraInfoRead::Text(text)) => text.into_any(),
        None => absent(),
    }
}

//! Tells a portal what happens in the console: which state it is in, what was started, what became
//! of it. Of what a person has typed it says nothing but the ids of servers.

use csbs::{Failure, Outcome, Protectable};
use leptos::prelude::*;

use super::channel::Channel;
use super::protocol::{Outbound, Stage};
use crate::state::follow::Held;
use crate::state::following::recent_of;
use crate::state::queue::{Fate, Group, Pace, Pause};
use crate::state::{Console, Submission};

/// Tells it from now on, and to each hello how things stand.
pub fn follow(channel: Channel, console: Console) {
    let stage = Memo::new(move |_| console.submission.with(stage_of));
    Effect::new(move |_| {
        channel.hellos.track();
        channel.say(&Outbound::State(stage.get()));
    });
    let needs = Memo::new(move |_| needs_sign_in(console));
    Effect::new(move |_| {
        channel.hellos.track();
        if needs.get() {
            channel.say(&Outbound::NeedsSignIn);
        }
    });
    Effect::new(move |_| {
        let is_other = console.form.access.with(|access| {
            channel
                .signed
                .with_untracked(|signed| signed.is_some() && access.token() != signed.as_ref())
        });
        if is_other {
            channel.signed.set(None);
        }
    });
    let started = RwSignal::new(Vec::<String>::new());
    let news = Memo::new(move |_| console.submission.with(news_of));
    Effect::new(move |_| {
        if let Some(news) = news.get() {
            tell(channel, started, news);
        }
    });
    follow_run(channel, console, started);
    follow_ends(channel, console, started);
}

fn tell(channel: Channel, started: RwSignal<Vec<String>>, news: Outbound) {
    channel.say(&news);
    if let Outbound::Started { id, .. } = news {
        started.update(|started| started.push(id));
    }
}

/// What became of each server of a run. A run that was left earlier is not news.
fn follow_run(channel: Channel, console: Console, started: RwSignal<Vec<String>>) {
    Effect::new(move |before: Option<Option<(i64, Vec<Group>)>>| {
        let before = before.flatten();
        let (after, news) = console.run.with(|run| {
            let Some(run) = run.as_ref() else {
                return (None, Vec::new());
            };
            let jobs = run.queue.jobs();
            let groups: Vec<Group> = jobs.iter().map(|job| job.fate.group()).collect();
            let known = before.filter(|(began_at, _)| *began_at == run.began_at);
            let is_left = run.queue.pace() == Pace::Paused(Pause::Left);
            let known = match known {
                Some((_, groups)) => groups,
                None if is_left => groups.clone(),
                None => vec![Group::Open; jobs.len()],
            };
            let changed = jobs.iter().zip(known).filter(|(job, known)| job.fate.group() != *known);
            let news: Vec<Outbound> = changed
                .filter_map(|(job, _)| news_of_fate(job.request.resource_id().as_str(), &job.fate))
                .collect();
            (Some((run.began_at, groups)), news)
        });
        news.into_iter().for_each(|news| tell(channel, started, news));
        after
    });
}

/// The end of each backup that was started.
fn follow_ends(channel: Channel, console: Console, started: RwSignal<Vec<String>>) {
    Effect::new(move |_| {
        let ids = started.get();
        let Some(following) = console.following.get_value() else {
            return;
        };
        let over = ids.iter().filter_map(|id| following.entry(id)).filter(|entry| !entry.is_open());
        let over: Vec<_> = over.collect();
        for entry in &over {
            channel.say(&Outbound::Finished {
                id: entry.recent.id.clone(),
                server_id: entry.recent.server_id.clone(),
                status: entry.status().map(|status| status.as_str().to_owned()).unwrap_or_default(),
            });
        }
        if !over.is_empty() {
            let is_over = |id: &String| over.iter().any(|entry| entry.recent.id == *id);
            started.update(|started| started.retain(|id| !is_over(id)));
        }
    });
}

fn stage_of(submission: &Submission) -> Stage {
    match submission {
        Submission::Editing => Stage::Editing,
        Submission::Preparing(_) | Submission::PreparingMany(..) => Stage::Preparing,
        Submission::Checking(_) => Stage::Checking,
        Submission::Sending(_) => Stage::Sending,
        Submission::Many => Stage::Many,
        Submission::Unprepared | Submission::NotProtectable(..) => Stage::NotSent,
        Submission::Started(..) => Stage::Started,
        Submission::NotCreated(..) => Stage::NotCreated,
        Submission::Uncertain(..) => Stage::Uncertain,
    }
}

/// What is said about the request of a single backup. How the search for it goes is not.
fn news_of(submission: &Submission) -> Option<Outbound> {
    match submission {
        Submission::Started(sent, evidence) => {
            let recent = recent_of(sent, evidence);
            Some(Outbound::Started { id: recent.id, server_id: recent.server_id })
        }
        Submission::NotCreated(sent, failure) | Submission::Uncertain(sent, failure, _) => {
            Some(Outbound::failed(sent.request.resource_id().as_str(), failure))
        }
        Submission::NotProtectable(sent, answer) => {
            Some(stopped(sent.request.resource_id().as_str(), answer))
        }
        _ => None,
    }
}

fn news_of_fate(server_id: &str, fate: &Fate) -> Option<Outbound> {
    match fate {
        Fate::Started(recent) => {
            Some(Outbound::Started { id: recent.id.clone(), server_id: recent.server_id.clone() })
        }
        Fate::Refused(failure) | Fate::Unknown(failure, _) => {
            Some(Outbound::failed(server_id, failure))
        }
        Fate::Stopped(answer) => Some(stopped(server_id, answer)),
        Fate::Checking | Fate::Waiting | Fate::Sending | Fate::Unsent => None,
    }
}

fn stopped(server_id: &str, answer: &Protectable) -> Outbound {
    let code = match answer {
        Protectable::No { documented, .. } => documented.map(|documented| documented.code),
        _ => None,
    };
    let outcome = Outcome::NotCreated;
    Outbound::Failed { server_id: server_id.to_owned(), outcome, status: None, code }
}

/// Whether there is no token, or one that the service has refused and that nobody has replaced.
fn needs_sign_in(console: Console) -> bool {
    let lacks = console.form.access.with(|access| access.fault().is_some());
    let refused = console.submission.with(|submission| match submission {
        Submission::NotCreated(_, failure) => Failure::lacks_token(failure),
        _ => false,
    });
    let paused = console.run.with(|run| {
        run.as_ref().is_some_and(|run| run.queue.pace() == Pace::Paused(Pause::SignIn))
    });
    let following = console.following.get_value();
    let held = following.and_then(|following| following.held());
    lacks || refused || paused || matches!(held, Some(Held::SignedOut))
}

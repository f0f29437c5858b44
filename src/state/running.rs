//! Carries out a run: asks, sends, waits, and keeps what has become of each server before anything
//! leaves.

use std::time::Duration;

use csbs::{
    BackupRequest, Failure, HttpRequest, HttpResponse, ItemQuery, KeptJob, NotSent, Recent,
    ResourceId, ServerIds, find_started, list_request, read_answer,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::console::OUTCOME_ID;
use super::exchange::{ask_aside, follow, is_known, listed, note_started};
use super::following::recent_of;
use super::queue::{Command, Event, Fate, Job, Pace, Pause};
use super::run::Run;
use super::{Console, Evidence, Sent, Submission, Throttle, check, submission, unsettled};
use crate::transport::Abort;
use crate::{browser, kept_runs};

/// How long a run is not drawn again after it was: answers may come faster than a browser draws.
const DRAWN_AFTER: Duration = Duration::from_millis(100);

/// Begins a run with the requests of the form. A run that is on the page is over, and goes.
pub fn start(console: Console, requests: Vec<BackupRequest>) {
    forget(console);
    unsettled::settle();
    let servers: Vec<ResourceId> =
        requests.iter().map(|request| request.resource_id().clone()).collect();
    let draft = console.form.checked.with_untracked(|checked| checked.draft.clone());
    let draft = csbs::Draft { resource_id: ServerIds::of(&servers).written(), ..draft };
    let at_most = console.at_most.get_untracked();
    let (run, kept) = Run::begin(browser::now(), draft, requests, at_most);
    let run = Run { is_kept: kept_runs::begin(&kept), ..run };
    let name = lock_name(run.began_at);
    spawn_local(async move { browser::hold(&name).await });
    console.run.set(Some(run));
    tell(console, first_event(console));
}

/// Shows the newest run that was left, once no other tab has it on its page.
pub async fn restore(console: Console) {
    let Some(began_at) = kept_runs::latest() else {
        return;
    };
    browser::hold(&lock_name(began_at)).await;
    let run = kept_runs::read(began_at).and_then(|(run, jobs)| Run::left(run, jobs));
    // By then, the person may have begun with something else.
    let is_free =
        console.submission.try_with_untracked(|state| *state == Submission::Editing) == Some(true);
    if let Some(run) = run.filter(|_| is_free) {
        let _ = console.run.try_set(Some(run));
        console.tell(submission::Event::TakeUp);
    }
}

/// Goes on with what is left: the person has signed in again, or wants to.
pub fn go_on(console: Console) {
    let was_left = console.run.with_untracked(|run| {
        run.as_ref().is_some_and(|run| run.queue.pace() == Pace::Paused(Pause::Left))
    });
    if was_left && console.check_first.get_untracked() {
        tell(console, Event::CheckFirst);
    }
    tell(console, Event::Resume);
}

/// Forgets the run on the page.
pub fn forget(console: Console) {
    let known = console
        .run
        .with_untracked(|run| run.as_ref().map(|run| (run.began_at, run.queue.jobs().len())));
    if let Some((began_at, servers)) = known {
        kept_runs::forget(began_at, servers);
        console.run.set(None);
    }
}

/// Gives the run an event and does what it asks for.
pub fn tell(console: Console, event: Event) {
    let is_of_the_person = matches!(
        event,
        Event::CheckFirst | Event::Pause(_) | Event::Resume | Event::Cancel | Event::FindOut
    );
    // The page, and its signals with it, may be gone when an answer arrives.
    let told = console.run.try_update_untracked(|run| {
        let run = run.as_mut()?;
        let commands = run.queue.on(event, browser::now());
        // Before anything is sent: after a crash it must be known that it was.
        let (began_at, notes) = (run.began_at, run.to_keep());
        let keep = |(place, job): &(usize, KeptJob)| kept_runs::keep(began_at, *place, job);
        if run.is_kept && !notes.iter().all(keep) {
            kept_runs::forget(began_at, run.queue.jobs().len());
            run.is_kept = false;
        }
        Some((began_at, commands))
    });
    let Some(Some((began_at, commands))) = told else {
        return;
    };
    draw(console, is_of_the_person);
    for command in commands {
        match command {
            Command::Check => spawn_local(ask_first(console, began_at)),
            Command::Send { place, attempt } => {
                spawn_local(send(console, began_at, place, attempt));
            }
            Command::WakeAt(at) => {
                let wait = u64::try_from(at - browser::now()).unwrap_or_default();
                let wake = move || tell_run(console, began_at, Event::Tick);
                set_timeout(wake, Duration::from_millis(wait));
            }
            Command::Search(place) => spawn_local(search(console, began_at, place)),
        }
    }
}

/// Wakes those who draw the run: at once for the person, else perhaps with what follows.
fn draw(console: Console, is_of_the_person: bool) {
    let wake = move || {
        // A button that has the focus may have nothing to do any more, and go.
        browser::rescue_focus(OUTCOME_ID);
        console.run.notify();
    };
    if is_of_the_person {
        wake();
    } else {
        console.shown.keep("run.drawn", || Throttle::new(DRAWN_AFTER)).ask(wake);
    }
}

/// The network has come or gone.
pub fn heed_network(console: Console) {
    let waits = console.run.try_with_untracked(|run| {
        run.as_ref().is_some_and(|run| run.queue.pace() == Pace::Paused(Pause::Offline))
    });
    if waits == Some(true) && browser::is_online() {
        tell(console, Event::Resume);
    }
}

fn first_event(console: Console) -> Event {
    if console.check_first.get_untracked() { Event::CheckFirst } else { Event::Tick }
}

/// What belongs to a run that is no longer on the page changes nothing.
fn tell_run(console: Console, began_at: i64, event: Event) {
    let is_it = console
        .run
        .try_with_untracked(|run| run.as_ref().is_some_and(|run| run.began_at == began_at));
    if is_it == Some(true) {
        tell(console, event);
    }
}

fn job(console: Console, place: usize) -> Option<Job> {
    console.run.try_with_untracked(|run| run.as_ref()?.queue.jobs().get(place).cloned())?
}

async fn ask_first(console: Console, began_at: i64) {
    let about = console.run.try_with_untracked(|run| {
        let jobs = run.as_ref()?.queue.jobs();
        let requests = jobs.iter().filter(|job| job.fate == Fate::Checking);
        let requests: Vec<&BackupRequest> = requests.map(|job| &job.request).collect();
        let project = requests.first()?.project_id().clone();
        let servers = requests.iter().map(|request| request.resource_id().clone());
        Some((project, servers.collect::<Vec<_>>()))
    });
    if let Some(Some((project, servers))) = about {
        // A server that there is no answer about is sent without.
        check::ask_all(console, &project, &servers, &Abort::new(), |_, answer| {
            answer.into_iter().for_each(|said| tell_run(console, began_at, Event::Checked(said)));
        })
        .await;
    }
    tell_run(console, began_at, Event::CheckOver);
}

async fn send(console: Console, began_at: i64, place: usize, attempt: u32) {
    let Some(job) = job(console, place) else {
        return;
    };
    let answer = ask(console, &job.request.to_http()).await;
    let answer = answer.and_then(read_answer).map(|accepted| {
        note_started(console, &accepted);
        let sent = Sent { attempt, request: job.request, at: job.sent_at };
        start_following(console, &sent, &Evidence::Answer(Box::new(accepted)))
    });
    tell_run(console, began_at, Event::Answered(place, attempt, answer));
}

async fn search(console: Console, began_at: i64, place: usize) {
    let Some(job) = job(console, place) else {
        return;
    };
    let found = find(console, &job).await;
    tell_run(console, began_at, Event::Searched(place, found));
}

async fn find(console: Console, job: &Job) -> Result<Option<Box<Recent>>, Failure> {
    let request = list_request(job.request.project_id(), &ItemQuery::started_by(&job.request));
    let (mut items, ahead) = listed(ask(console, &request).await?)?;
    items.retain(|item| !is_known(console, item));
    Ok(find_started(&items, &job.request, job.sent_at.saturating_sub(ahead)).map(|item| {
        let sent = Sent { attempt: job.tries, request: job.request.clone(), at: job.sent_at };
        start_following(console, &sent, &Evidence::Found(Box::new(item.clone())))
    }))
}

async fn ask(console: Console, request: &HttpRequest) -> Result<HttpResponse, Failure> {
    let config = console.try_config().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    ask_aside(console, &config, request, &Abort::new()).await
}

fn start_following(console: Console, sent: &Sent, evidence: &Evidence) -> Box<Recent> {
    follow(console, sent, evidence);
    Box::new(recent_of(sent, evidence))
}

pub(super) fn lock_name(began_at: i64) -> String {
    format!("csbs-console.run.{began_at}")
}

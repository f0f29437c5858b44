//! A run of many backups: how far it is, what can be done about it, and the list of its servers.

mod actions;
mod report;
mod rows;

use leptos::prelude::*;

use crate::browser;
use crate::components::message::{News, message};
use crate::components::settled::several;
use crate::state::queue::{Event as QueueEvent, Fate, Job, Pace, Pause, Tally};
use crate::state::repeat::when_a_token_comes;
use crate::state::run::Run;
use crate::state::{Console, News as PageNews, Search, passing, running};
use crate::words::{Words, say, use_words};

/// How a run stands, as far as its headline goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Checking,
    Running,
    Waiting(i64),
    Paused(Pause),
    /// Cancelled, with requests under way.
    Stopping,
    /// Over; so many are still being asked for.
    Over(usize),
}

/// The content of the panel beside the form.
pub fn panel(console: Console) -> AnyView {
    browser::when_sight_or_network_changes(move || running::heed_network(console));
    let lacks_token = move || {
        let is_it = |job: &Job| matches!(&job.fate, Fate::Unknown(_, Search::Failed(why)) if why.lacks_token());
        untrack(|| of(console, |run| run.queue.jobs().iter().any(is_it))).unwrap_or_default()
    };
    let ask_again = move || running::tell(console, QueueEvent::FindOut);
    when_a_token_comes(console, lacks_token, ask_again);
    let standing = passing(move |_| of(console, standing));
    let tally = passing(move |_| of(console, |run| run.queue.tally()).unwrap_or_default());
    // While it runs, the numbers are in the bar, and the headline stays.
    let final_tally = passing(move |_| match standing.get() {
        Some(Standing::Over(_)) => tally.get(),
        _ => Tally { waiting: tally.get().all(), ..Tally::default() },
    });
    let is_over = move || matches!(standing.get(), None | Some(Standing::Over(_)));
    view! {
        {move || standing.get().map(|standing| headline(console, standing, final_tally.get()))}
        {bar(tally, Signal::derive(is_over))}
        {actions::actions(console)}
        {rows::rows(console)}
    }
    .into_any()
}

/// How many are done, as a bar and in words.
fn bar(tally: Memo<Tally>, hidden: Signal<bool>) -> AnyView {
    let words = use_words();
    view! {
        <div class="csbs-progress" hidden=move || hidden.get()>
            <span class="csbs-row csbs-row--spread">
                <label for="csbs-run-progress">{say!(words, run.progress_label)}</label>
                <span class="csbs-progress__done">{move || progress(words, tally.get())}</span>
            </span>
            <progress
                id="csbs-run-progress"
                class="csbs-progress__bar"
                max=move || tally.get().all().to_string()
                value=move || tally.get().settled().to_string()
            ></progress>
            <span class="csbs-note">{move || counts(words, tally.get())}</span>
        </div>
    }
    .into_any()
}

/// What is in the title of the page, and what is said; tracked.
pub fn news(console: Console) -> PageNews {
    let words = use_words();
    let page = say!(words, page.document_title);
    of(console, |run| {
        let (standing, tally) = (standing(run), run.queue.tally());
        let title = match standing {
            Standing::Over(_) => summary(words, tally),
            _ => progress(words, tally),
        };
        let said = match standing {
            Standing::Over(0) => summary(words, tally),
            _ => title_of(words, standing, tally),
        };
        (title, said)
    })
    .map(|(title, said)| {
        let followed = several(console).map(|several| format!(" · {several}")).unwrap_or_default();
        PageNews { title: format!("{title}{followed} · {page}"), said }
    })
    .unwrap_or_default()
}

/// What there is to know about the run on the page, if there is one; tracked.
fn of<T>(console: Console, read: impl Fn(&Run) -> T) -> Option<T> {
    console.run.try_with(|run| run.as_ref().map(read)).flatten()
}

fn standing(run: &Run) -> Standing {
    let queue = &run.queue;
    let is_checking = || queue.jobs().iter().any(|job| job.fate == Fate::Checking);
    match queue.pace() {
        _ if queue.is_over() => Standing::Over(queue.left_to_ask()),
        Pace::Cancelled => Standing::Stopping,
        Pace::Paused(why) => Standing::Paused(why),
        Pace::Running => match queue.waits_until(browser::now()) {
            Some(until) => Standing::Waiting(until),
            None if is_checking() => Standing::Checking,
            None => Standing::Running,
        },
    }
}

fn headline(console: Console, standing: Standing, tally: Tally) -> AnyView {
    let words = use_words();
    let news = match standing {
        Standing::Over(_) if tally.unknown > 0 => News::Open,
        Standing::Over(_) if tally.started == tally.all() => News::Good,
        Standing::Over(_) if tally.started == 0 => News::Bad,
        Standing::Paused(_) => News::Open,
        _ => News::Neutral,
    };
    let sentences = match standing {
        Standing::Over(0) if tally.unknown > 0 => vec![say!(words, run.unknown_hint).to_owned()],
        Standing::Over(0) => Vec::new(),
        Standing::Over(left) => vec![say!(words, run.asking, count = left)],
        Standing::Waiting(until) => {
            let time = words.clock_time(until);
            vec![say!(words, run.waiting_hint, time = time)]
        }
        Standing::Paused(why) => vec![paused_hint(words, console, why)],
        Standing::Stopping => vec![say!(words, run.stopping_hint).to_owned()],
        Standing::Checking => vec![say!(words, run.checking_hint).to_owned()],
        Standing::Running => vec![say!(words, run.running_hint).to_owned()],
    };
    message(news, title_of(words, standing, tally), sentences)
}

fn title_of(words: Words, standing: Standing, tally: Tally) -> String {
    let count = tally.all();
    match standing {
        Standing::Checking => say!(words, run.checking, count = count),
        Standing::Running => say!(words, run.running, count = count),
        Standing::Waiting(_) => say!(words, run.waiting).to_owned(),
        Standing::Paused(Pause::Left) => say!(words, run.left).to_owned(),
        Standing::Paused(_) => say!(words, run.paused).to_owned(),
        Standing::Stopping => say!(words, run.stopping).to_owned(),
        Standing::Over(_) => summary(words, tally),
    }
}

fn paused_hint(words: Words, console: Console, why: Pause) -> String {
    let has_token = console.form.access.with(|access| access.fault().is_none());
    match why {
        Pause::Person => say!(words, run.paused_person).to_owned(),
        Pause::Offline => say!(words, run.paused_offline).to_owned(),
        Pause::SignIn if has_token => say!(words, run.signed_in).to_owned(),
        Pause::SignIn => say!(words, run.paused_sign_in).to_owned(),
        Pause::Left => say!(words, run.left_hint).to_owned(),
    }
}

fn progress(words: Words, tally: Tally) -> String {
    say!(words, run.progress, done = tally.settled(), count = tally.all())
}

/// How many have come to what, as far as there are any.
fn counts(words: Words, tally: Tally) -> String {
    let counts = [
        (tally.started, say!(words, run.count_started, count = tally.started)),
        (tally.refused, say!(words, run.count_refused, count = tally.refused)),
        (tally.unknown, say!(words, run.count_unknown, count = tally.unknown)),
        (tally.unsent, say!(words, run.count_unsent, count = tally.unsent)),
        (tally.sending, say!(words, run.count_sending, count = tally.sending)),
        (tally.waiting, say!(words, run.count_waiting, count = tally.waiting)),
    ];
    let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, sentence)| sentence);
    told.collect::<Vec<String>>().join(" ")
}

/// What has come of all of them, in one line.
fn summary(words: Words, tally: Tally) -> String {
    let Tally { started, refused, unknown, unsent, .. } = tally;
    if unsent == 0 {
        return say!(words, run.summary, started = started, refused = refused, unknown = unknown);
    }
    say!(
        words,
        run.summary_unsent,
        started = started,
        refused = refused,
        unknown = unknown,
        unsent = unsent
    )
}

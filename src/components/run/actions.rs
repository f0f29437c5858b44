//! What can be done about a run.

use leptos::prelude::*;

use super::{of, report};
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::state::queue::{Event, Fate, Group, Job, Pace, Pause};
use crate::state::run::Run;
use crate::state::{Console, passing, running, submission};
use crate::words::{say, use_words};

/// What a run can be told, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Possible {
    pause: bool,
    go_on: bool,
    /// Going on is for the first time since the page was left.
    is_left: bool,
    cancel: bool,
    find_out: bool,
    refused: usize,
    /// So many the service does not list.
    not_listed: usize,
    unsent: usize,
    set_aside: bool,
}

impl Possible {
    fn of(run: &Run) -> Self {
        let queue = &run.queue;
        let (pace, tally, is_over) = (queue.pace(), queue.tally(), queue.is_over());
        let is_left = pace == Pace::Paused(Pause::Left);
        Self {
            pause: !is_over && pace == Pace::Running,
            go_on: !is_over && matches!(pace, Pace::Paused(_)),
            is_left,
            cancel: !is_over && pace != Pace::Cancelled,
            find_out: (is_over || is_left) && tally.unknown > 0 && queue.left_to_ask() == 0,
            refused: if is_over { tally.refused } else { 0 },
            not_listed: if is_over && queue.may_follow() { tally.unknown } else { 0 },
            unsent: if is_over { tally.unsent } else { 0 },
            set_aside: is_over || (is_left && tally.sending == 0),
        }
    }
}

/// The buttons, those that make sense now.
pub fn actions(console: Console) -> AnyView {
    let words = use_words();
    let possible = passing(move |_| of(console, Possible::of));
    let lacks = move |is: fn(&Possible) -> bool| {
        Signal::derive(move || possible.with(|possible| !possible.as_ref().is_some_and(is)))
    };
    let tell = move |event: fn() -> Event| Callback::new(move |()| running::tell(console, event()));
    let go_on_label = move || {
        let left = possible.with(|possible| possible.as_ref().is_some_and(|it| it.is_left));
        if left { say!(words, run.take_up) } else { say!(words, run.go_on) }.to_owned()
    };
    let go_on = move |()| running::go_on(console);
    let again = move |read: fn(&Possible) -> usize, group: Group| {
        let label = move || {
            let count = possible.with(|possible| possible.as_ref().map(read).unwrap_or_default());
            match group {
                Group::Refused => say!(words, run.refused_again, count = count),
                Group::Unknown => say!(words, run.not_listed_again, count = count),
                _ => say!(words, run.unsent_again, count = count),
            }
        };
        view! {
            <Button
                label=Signal::derive(label)
                hidden=Signal::derive(move || {
                    possible.with(|possible| possible.as_ref().is_none_or(|it| read(it) == 0))
                })
                press=Callback::new(move |()| into_form(console, group))
            />
        }
        .into_any()
    };
    let save = move |kind: report::Kind, label: &'static str| {
        view! {
            <Button
                label=label.to_owned()
                weight=Weight::Small
                press=Callback::new(move |()| report::save(console, kind))
            />
        }
        .into_any()
    };
    let is_kept = passing(move |_| of(console, |run| run.is_kept).unwrap_or_default());
    let kept = move || {
        if is_kept.get() { say!(words, run.kept) } else { say!(words, run.not_kept) }
    };
    let set_aside = move |()| {
        running::forget(console);
        console.tell(submission::Event::Dismiss);
        browser::focus_soon("csbs-submit");
    };
    view! {
        <div class="csbs-row">
            <Button
                label=say!(words, run.pause).to_owned()
                hidden=lacks(|it| it.pause)
                press=tell(|| Event::Pause(Pause::Person))
            />
            <Button
                label=Signal::derive(go_on_label)
                hidden=lacks(|it| it.go_on)
                press=Callback::new(go_on)
            />
            <Button
                label=say!(words, run.cancel).to_owned()
                hidden=lacks(|it| it.cancel)
                press=tell(|| Event::Cancel)
            />
            <Button
                label=say!(words, run.find_out).to_owned()
                hidden=lacks(|it| it.find_out)
                press=tell(|| Event::FindOut)
            />
            {again(|it| it.refused, Group::Refused)}
            {again(|it| it.not_listed, Group::Unknown)}
            {again(|it| it.unsent, Group::Unsent)}
        </div>
        <div class="csbs-row">
            {save(report::Kind::Csv, say!(words, run.save_csv))}
            {save(report::Kind::Json, say!(words, run.save_json))}
            <Button
                label=say!(words, run.set_aside).to_owned()
                weight=Weight::Small
                hidden=lacks(|it| it.set_aside)
                press=Callback::new(set_aside)
            />
        </div>
        <p class="csbs-note">{kept}</p>
    }
    .into_any()
}

/// Puts the servers of a group into the form, where everything can be changed before they are
/// started again.
fn into_form(console: Console, group: Group) {
    let words = use_words();
    let draft = of_untracked(console, |run| {
        let is_wanted = |job: &&Job| Fate::group(&job.fate) == group;
        let ids = run.queue.jobs().iter().filter(is_wanted);
        let ids: Vec<&str> = ids.map(|job| job.request.resource_id().as_str()).collect();
        (run.draft.clone(), ids.len(), ids.join("\n"))
    });
    let Some((draft, count, ids)) = draft else {
        return;
    };
    console.form.fill(&csbs::Draft { resource_id: ids, ..draft });
    console.announcer.say(say!(words, run.in_form, count = count));
    browser::focus_soon("csbs-resource-id");
}

fn of_untracked<T>(console: Console, read: impl Fn(&Run) -> T) -> Option<T> {
    untrack(|| of(console, read))
}

//! The servers of a run, each with what has become of it; as many as fit, and the rest on demand.

use csbs::{Failure, Outcome, Protectable};
use leptos::prelude::*;

use super::of;
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::check;
use crate::components::failure::details;
use crate::components::group::paragraph;
use crate::components::icon::marked;
use crate::state::queue::{Fate, Group, Tally};
use crate::state::{Console, Search, passing};
use crate::words::{Words, say, use_words};

/// How many rows are drawn at first, and how many more at a time.
const PORTION: usize = 50;

/// What can be looked at alone: all, then the groups.
const FILTERS: [Option<Group>; 6] = [
    None,
    Some(Group::Started),
    Some(Group::Refused),
    Some(Group::Unknown),
    Some(Group::Unsent),
    Some(Group::Open),
];

/// What is shown of this run, and how much of it: another run begins anew, another language does
/// not.
fn kept(console: Console) -> (RwSignal<Option<Group>>, RwSignal<usize>) {
    const NAME: &str = "run.rows";
    let run = console.run.with_untracked(|run| run.as_ref().map(|run| run.began_at));
    let make = || (run, RwSignal::new(None), RwSignal::new(PORTION));
    let (of, filter, drawn) = console.shown.keep(NAME, make);
    if of == run {
        return (filter, drawn);
    }
    console.shown.drop_kept(NAME);
    let (_, filter, drawn) = console.shown.keep(NAME, make);
    (filter, drawn)
}

/// The filter and the table.
pub fn rows(console: Console) -> AnyView {
    let words = use_words();
    let (filter, drawn) = kept(console);
    let found = passing(move |_| {
        let filter = filter.get();
        let found = of(console, |run| {
            let jobs = run.queue.jobs().iter().enumerate();
            let is_wanted = |fate: &Fate| filter.is_none_or(|group| fate.group() == group);
            jobs.filter(|(_, job)| is_wanted(&job.fate)).map(|(place, _)| place).collect()
        });
        found.unwrap_or_else(Vec::new)
    });
    let on_paper = on_paper();
    let places = move || {
        let count = if on_paper.get() { usize::MAX } else { drawn.get() };
        found.with(|found| found.iter().take(count).copied().collect::<Vec<usize>>())
    };
    let left = passing(move |_| found.with(Vec::len).saturating_sub(drawn.get()));
    let more = move |()| {
        let first_new = drawn.get_untracked();
        drawn.set(first_new + PORTION);
        let place = found.with_untracked(|found| found.get(first_new).copied());
        place.into_iter().for_each(|place| browser::focus_soon(row_id(place)));
    };
    view! {
        {filter_view(console, filter, drawn)}
        <div class="csbs-table-box" tabindex="0" role="group" aria-label=say!(words, run.table)>
            <table class="csbs-table csbs-table--stacked">
                <caption class="csbs-hidden">{say!(words, run.table)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, run.server)}</th>
                        <th scope="col">{say!(words, run.backup)}</th>
                        <th scope="col">{say!(words, run.state)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=places
                        key=|place| *place
                        children=move |place| row(console, place)
                    />
                </tbody>
            </table>
        </div>
        <p>
            <Button
                label=Signal::derive(move || {
                    say!(words, run.more, count = left.get().min(PORTION))
                })
                weight=Weight::Small
                hidden=Signal::derive(move || left.get() == 0)
                press=Callback::new(more)
            />
        </p>
    }
    .into_any()
}

/// Whether the page is being printed: on paper there is nothing to press for more.
fn on_paper() -> RwSignal<bool> {
    let on_paper = RwSignal::new(false);
    let before = window_event_listener(leptos::ev::beforeprint, move |_| on_paper.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    on_paper
}

fn filter_view(
    console: Console,
    filter: RwSignal<Option<Group>>,
    drawn: RwSignal<usize>,
) -> AnyView {
    let words = use_words();
    let tally = passing(move |_| of(console, |run| run.queue.tally()).unwrap_or_default());
    let choose = move |typed: String| {
        let chosen = typed.parse().ok().and_then(|index: usize| FILTERS.get(index).copied());
        filter.set(chosen.flatten());
        drawn.set(PORTION);
    };
    let options = FILTERS.into_iter().enumerate().map(|(index, group)| {
        view! {
            <option value=index.to_string() selected=index == 0>
                {move || label(words, group, tally.get())}
            </option>
        }
        .into_any()
    });
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for="csbs-run-filter">
                {say!(words, run.filter)}
            </label>
            <select
                id="csbs-run-filter"
                class="csbs-input"
                on:change=move |event| choose(event_target_value(&event))
            >
                {options.collect::<Vec<AnyView>>()}
            </select>
        </div>
    }
    .into_any()
}

fn label(words: Words, group: Option<Group>, tally: Tally) -> String {
    let count = group.map_or(tally.all(), |group| tally.of_group(group));
    match group {
        None => say!(words, run.filter_all, count = count),
        Some(Group::Started) => say!(words, run.filter_started, count = count),
        Some(Group::Refused) => say!(words, run.filter_refused, count = count),
        Some(Group::Unknown) => say!(words, run.filter_unknown, count = count),
        Some(Group::Unsent) => say!(words, run.filter_unsent, count = count),
        Some(Group::Open) => say!(words, run.filter_open, count = count),
    }
}

fn row_id(place: usize) -> String {
    format!("csbs-run-{place}")
}

fn row(console: Console, place: usize) -> AnyView {
    let words = use_words();
    let named = untrack(|| {
        of(console, |run| {
            let request = &run.queue.jobs().get(place)?.request;
            let id = request.resource_id().as_str().to_owned();
            Some((id, request.backup_name().map(|name| name.as_str().to_owned())))
        })
    });
    let (id, backup) = named.flatten().unwrap_or_default();
    let fate = passing(move |_| {
        of(console, |run| run.queue.jobs().get(place).map(|job| job.fate.clone())).flatten()
    });
    let state =
        move || fate.with(|fate| fate.as_ref().map(|fate| marked(state(words, console, fate))));
    let of = id.clone();
    let why = move || fate.get().and_then(|fate| reason(words, console, &of, &fate));
    let name = console.server_names.name_of(&id);
    let backup = backup.unwrap_or_else(|| say!(words, run.no_name).to_owned());
    view! {
        <tr>
            <th scope="row" id=row_id(place) tabindex="-1">
                {name.map(|name| view! { <span class="csbs-run__name">{name}</span> })}
                <code>{id}</code>
            </th>
            <td>{backup}</td>
            <td>{state} {why}</td>
        </tr>
    }
    .into_any()
}

/// One line: a symbol and words.
fn state(words: Words, console: Console, fate: &Fate) -> String {
    match fate {
        Fate::Checking => format!("… {}", say!(words, run.state_checking)),
        Fate::Waiting => format!("… {}", say!(words, run.state_waiting)),
        Fate::Sending => format!("… {}", say!(words, run.state_sending)),
        Fate::Started(recent) => {
            let entry = console.following.get_value().and_then(|it| it.entry(&recent.id));
            match entry.filter(|entry| entry.status().is_some()) {
                Some(entry) => words.followed_state(&entry),
                None => format!("✓ {}", say!(words, run.state_started)),
            }
        }
        Fate::Refused(failure) => {
            let code = code(failure).map(|code| format!(": {code}")).unwrap_or_default();
            format!("✕ {}{code}", say!(words, run.state_refused))
        }
        Fate::Stopped(answer) => {
            let code = match answer {
                Protectable::No { code: Some(code), .. } => format!(": {code}"),
                _ => String::new(),
            };
            format!("✕ {}{code}", say!(words, run.state_stopped))
        }
        Fate::Unknown(_, Search::Asking) => format!("? {}", say!(words, run.state_asking)),
        Fate::Unknown(_, Search::NothingFound) => {
            format!("? {}", say!(words, run.state_not_found))
        }
        Fate::Unknown(failure, _) if failure.outcome() == Outcome::ProbablyCreated => {
            format!("? {}", say!(words, run.state_probably))
        }
        Fate::Unknown(..) => format!("? {}", say!(words, run.state_unknown)),
        Fate::Unsent => format!("– {}", say!(words, run.state_unsent)),
    }
}

fn code(failure: &Failure) -> Option<&str> {
    match failure {
        Failure::Refused(refusal) => refusal.code.as_deref(),
        _ => None,
    }
}

/// Everything that is known about what went wrong, folded.
fn reason(words: Words, console: Console, server: &str, fate: &Fate) -> Option<AnyView> {
    let address = console.address();
    let content = match fate {
        Fate::Refused(failure) => {
            (paragraph(words.failure(failure, &address)), details(failure)).into_any()
        }
        Fate::Stopped(answer) => check::reason(answer),
        Fate::Unknown(failure, search) => {
            let asked = match search {
                Search::NothingFound => Some(say!(words, run.not_found_hint).to_owned()),
                Search::Failed(why) => {
                    Some(format!("{} {}", say!(words, search.failed), words.failure(why, &address)))
                }
                Search::NotAsked | Search::Asking => None,
            };
            let what = paragraph(words.failure(failure, &address));
            (what, asked.map(paragraph), details(failure)).into_any()
        }
        _ => return None,
    };
    Some(
        view! {
            <details class="csbs-why">
                <summary>
                    {say!(words, run.why)}
                    " "
                    <span class="csbs-hidden">{server.to_owned()}</span>
                </summary>
                {content}
            </details>
        }
        .into_any(),
    )
}

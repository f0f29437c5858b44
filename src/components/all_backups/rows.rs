//! The backups of a server that are here, and how far loading has come.

use std::sync::Arc;

use csbs::{Backup, Failure};
use leptos::prelude::*;

use crate::browser;
use crate::components::button::Button;
use crate::components::failure::details;
use crate::components::message::{News, message};
use crate::components::recent::{Line, Marks, Row, row};
use crate::state::backups::{Event, List, Listing, Stage};
use crate::state::follow::Event as FollowEvent;
use crate::state::{Console, Following, passing};
use crate::words::{Words, say, use_words};

/// The rows, and what is said about them.
pub fn view(console: Console, following: Following, list: List) -> AnyView {
    let words = use_words();
    let said = passing(move |_| list.listing.with(|listing| sentence(words, listing)));
    Effect::new(move |before: Option<String>| {
        let said = said.get();
        if before.as_ref() != Some(&said) {
            console.announcer.say(said.clone());
        }
        said
    });
    let marks = Marks::default();
    let ids = passing(move |_| {
        let id = |backup: &Arc<Backup>| backup.item.id.clone();
        list.listing.with(|listing| listing.rows().iter().map(id).collect::<Vec<String>>())
    });
    // The rows have their place before they are here. Where there are none, nothing is kept free.
    let place_of_rows = move || {
        list.listing.with(|listing| match &listing.stage {
            _ if !listing.rows().is_empty() => "csbs-backups__rows",
            Stage::Loading | Stage::Idle => "csbs-backups__rows csbs-awaited",
            _ => "",
        })
    };
    let failure = passing(move |_| {
        list.listing.with(|listing| match &listing.stage {
            Stage::Failed(failure) => Some((failure.clone(), listing.rows().is_empty())),
            _ => None,
        })
    });
    view! {
        <p class="csbs-note" data-testid="backups-progress">
            {said}
        </p>
        <div class=place_of_rows>
            <ul class="csbs-recent" data-testid="backups" hidden=move || ids.with(Vec::is_empty)>
                <For
                    each=move || ids.get()
                    key=String::clone
                    children=move |id| one(console, following, list, marks, id)
                />
            </ul>
        </div>
        {move || failure.get().map(|(failure, is_first)| failed(console, list, &failure, is_first))}
        {more(list, ids)}
    }
    .into_any()
}

/// The button for the next page. While that is on its way, the button keeps the focus.
fn more(list: List, ids: Memo<Vec<String>>) -> AnyView {
    let words = use_words();
    let is_loading = passing(move |_| {
        list.listing.with(|listing| listing.stage == Stage::Loading && !listing.rows().is_empty())
    });
    let has_more = passing(move |_| list.listing.with(Listing::has_more));
    let label = move || {
        if is_loading.get() {
            say!(words, backups.loading_more).to_owned()
        } else {
            say!(words, backups.more).to_owned()
        }
    };
    // The first row of the page that was asked for takes the focus when it comes.
    let awaited = StoredValue::new(None::<usize>);
    Effect::new(move |_| {
        let first = awaited.get_value();
        let new = ids.with(|ids| first.and_then(|first| ids.get(first).cloned()));
        if let Some(id) = new {
            awaited.set_value(None);
            browser::focus_soon(head_of(&id));
        }
    });
    let press = move |()| {
        awaited.set_value(Some(ids.with_untracked(Vec::len)));
        list.tell(Event::More);
    };
    view! {
        <p hidden=move || !(has_more.get() || is_loading.get())>
            <Button
                label=Signal::derive(label)
                name=Signal::derive(move || {
                    (!is_loading.get()).then(|| say!(words, backups.more_name).to_owned())
                })
                disabled=is_loading
                press=Callback::new(press)
            />
        </p>
    }
    .into_any()
}

fn one(console: Console, following: Following, list: List, marks: Marks, id: String) -> AnyView {
    let words = use_words();
    let of = id.clone();
    let listed = passing(move |_| list.listing.with(|listing| listing.row(&of).cloned()));
    let backup = listed.get_untracked();
    let (project, made) = (
        list.listing.with_untracked(|listing| {
            listing.wanted.as_ref().map(|wanted| wanted.project.as_str().to_owned())
        }),
        backup.as_ref().and_then(|backup| words.local_time(backup.item.created_at.as_ref()?)),
    );
    // Under which id it is followed, once it is.
    let followed = RwSignal::new(backup.as_ref().and_then(|backup| following.id_of(backup)));
    let line = passing(move |_| {
        let entry = followed.get().and_then(|id| following.entry(&id));
        match entry {
            Some(entry) if entry.backup.is_some() => Some(Line::of(words, &entry)),
            _ => listed.get().map(|backup| line_of(words, &backup)),
        }
    });
    let own = id.clone();
    let press = move |()| {
        let (Some(backup), Some(project)) = (listed.get_untracked(), project.clone()) else {
            return own.clone();
        };
        let id = following.show(console, project, &backup);
        following.tell(console, FollowEvent::Open(id.clone()));
        followed.set(Some(id.clone()));
        id
    };
    let row = Row {
        head: head_of(&id),
        id,
        line: line.into(),
        made,
        press: Callback::new(press),
        actions: Callback::new(|_| ().into_any()),
    };
    self::row(console, following, marks, row)
}

fn head_of(id: &str) -> String {
    format!("csbs-backup-{id}")
}

/// The line of a backup as the list has it.
fn line_of(words: Words, backup: &Backup) -> Line {
    let item = &backup.item;
    let name = item.name.clone().unwrap_or_else(|| say!(words, backups.no_name).to_owned());
    let state = words.state_mark(item.status.as_ref());
    let state = match item.progress.filter(|_| !item.is_final()) {
        Some(percent) => format!("{state} · {}", words.percent(percent)),
        None => state,
    };
    Line { name, state }
}

fn sentence(words: Words, listing: &Listing) -> String {
    let count = listing.rows().len();
    let narrows = listing.wanted.as_ref().is_some_and(|wanted| wanted.filter.narrows());
    match (&listing.stage, listing.total) {
        (Stage::Loading | Stage::Idle, _) if count == 0 => say!(words, backups.loading).to_owned(),
        (Stage::Failed(_), _) if count == 0 => String::new(),
        (Stage::All, _) if count == 0 && narrows => say!(words, backups.none_found).to_owned(),
        (Stage::All, _) if count == 0 => say!(words, backups.none).to_owned(),
        (_, Some(total)) => say!(words, backups.count_of, count = count, total = total),
        _ => say!(words, backups.count, count = count),
    }
}

fn failed(console: Console, list: List, failure: &Failure, is_first: bool) -> AnyView {
    let words = use_words();
    let title =
        if is_first { say!(words, backups.failed) } else { say!(words, backups.failed_more) };
    let sentence = words.question_failed(failure, &console.address());
    console.announcer.say(format!("{title}. {sentence}"));
    let again = move |()| {
        // The button goes away with its message.
        browser::focus_soon(super::TITLE_ID);
        list.tell(Event::Again);
    };
    view! {
        {message(News::Bad, title.to_owned(), vec![sentence])}
        {details(failure)}
        <p>
            <Button label=say!(words, backups.again) press=Callback::new(again) />
        </p>
    }
    .into_any()
}

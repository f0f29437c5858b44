//! The backups that this browser knows of, and following one by its id.

mod look_up;
mod row;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::components::all_backups::{self, of_its_server};
use crate::components::button::{Button, Weight};
use crate::components::group::note;
use crate::state::backups::List;
use crate::state::follow::{Entry, Event};
use crate::state::following::Changed;
use crate::state::{Console, Following, passing};
use crate::words::{say, use_words};

pub use row::{Line, Marks, Row, row};

const TITLE_ID: &str = "csbs-recent-title";

/// How many are shown at first.
const FIRST: usize = 20;
/// How many more with each press.
const MORE: usize = 50;

/// The card below the result. Following begins when it is first drawn.
pub fn panel(console: Console) -> AnyView {
    let words = use_words();
    let following = console.shown.keep("recent.following", || {
        let sentence = |changed: Changed| use_words().followed_news(&changed);
        browser::notice_presses();
        Following::begin(console, Callback::new(sentence))
    });
    let marks = console.shown.keep("recent.marks", Marks::default);
    let all = console.shown.keep("recent.all", || List::new(console));
    let none = passing(move |_| following.ids().is_empty());
    let counts = passing(move |_| words.counts(&following.tally()));
    let kept = move || {
        if following.keeps() { say!(words, recent.kept) } else { say!(words, recent.not_kept) }
    };
    let clear = move |()| {
        following.clear(console);
        console.announcer.say(say!(words, recent.cleared).into());
        browser::focus_soon(TITLE_ID);
    };
    view! {
        <section class="csbs-card" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID class="csbs-card__title" tabindex="-1">
                {say!(words, recent.heading)}
            </h2>
            {move || none.get().then(|| note(say!(words, recent.none)))}
            <p data-testid="recent-counts" hidden=move || none.get()>
                {counts}
            </p>
            {list(console, following, marks, all)}
            <div class="csbs-field" hidden=move || none.get()>
                <p class="csbs-note">{kept}</p>
                <p>
                    <Button
                        label=say!(words, recent.clear)
                        weight=Weight::Small
                        press=Callback::new(clear)
                    />
                </p>
            </div>
            {look_up::view(console, following, marks.opened)}
            {all_backups::section(console, following, all)}
        </section>
    }
    .into_any()
}

/// The newest of them, and the button for more.
fn list(console: Console, following: Following, marks: Marks, all: List) -> AnyView {
    let words = use_words();
    let shown = console.shown.keep("recent.shown", || RwSignal::new(FIRST));
    // A row in which somebody is does not go away when newer ones come.
    let ids = passing(move |_| {
        let (ids, count) = (following.ids(), shown.get());
        let rows = ids.iter().enumerate().filter(|(place, id)| *place < count || marks.have(id));
        rows.map(|(_, id)| id.clone()).collect::<Vec<_>>()
    });
    let left = passing(move |_| following.ids().len().saturating_sub(shown.get()).min(MORE));
    let more = move |()| {
        let first = untrack(|| following.ids().get(shown.get()).cloned());
        shown.update(|shown| *shown += MORE);
        first.into_iter().for_each(|id| browser::focus_soon(head_of(&id)));
    };
    let children = move |id: String| {
        let (of, pressed) = (id.clone(), id.clone());
        let line = passing(move |_| following.entry(&of).map(|entry| Line::of(words, &entry)));
        let started_at = untrack(|| following.entry(&id)).map(|entry| entry.recent.started_at);
        let press = move |()| {
            following.tell(console, Event::Open(pressed.clone()));
            pressed.clone()
        };
        let actions = move |entry: Arc<Entry>| of_its_server(all, &entry);
        let row = Row {
            head: head_of(&id),
            id,
            line: line.into(),
            made: started_at.and_then(|at| words.local_millis(at)),
            press: Callback::new(press),
            actions: Callback::new(actions),
        };
        self::row(console, following, marks, row)
    };
    let more_label = move || say!(words, recent.more, count = left.get());
    let more_name = move || Some(say!(words, recent.more_name, count = left.get()));
    view! {
        <ul class="csbs-recent" hidden=move || ids.with(Vec::is_empty)>
            <For each=move || ids.get() key=String::clone children=children />
        </ul>
        <p hidden=move || left.get() == 0>
            <Button
                label=Signal::derive(more_label)
                name=Signal::derive(more_name)
                press=Callback::new(more)
            />
        </p>
    }
    .into_any()
}

fn head_of(id: &str) -> String {
    format!("csbs-recent-{id}")
}

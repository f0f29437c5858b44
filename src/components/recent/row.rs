//! A backup in a list: a line that unfolds into everything about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::icon::outlines::UNFOLD;
use crate::components::icon::{icon, marked};
use crate::components::watch::watch_view;
use crate::state::follow::Entry;
use crate::state::{Console, Following, passing};
use crate::words::Words;

/// What a line says besides when the backup was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the backup is called.
    pub name: String,
    /// How it stands.
    pub state: String,
}

/// A row of a list of backups.
pub struct Row {
    /// The id of the button; what it unfolds comes after it.
    pub head: String,
    /// What the row is known by in its list.
    pub id: String,
    /// What the line says.
    pub line: Signal<Option<Line>>,
    /// When the backup was made.
    pub made: Option<String>,
    /// Does what has to be done when the row is pressed; the id that the backup is followed under.
    pub press: Callback<(), String>,
    /// What else there is to do with the backup.
    pub actions: Callback<Arc<Entry>, AnyView>,
}

/// Which rows of a list must stay where they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Marks {
    /// The row that is unfolded.
    pub opened: RwSignal<Option<String>>,
    /// The row that has the focus.
    pub focused: RwSignal<Option<String>>,
}

impl Marks {
    /// Whether this is one; tracked.
    pub fn have(&self, id: &str) -> bool {
        let is = |mark: RwSignal<Option<String>>| mark.with(|mark| mark.as_deref() == Some(id));
        is(self.opened) || is(self.focused)
    }
}

impl Line {
    /// The line of a backup that is followed.
    pub fn of(words: Words, entry: &Entry) -> Self {
        let state = words.followed_state(entry);
        let state = match entry.progress().filter(|_| entry.is_open()) {
            Some(percent) => format!("{state} · {}", words.percent(percent)),
            None => state,
        };
        Self { name: words.followed_name(entry), state }
    }
}

/// One row.
pub fn row(console: Console, following: Following, marks: Marks, row: Row) -> AnyView {
    let Row { head, id, line, made, press, actions } = row;
    let Marks { opened, focused } = marks;
    let watched = StoredValue::new(id.clone());
    let of = id.clone();
    let is_open = passing(move |_| opened.with(|opened| opened.as_ref() == Some(&of)));
    let with = move |read: fn(&Line) -> &String| {
        line.with(|line| line.as_ref().map(|line| read(line).clone()).unwrap_or_default())
    };
    let (pressed, entered, left) = (id.clone(), id.clone(), id);
    let toggle = move |_| {
        let open = is_open.get_untracked();
        watched.set_value(press.run(()));
        opened.set((!open).then(|| pressed.clone()));
    };
    let content = move || {
        let id = watched.get_value();
        let entry = untrack(|| following.entry(&id));
        let actions = entry.map(|entry| actions.run(entry));
        (watch_view(console, following, id), actions).into_any()
    };
    view! {
        <li class="csbs-recent__row">
            <button
                type="button"
                id=head
                class="csbs-recent__head"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
                on:focus=move |_| drop(focused.try_set(Some(entered.clone())))
                on:blur=move |_| {
                    let is_mine = |focused: &Option<String>| focused.as_ref() == Some(&left);
                    // The row loses the focus, too, when the list goes away with all its signals.
                    if focused.try_with_untracked(is_mine) == Some(true) {
                        let _ = focused.try_set(None);
                    }
                }
            >
                {icon(UNFOLD)}
                <span class="csbs-recent__name">{move || with(|line| &line.name)}</span>
                <span class="csbs-recent__state">{move || marked(with(|line| &line.state))}</span>
                <span class="csbs-note">{made}</span>
            </button>
            {move || is_open.get().then(content)}
        </li>
    }
    .into_any()
}

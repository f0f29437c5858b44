//! The backups that this browser knows of, and following one by its id.

use csbs::{ItemId, ProjectId};
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::group::note;
use crate::components::watch::watch_view;
use crate::state::follow::{Entry, Event};
use crate::state::{Console, Following, passing};
use crate::words::{say, use_words};

const TITLE_ID: &str = "csbs-recent-title";
const LOOK_UP_ID: &str = "csbs-look-up";

/// The card below the result. Following lives as long as it does.
pub fn panel(console: Console) -> AnyView {
    let words = use_words();
    let sentence = Callback::new(move |entry: Entry| words.followed_change(&entry));
    let following = Following::begin(console, sentence);
    let opened = RwSignal::new(None::<String>);
    let none = passing(move |_| following.ids().is_empty());
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
            <ul class="csbs-recent" hidden=move || none.get()>
                <For
                    each=move || following.ids()
                    key=String::clone
                    children=move |id| recent_row(console, following, opened, id)
                />
            </ul>
            <div hidden=move || none.get()>
                <p class="csbs-note">{say!(words, recent.kept)}</p>
                <p>
                    <Button
                        label=say!(words, recent.clear)
                        weight=Weight::Small
                        press=Callback::new(clear)
                    />
                </p>
            </div>
            {look_up_view(console, following, opened)}
        </section>
    }
    .into_any()
}

fn recent_row(
    console: Console,
    following: Following,
    opened: RwSignal<Option<String>>,
    id: String,
) -> AnyView {
    let words = use_words();
    let (of, mine) = (id.clone(), id.clone());
    let entry = passing(move |_| following.entry(&of));
    let is_open = passing(move |_| opened.with(|opened| opened.as_ref() == Some(&mine)));
    let with = move |read: &dyn Fn(&Entry) -> String| {
        entry.with(|entry| entry.as_ref().map(read).unwrap_or_default())
    };
    let state = move || {
        with(&|entry| match entry.progress().filter(|_| entry.is_open()) {
            Some(percent) => format!("{} · {percent} %", words.followed_state(entry)),
            None => words.followed_state(entry),
        })
    };
    let started = entry.with_untracked(|entry| {
        let started = entry.as_ref().map(|entry| entry.recent.started_at)?;
        let written = csbs::Utc::from_unix_millis(started)?.written();
        words.local_time(&csbs::Time::parse(&written))
    });
    let pressed = id.clone();
    let press = move |_| {
        let open = is_open.get_untracked();
        opened.set((!open).then(|| pressed.clone()));
        following.tell(console, Event::Open(pressed.clone()));
    };
    view! {
        <li class="csbs-recent__row">
            <button
                type="button"
                class="csbs-recent__head"
                aria-expanded=move || is_open.get().to_string()
                on:click=press
            >
                <span class="csbs-recent__name">
                    {move || with(&|entry| words.followed_name(entry))}
                </span>
                <span>{state}</span>
                <span class="csbs-note">{started}</span>
            </button>
            {move || is_open.get().then(|| watch_view(console, following, id.clone()))}
        </li>
    }
    .into_any()
}

/// Either id leads to a backup; the project is that of the form.
fn look_up_view(
    console: Console,
    following: Following,
    opened: RwSignal<Option<String>>,
) -> AnyView {
    let words = use_words();
    let control = NodeRef::<Input>::new();
    let problem = RwSignal::new(String::new());
    let look_up = move || {
        let typed = control.get_untracked().map(|control| control.value()).unwrap_or_default();
        let project = console.form.project_id.text.get_untracked();
        match (ItemId::parse(&typed), ProjectId::parse(&project)) {
            (Err(_), _) => problem.set(say!(words, recent.look_up_id).into()),
            (_, Err(_)) => problem.set(say!(words, recent.look_up_project).into()),
            (Ok(id), Ok(project)) => {
                let id = id.as_str().to_owned();
                problem.set(String::new());
                following.look_up(console, project.as_str().to_owned(), id.clone());
                following.tell(console, Event::Open(id.clone()));
                opened.set(Some(id));
                control.get_untracked().into_iter().for_each(|control| control.set_value(""));
                console.announcer.say(say!(words, recent.looking_up).into());
                return;
            }
        }
        browser::focus_soon(LOOK_UP_ID);
    };
    let has_problem = move || problem.with(|problem| !problem.is_empty());
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=LOOK_UP_ID>
                {say!(words, recent.look_up_label)}
            </label>
            <p class="csbs-field__hint" id="csbs-look-up-hint">
                {say!(words, recent.look_up_hint)}
            </p>
            <p class="csbs-field__error" id="csbs-look-up-error" hidden=move || !has_problem()>
                <span class="csbs-hidden">{say!(words, page.error_prefix)} " "</span>
                {move || problem.get()}
            </p>
            <div class="csbs-field__line">
                <input
                    id=LOOK_UP_ID
                    class="csbs-input csbs-input--code"
                    node_ref=control
                    autocomplete="off"
                    aria-describedby="csbs-look-up-hint csbs-look-up-error"
                    aria-invalid=move || has_problem().then_some("true")
                    on:input=move |_| problem.set(String::new())
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            look_up();
                        }
                    }
                />
                <Button
                    label=say!(words, recent.look_up)
                    press=Callback::new(move |()| look_up())
                />
            </div>
        </div>
    }
    .into_any()
}

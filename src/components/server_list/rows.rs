//! The rows: a listbox of which several can be chosen, and only what is in sight is drawn.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::option::{self, Standing, option};
use crate::browser;
use crate::components::server_choice;
use crate::state::servers::{
    Choice, Held, Intent, ListEvent, Listing, ServerList, Stage, Step, in_sight, intent,
    offset_to_show, step, visible,
};
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The id of the listbox.
pub const ID: &str = "csbs-servers-list";

/// The listbox.
pub fn rows(list: ServerList, open: RwSignal<bool>) -> AnyView {
    let words = use_words();
    let announcer = expect_context::<Console>().announcer;
    let frame = NodeRef::<Div>::new();
    let content = NodeRef::<Div>::new();
    let found = passing(move |_| list.listing.with(Listing::found));
    let row_height = move || {
        let height = content.get_untracked().map(|content| content.offset_height());
        let count = u32::try_from(found.get_untracked()).unwrap_or(u32::MAX).max(1);
        f64::from(height.unwrap_or_default()) / f64::from(count)
    };
    let follow_scroll = move || {
        // The list may be gone before the next frame.
        if let (Some(Some(frame)), Some(count)) =
            (frame.try_get_untracked(), found.try_get_untracked())
        {
            let drawn = visible(frame.scroll_top(), frame.client_height(), row_height(), count);
            if list.drawn.get_untracked() != drawn {
                list.drawn.set(drawn);
            }
        }
    };
    // The height of a row is known once there is one, and other rows are in sight after a search.
    Effect::new(move |_| {
        found.track();
        open.track();
        request_animation_frame(follow_scroll);
    });
    // Rows are higher where there is little room for what they say.
    let resized = window_event_listener(leptos::ev::resize, move |_| follow_scroll());
    on_cleanup(move || resized.remove());
    let show = move |row: usize| {
        if let Some(frame) = frame.get_untracked() {
            let (offset, height) = (frame.scroll_top(), frame.client_height());
            if let Some(offset) = offset_to_show(row, offset, height, row_height()) {
                frame.set_scroll_top(offset);
                follow_scroll();
            }
        }
    };
    let go = move |row: Option<usize>| {
        list.tell(ListEvent::Activate(row));
        if let Some(row) = row {
            show(row);
        }
    };
    let tell = move |choice: Option<Choice>| {
        if let Some(choice) = choice {
            announcer.say(words.choice(&choice));
        }
    };
    let press = Callback::new(move |row: usize| {
        list.tell(ListEvent::Activate(Some(row)));
        tell(list.toggle(row));
    });
    let to = move |taken: Step| {
        let active = list.listing.with_untracked(|listing| listing.active);
        let height = frame.get_untracked().map(|frame| frame.client_height()).unwrap_or_default();
        let row = step(active, taken, found.get_untracked(), in_sight(height, row_height()));
        go(row);
        (active, row)
    };
    let obey = move |intent: Intent| {
        let (active, last_chosen) =
            list.listing.with_untracked(|listing| (listing.active, listing.last_chosen));
        match intent {
            Intent::Move(step) => {
                to(step);
            }
            Intent::Take(step) => tell(to(step).1.and_then(|row| list.take(row))),
            Intent::TakeTo(step) => {
                let (from, row) = to(step);
                tell(row.map(|row| range(list, from.unwrap_or(row), row)));
            }
            Intent::Toggle => tell(active.and_then(|row| list.toggle(row))),
            Intent::TakeRange => {
                tell(active.map(|row| range(list, last_chosen.unwrap_or(row), row)));
            }
            Intent::TakeAndClose => {
                let choice = active.and_then(|row| list.take(row));
                if matches!(choice, Some(Choice::Taken(..))) {
                    open.set(false);
                    browser::focus_soon(server_choice::ID);
                }
                tell(choice);
            }
            Intent::All => tell(Some(list.take_found(true))),
            // The field has the focus before the browser enters the character.
            Intent::Search => browser::focus_now(super::SEARCH_ID),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let held = Held {
            shift: event.shift_key(),
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
        };
        let Some(intent) = intent(&event.key(), held) else {
            return;
        };
        if intent != Intent::Search {
            event.prevent_default();
        }
        obey(intent);
    };
    let enter = move |_| {
        if list.listing.with_untracked(|listing| listing.active.is_none())
            && found.get_untracked() > 0
        {
            go(Some(0));
        }
    };
    let drawn = move || {
        let (first, end) = list.drawn.get();
        let chosen = list.chosen.get();
        list.listing.with(|listing| {
            // The row of the cursor is there even when it is scrolled out of sight: the keyboard
            // and assistive technology are on it.
            let apart = listing.active.filter(|row| !(first..end).contains(row));
            let rows = (first..end).chain(apart);
            let shown = rows.filter_map(|row| {
                let listed = listing.row(row)?;
                let standing = Standing {
                    row,
                    of: listing.found(),
                    is_chosen: chosen.has_id(&listed.server.id),
                    is_active: listing.active == Some(row),
                };
                Some(option(words, standing, listed, press))
            });
            shown.collect::<Vec<AnyView>>()
        })
    };
    let loaded = passing(move |_| list.listing.with(Listing::loaded));
    // The first page is on its way, or nothing is found: the list keeps its place.
    let is_awaited = passing(move |_| {
        list.listing.with(|listing| matches!(listing.stage, Stage::Idle | Stage::Loading(1)))
    });
    let keeps_place = move || found.get() == 0 && (is_awaited.get() || loaded.get() > 0);
    let stand_in = move || match is_awaited.get() {
        true => "csbs-servers__list csbs-awaited",
        false => "csbs-servers__list",
    };
    let active_id = move || list.listing.with(|listing| listing.active.map(option::id));
    view! {
        <p
            id="csbs-servers-list-hint"
            class="csbs-field__hint"
            hidden=move || loaded.get() == 0 && !is_awaited.get()
        >
            {say!(words, servers.list_hint)}
        </p>
        <div
            class=stand_in
            hidden=move || !keeps_place()
        ></div>
        <div
            id=ID
            class="csbs-servers__list"
            role="listbox"
            tabindex="0"
            aria-label=say!(words, servers.list)
            aria-describedby="csbs-servers-list-hint"
            aria-multiselectable="true"
            aria-activedescendant=active_id
            node_ref=frame
            hidden=move || found.get() == 0
            on:scroll=move |_| follow_scroll()
            on:keydown=on_key
            on:focus=enter
        >
            <div
                class="csbs-servers__rows"
                role="presentation"
                node_ref=content
                style:block-size=move || {
                    format!("calc({} * var(--csbs-server-row))", found.get())
                }
            >
                {drawn}
            </div>
        </div>
    }
    .into_any()
}

/// Chooses the rows between these two, which may be one; the second is where the person has come.
fn range(list: ServerList, from: usize, to: usize) -> Choice {
    list.take_rows(from.min(to)..=from.max(to), to)
}

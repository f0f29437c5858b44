//! The rows: a listbox of which only what is in sight is drawn.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use crate::browser;
use crate::components::server_choice;
use crate::state::servers::{
    ListEvent, Listed, ServerList, Step, in_sight, offset_to_show, step, visible,
};
use crate::state::{Console, passing};
use crate::words::{Words, say, use_words};

/// The id of the listbox.
pub const ID: &str = "csbs-servers-list";

/// How high a row is, in `rem`, so that it grows with the text.
const ROW_REM: usize = 5;

/// The listbox.
pub fn rows(list: ServerList, open: RwSignal<bool>) -> AnyView {
    let words = use_words();
    let announcer = expect_context::<Console>().announcer;
    let frame = NodeRef::<Div>::new();
    let content = NodeRef::<Div>::new();
    let found = passing(move |_| list.listing.with(crate::state::servers::Listing::found));
    let chosen = passing(move |_| list.chosen());
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
    let choose = Callback::new(move |row: usize| {
        list.tell(ListEvent::Activate(Some(row)));
        let Some(listed) = list.listing.with_untracked(|listing| listing.row(row).cloned()) else {
            return;
        };
        let said = taken(words, list, &listed);
        announcer.say(said.clone().unwrap_or_else(|said| said));
        if said.is_ok() {
            open.set(false);
            browser::focus_soon(server_choice::ID);
        }
    });
    let on_key = move |event: KeyboardEvent| {
        let active = list.listing.with_untracked(|listing| listing.active);
        let key = event.key();
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let taken = match key.as_str() {
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "PageUp" => Step::PageUp,
            "PageDown" => Step::PageDown,
            "Home" => Step::First,
            "End" => Step::Last,
            " " | "Enter" => {
                event.prevent_default();
                active.into_iter().for_each(|row| choose.run(row));
                return;
            }
            _ => {
                // The field has the focus before the browser enters the character.
                if key.chars().count() == 1 {
                    browser::focus_now(super::SEARCH_ID);
                }
                return;
            }
        };
        event.prevent_default();
        let height = frame.get_untracked().map(|frame| frame.client_height()).unwrap_or_default();
        let fitting = in_sight(height, row_height());
        go(step(active, taken, found.get_untracked(), fitting));
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
        let chosen = chosen.get();
        list.listing.with(|listing| {
            // The row of the cursor is there even when it is scrolled out of sight: the keyboard
            // and assistive technology are on it.
            let apart = listing.active.filter(|row| !(first..end).contains(row));
            let rows = (first..end).chain(apart);
            let shown = rows.filter_map(|row| {
                let listed = listing.row(row)?;
                let is_chosen = chosen
                    .as_slice()
                    .iter()
                    .any(|id| id.as_str().eq_ignore_ascii_case(&listed.server.id));
                let is_active = listing.active == Some(row);
                Some(option(words, row, listing.found(), listed, is_chosen, is_active, choose))
            });
            shown.collect::<Vec<AnyView>>()
        })
    };
    let active_id = move || list.listing.with(|listing| listing.active.map(option_id));
    view! {
        <div
            id=ID
            class="csbs-servers__list"
            role="listbox"
            tabindex="0"
            aria-label=say!(words, servers.list)
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
                style:block-size=move || format!("{}rem", found.get() * ROW_REM)
            >
                {drawn}
            </div>
        </div>
    }
    .into_any()
}

/// Puts the server into the form, and says so; or says why not.
fn taken(words: Words, list: ServerList, listed: &Listed) -> Result<String, String> {
    let server = &listed.server;
    match (list.choose(listed), listed.obstacle) {
        (true, _) => Ok(say!(words, servers.chosen, name = words.server_name(server)).to_string()),
        (false, Some(obstacle)) => Err(words.obstacle(obstacle, server)),
        (false, None) => Err(say!(words, action.starting).to_owned()),
    }
}

fn option_id(row: usize) -> String {
    format!("csbs-server-{row}")
}

fn option(
    words: Words,
    row: usize,
    count: usize,
    listed: &Listed,
    is_chosen: bool,
    is_active: bool,
    choose: Callback<usize>,
) -> AnyView {
    let Listed { server, obstacle, .. } = listed;
    let state = words.server_state(server);
    let disks = words.server_disks(server);
    let address = server.addresses.first().map(|address| address.addr.clone());
    let facts = [Some(state), server.zone.clone(), address, disks];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let (last_class, last) = match obstacle {
        Some(obstacle) => {
            ("csbs-server__reason", format!("✕ {}", words.obstacle(*obstacle, server)))
        }
        None => ("csbs-server__tags", server.tags.join(", ")),
    };
    let mark = is_chosen.then(|| format!("✓ {}", say!(words, servers.chosen_mark)));
    view! {
        <div
            id=option_id(row)
            class="csbs-server"
            role="option"
            aria-selected=is_chosen.to_string()
            aria-disabled=obstacle.map(|_| "true")
            aria-setsize=count.to_string()
            aria-posinset=(row + 1).to_string()
            data-active=is_active.to_string()
            style:inset-block-start=format!("{}rem", row * ROW_REM)
            on:click=move |_| choose.run(row)
        >
            <span class="csbs-server__name">
                {words.server_name(server)} " " <span class="csbs-server__mark">{mark}</span>
            </span>
            <span class="csbs-server__facts">{facts.join(" · ")}</span>
            <span class=last_class>{last}</span>
        </div>
    }
    .into_any()
}

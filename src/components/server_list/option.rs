//! One row: what a server is called, how it is, and whether it is chosen.

use leptos::prelude::*;

use crate::components::icon::marked;
use crate::state::servers::Listed;
use crate::words::{Words, say};

/// How a row stands in the list.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Its place among those found, from 0.
    pub row: usize,
    /// How many are found.
    pub of: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Whether the cursor is on it.
    pub is_active: bool,
}

/// The id of a row.
pub fn id(row: usize) -> String {
    format!("csbs-server-{row}")
}

/// A row; `press` is told its place.
pub fn option(words: Words, at: Standing, listed: &Listed, press: Callback<usize>) -> AnyView {
    let Listed { server, obstacle, .. } = listed;
    let Standing { row, of, is_chosen, is_active } = at;
    let state = words.server_state(server);
    let disks = words.server_disks(server);
    let address = server.addresses.first().map(|address| address.addr.clone());
    let facts = [Some(state), server.zone.clone(), address, disks];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let (last_class, last) = match obstacle {
        Some(obstacle) => {
            ("csbs-server__reason", marked(format!("✕ {}", words.obstacle(*obstacle, server))))
        }
        None => ("csbs-server__tags", server.tags.join(", ").into_any()),
    };
    let mark = is_chosen.then(|| marked(format!("✓ {}", say!(words, servers.chosen_mark))));
    view! {
        <div
            id=id(row)
            class="csbs-server"
            role="option"
            aria-selected=is_chosen.to_string()
            aria-disabled=obstacle.map(|_| "true")
            aria-setsize=of.to_string()
            aria-posinset=(row + 1).to_string()
            data-active=is_active.to_string()
            style:inset-block-start=format!("calc({row} * var(--csbs-server-row))")
            on:click=move |_| press.run(row)
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

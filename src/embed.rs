//! The console in a frame of a portal: what the two say to each other, and when the console shows
//! itself at all.
//!
//! `protocol` and `door` are pure. `framing` asks the browser how the page is framed, `channel`
//! listens and speaks, `apply` does what a portal says, `report` and `height` tell it what happens
//! here. All of it belongs to the part of the program that comes later.

mod apply;
mod channel;
mod door;
mod framing;
mod height;
mod language;
mod panel;
pub mod protocol;
mod report;

use leptos::prelude::*;

use crate::config::Config;
use crate::state::later::Draw;
use channel::Channel;

/// Draws the console once one of these portals has said hello; until then, what is waited for, or
/// what is missing.
pub fn view(config: Config, portals: Vec<String>, draw: Draw) -> AnyView {
    framing::mark();
    let channel = Channel::open(portals);
    provide_context(channel);
    height::follow(channel);
    let is_open = Memo::new(move |_| channel.is_open());
    (move || {
        if is_open.get() {
            let console = untrack(|| draw(config.clone(), begun));
            view! {
                {panel::notes(channel)}
                {console}
            }
            .into_any()
        } else {
            panel::closed(channel)
        }
    })
    .into_any()
}

fn begun(console: crate::state::Console) {
    if let Some(channel) = use_context::<Channel>() {
        channel.serve(console);
        report::follow(channel, console);
    }
}

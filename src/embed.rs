//! The console in a portal: what the two say to each other, and when the console shows itself at
//! all.
//!
//! `protocol` and `door` are pure. `framing` asks the browser how the page is framed, `window`
//! listens to the page around a frame and speaks to it, `mounted` does so in the page of a portal
//! itself. `channel` is the same for both; `apply` does what a portal says, `report` and `height`
//! tell it what happens here. `snippet`, pure again, writes the code for a portal's page, which `offer`
//! shows in a console that is a page of its own. All of it belongs to the part of the program that
//! comes later.

mod apply;
mod channel;
mod door;
mod framing;
mod height;
mod language;
mod mounted;
mod offer;
mod panel;
pub mod protocol;
mod report;
mod snippet;
mod window;

use leptos::prelude::*;

use crate::app;
use crate::config::Config;
use crate::state::Console;
use crate::state::later::{Begin, PortalNotes};
use channel::{Channel, Portal};
use window::Around;

pub use mounted::serve;
pub use offer::elsewhere;

/// Begins the console once one of these portals has said hello; until then, draws what is waited
/// for, or what is missing.
pub fn open(config: Config, portals: Vec<String>, begin: Begin) {
    framing::mark();
    let around = Around::new(portals);
    let channel = Channel::to(Portal::Around(around));
    around.listen(channel);
    provide_context(channel);
    tell_notes();
    height::follow(around, channel);
    app::put(Box::new(move || panel::closed(around)));
    let page = Owner::current();
    Effect::new(move |has_begun: Option<bool>| {
        let is_open = around.is_open();
        if is_open && has_begun != Some(true) {
            let begin = || untrack(|| begin(config.clone(), begun));
            page.as_ref().map_or_else(begin, |page| page.with(begin));
        }
        is_open
    });
}

/// What the portal has done to the form is drawn above it.
fn tell_notes() {
    provide_context(PortalNotes(panel::notes));
}

fn begun(console: Console) {
    let channel = expect_context::<Channel>();
    channel.serve(console);
    report::follow(channel, console);
}

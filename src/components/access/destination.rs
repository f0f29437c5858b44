//! Where the token or the password is going to be sent, said before it is typed.

use leptos::prelude::*;

use crate::browser;
use crate::components::element::element;
use crate::components::group;
use crate::config::{Address, Way};
use crate::state::Console;
use crate::words::{say, use_words};

/// The id of the note, for the fields that it describes.
const ID: &str = "csbs-destination";

/// The note. Only the operator's settings decide what it says: nothing in a link can. What there is
/// to say of other servers comes with the rest of the program, which has arrived before the console
/// is drawn when the settings name one.
pub fn note(console: Console) -> AnyView {
    let is_own = console.config().addresses().all(Address::is_own_path);
    if !is_own {
        console.begin();
    }
    let content = move || {
        if is_own {
            return Some(own_server());
        }
        console.later().and_then(Result::ok).map(|later| (later.destination)(console))
    };
    element("div")
        .attr("id", ID)
        .live_flag("hidden", move || console.way.get() == Way::Proxy)
        .live(content)
        .done()
}

/// What there is to say when everything goes to the page's own server.
pub fn own_server() -> AnyView {
    group::note(say!(use_words(), destination.own, host = browser::host()))
}

/// Adds the note to the ids that describe a field.
pub fn and_note(
    described_by: impl Fn() -> String + Clone + Send + Sync + 'static,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || {
        let mut ids = described_by();
        ids.push(' ');
        ids.push_str(ID);
        ids
    }
}

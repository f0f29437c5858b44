//! Where the token or the password is going to be sent, said before it is typed.

use leptos::prelude::*;

use crate::browser;
use crate::components::group::{News, message};
use crate::config::{Address, Way};
use crate::state::Console;
use crate::words::{say, use_words};

/// The id of the note, for the fields that it describes.
pub const ID: &str = "csbs-destination";

/// The note. A server that is not the page's own stands out, because it reads all that is sent.
/// Only the operator's settings decide what it says: nothing in a link can.
pub fn note(console: Console) -> AnyView {
    let words = use_words();
    let page = browser::origin();
    let config = console.config();
    let hosts = config.other_hosts(&page);
    let host = hosts.join(", ");
    let content = if hosts.is_empty() {
        let own = page.split_once("://").map_or(&*page, |(_, host)| host);
        let sentence = say!(words, destination.own, host = own).to_string();
        view! { <p class="csbs-note">{sentence}</p> }.into_any()
    } else {
        let sentence = if config.addresses().any(Address::is_through_proxy) {
            say!(words, destination.proxy, host = host).to_string()
        } else if hosts.len() == 1 {
            say!(words, destination.other, host = host).to_string()
        } else {
            say!(words, destination.others, hosts = host).to_string()
        };
        message(News::Neutral, say!(words, destination.title).into(), vec![sentence])
    };
    view! {
        <div id=ID hidden=move || console.way.get() == Way::Proxy>
            {content}
        </div>
    }
    .into_any()
}

/// Adds the note to the ids that describe a field.
pub fn and_note(
    described_by: impl Fn() -> String + Clone + Send + Sync + 'static,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || [&*described_by(), " ", ID].concat().trim_start().to_owned()
}

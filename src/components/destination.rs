//! To which other servers a token or a password is going to be sent, said before it is typed.

use leptos::prelude::*;

use crate::browser;
use crate::components::message::{News, message};
use crate::config::Address;
use crate::state::Console;
use crate::words::{say, use_words};

/// The note. A server that is not the page's own stands out, because it reads all that is sent.
pub fn note(console: Console) -> AnyView {
    let words = use_words();
    let page = browser::origin();
    let config = console.config();
    let hosts = config.other_hosts(&page);
    if hosts.is_empty() {
        return super::access::own_server();
    }
    let host = words.list(&hosts);
    let sentence = if config.addresses().any(Address::is_through_proxy) {
        say!(words, destination.proxy, host = host)
    } else if hosts.len() == 1 {
        say!(words, destination.other, host = host)
    } else {
        say!(words, destination.others, hosts = host)
    };
    message(News::Neutral, say!(words, destination.title).into(), vec![sentence])
}

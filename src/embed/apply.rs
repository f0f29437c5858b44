//! Does what a portal says.

use csbs::{LinkKey, LinkRead, ServerIds};
use leptos::prelude::*;

use super::channel::Channel;
use super::language;
use super::protocol::{Inbound, Refused};
use crate::components::link_note;
use crate::config::Way;
use crate::session::Access;
use crate::state::{Console, link};
use crate::words::{say, use_words};
use crate::{brand, scheme};

/// Does what a message says. A hello has been dealt with before.
///
/// # Errors
///
/// Why it is not done.
pub fn apply(channel: Channel, console: Console, message: Inbound) -> Result<(), Refused> {
    // What the form holds is being sent, and can be changed by nobody.
    let is_busy = console.sending.get_untracked();
    match message {
        Inbound::Prefill(_) | Inbound::Servers(_) | Inbound::Token(_) if is_busy => {
            return Err(Refused::Busy);
        }
        Inbound::Prefill(link) => fill_in(channel, console, link),
        Inbound::Servers(servers) => put_servers(channel, console, &servers),
        Inbound::Token(token) => {
            if !console.config().sign_in.contains(&Way::Token) {
                return Err(Refused::NotOffered);
            }
            console.choose_way(Way::Token);
            console.take(Access::Token(token.clone()));
            if channel.signed.with_untracked(Option::is_none) {
                console.announcer.say(say!(use_words(), embed.signed).to_owned());
            }
            channel.signed.set(Some(token));
        }
        Inbound::Theme(scheme) => scheme::suggest(scheme),
        Inbound::Brand(brand) => brand::apply(&brand),
        Inbound::Language(tag) => language::choose(console, &tag)?,
        Inbound::Diagnostic => channel.say_counts(),
        Inbound::Hello => {}
    }
    Ok(())
}

fn fill_in(channel: Channel, console: Console, link: LinkRead) {
    let linked = link::fill_in(console, link);
    if !linked.filled.is_empty() {
        tell(channel, console, linked);
    }
}

/// An empty list empties the field, which a link cannot do.
fn put_servers(channel: Channel, console: Console, servers: &ServerIds) {
    let field = console.form.resource_id;
    let before = field.text.get_untracked();
    let after = servers.written();
    if before == after {
        return;
    }
    field.change(after);
    let is_replaced = !before.trim().is_empty();
    let linked = link::Linked {
        filled: vec![LinkKey::ResourceId],
        replaced: if is_replaced { vec![LinkKey::ResourceId] } else { Vec::new() },
        not_understood: Vec::new(),
        had_secret: false,
    };
    tell(channel, console, linked);
}

fn tell(channel: Channel, console: Console, linked: link::Linked) {
    link_note::announce(console, say!(use_words(), embed.filled), &linked);
    channel.filled.set(Some(linked));
}

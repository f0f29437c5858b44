//! Everything that is known about the server that the cursor is on: in a row, long names and many
//! tags are cut off.

use csbs::{ErrorCode, Server};
use leptos::prelude::*;

use crate::components::facts::fact;
use crate::components::message::{News, message};
use crate::state::passing;
use crate::state::servers::{Listed, ServerList};
use crate::words::{say, use_words};

/// The box below the list. It is there only while the cursor is on a server.
pub fn about(list: ServerList) -> AnyView {
    let active = passing(move |_| list.listing.with(|listing| listing.active_server().cloned()));
    (move || active.get().map(|listed| details(&listed))).into_any()
}

fn details(listed: &Listed) -> AnyView {
    let words = use_words();
    let Listed { server, obstacle, .. } = listed;
    let name = words.server_name(server);
    let reason = obstacle.map(|obstacle| {
        let documented = obstacle.error_code();
        let known = documented.into_iter().flat_map(|code: &ErrorCode| {
            let [meaning, solution] = words.documented(code);
            [format!("{}: {meaning}", code.code), solution.to_owned()]
        });
        message(News::Bad, words.obstacle(obstacle, server), known.collect())
    });
    let title = say!(words, servers.details, name = name);
    let label = title.clone();
    view! {
        <div class="csbs-servers__about" role="group" aria-label=label data-testid="server-about">
            <p class="csbs-card__title">{title}</p>
            {reason}
            <dl class="csbs-facts">{facts(server)}</dl>
        </div>
    }
    .into_any()
}

fn facts(server: &Server) -> Vec<AnyView> {
    let words = use_words();
    let all = |parts: Vec<&str>| (!parts.is_empty()).then(|| parts.join(", "));
    let addresses = server.addresses.iter().map(|address| address.addr.as_str()).collect();
    let tags = server.tags.iter().map(String::as_str).collect();
    let system = [server.os_type.as_deref(), server.image_name.as_deref()];
    let known = [
        (say!(words, servers.id), Some(server.id.clone()), true),
        (say!(words, servers.state), Some(words.server_state(server)), false),
        (say!(words, servers.zone), server.zone.clone(), false),
        (say!(words, servers.addresses_label), all(addresses), false),
        (say!(words, servers.disks), words.server_disks(server), false),
        (say!(words, servers.system), all(system.into_iter().flatten().collect()), false),
        (say!(words, servers.tags), all(tags), false),
    ];
    let known = known.into_iter().filter(|(_, value, _)| value.is_some());
    known.map(|(label, value, is_id)| fact(label, value, is_id)).collect()
}

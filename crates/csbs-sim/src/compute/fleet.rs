//! All servers there can be: a project has the first so many of them.

use std::{collections::HashMap, sync::LazyLock};

use super::{MOST_SERVERS, demo_servers, made_up, server::Server};

/// The first so many servers, at most [`MOST_SERVERS`].
pub(super) fn first(count: usize) -> &'static [Server] {
    &SERVERS[..count.min(SERVERS.len())]
}

/// The name of the server with this id, if it is one of the fleet.
pub(crate) fn name_of(id: &str) -> Option<&'static str> {
    NAMES.get(id.to_ascii_lowercase().as_str()).copied()
}

static SERVERS: LazyLock<Vec<Server>> = LazyLock::new(|| {
    let mut servers = demo_servers::servers();
    servers.extend((servers.len() + 1..=MOST_SERVERS).map(made_up::server));
    servers
});

static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    SERVERS.iter().map(|server| (server.id.as_str(), server.name.as_str())).collect()
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_server_has_a_uuid_and_a_name_of_its_own() {
        let servers = first(MOST_SERVERS);
        assert_eq!(servers.len(), MOST_SERVERS);
        let ids: BTreeSet<_> = servers.iter().map(|server| &server.id).collect();
        assert_eq!(ids.len(), MOST_SERVERS);
        assert!(ids.iter().all(|id| Uuid::try_parse(id).is_ok()));
        let names: BTreeSet<_> = servers.iter().map(|server| &server.name).collect();
        assert_eq!(names.len(), MOST_SERVERS);
        assert!(names.iter().all(|name| name.chars().count() <= 64), "longer than a name may be");
    }
}

//! Servers, users and projects for which something goes wrong, or comes back oddly, on purpose.
//!
//! Each of the servers has an id that says what happens: `00000000-0000-4000-8000-` and twelve digits, of which
//! the last seven are the HTTP status (000: none arrives) and a number of four digits, the one of
//! the error code where there is one. [`servers`] are those whose create call is unusual; `table`
//! holds what stands in the list, `answer` what the words there mean. [`follow_ups`] are those for
//! which something around the call is. Whole families of servers are named by the group before the
//! last. `listing` prints all of it.

mod answer;
mod family;
mod follow_up;
mod listing;
mod odd_checkpoint;
mod projects;
mod slow_body;
mod table;
mod users;

use std::{borrow::Cow, sync::LazyLock};

use axum::{http::StatusCode, response::Response};

pub use family::{FAMILIES, FAMILY_ID_START, Family};
pub use follow_up::{FollowUp, follow_ups};
pub use listing::{everything, json, markdown};
pub use projects::{PROJECT_ID_START, Project, ProjectWay, projects};
pub use users::{DOMAIN, PASSCODE, PASSWORD, User, users};

pub(crate) use answer::{Answer, Occasion};
pub(crate) use follow_up::Way;
pub(crate) use projects::way_of;
pub(crate) use users::{Sees, SignIn};

use crate::error_body;

/// Where the well-known servers are described for people.
pub(crate) const DOCUMENT: &str = "docs/simulator.md";

/// How the id of every well-known server begins.
pub const ID_START: &str = "00000000-0000-4000-8000-";

/// How the id of every well-known server and every member of a family begins. An id that begins so
/// and is none of them is a slip in typing.
const RESERVED: &str = "00000000-0000-4000-800";

/// A server on which a create call has a known, unusual end.
#[derive(Debug)]
pub struct WellKnownServer {
    /// The HTTP status that arrives; 0: none.
    pub status: u16,
    /// Tells the servers of one status apart; at most four digits.
    pub which: u16,
    /// A short name of words joined by hyphens; no two servers have the same.
    pub name: Cow<'static, str>,
    /// What the simulator does.
    pub does: Cow<'static, str>,
    /// Whether the backup is created all the same.
    pub creates: bool,
    /// What the page should tell about the backup.
    pub outcome: Outcome,
    /// The gist of what a person should see.
    pub shows: &'static str,
    answer: Answer,
}

/// What the page should tell about the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was started, and the checkpoint is shown.
    Started,
    /// It was not created.
    NotCreated,
    /// Nobody knows: the page offers to ask the service.
    Unknown,
    /// It was accepted, but the answer does not tell.
    ProbablyCreated,
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::NotCreated => "not created",
            Self::Unknown => "unknown",
            Self::ProbablyCreated => "probably created",
        }
    }
}

impl WellKnownServer {
    /// The server's id, a UUID.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{ID_START}00000{:03}{:04}", self.status, self.which)
    }

    /// Answers a create call for this server.
    pub(crate) async fn answer(&self, occasion: Occasion) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        self.answer.give(status, occasion).await
    }
}

/// What a create call meets at a server.
#[derive(Debug)]
pub(crate) enum Met {
    /// Nothing special.
    Ordinary,
    /// A well-known server.
    WellKnown(&'static WellKnownServer),
    /// A server whose backup can be created, with something unusual around it.
    FollowUp(&'static FollowUp),
    /// A member of a family.
    Family(Family),
    /// An id that begins like those of the well-known servers and is none of them.
    Misspelt,
}

/// All well-known servers, in the order of their ids.
#[must_use]
pub fn servers() -> &'static [WellKnownServer] {
    static SERVERS: LazyLock<Vec<WellKnownServer>> = LazyLock::new(|| {
        let mut servers = table::servers();
        servers.sort_by_key(|server| (server.status, server.which));
        servers
    });
    &SERVERS
}

/// What is known of the server with this id.
pub(crate) fn find(resource_id: &str) -> Met {
    let id = resource_id.to_ascii_lowercase();
    if let Some(family) = Family::of(&id) {
        return Met::Family(family);
    }
    if !id.starts_with(RESERVED) {
        return Met::Ordinary;
    }
    if let Some(server) = follow_ups().iter().find(|server| server.id() == id) {
        return Met::FollowUp(server);
    }
    servers().iter().find(|server| server.id() == id).map_or(Met::Misspelt, Met::WellKnown)
}

/// The well-known server whose refusal a member of a family repeats: the last digit of the id
/// chooses among [`REASONS`].
pub(crate) fn reason(resource_id: &str) -> &'static WellKnownServer {
    let digit = resource_id.chars().last().and_then(|last| last.to_digit(16)).unwrap_or_default();
    let which = REASONS[digit as usize % REASONS.len()];
    let found = servers().iter().find(|server| (server.status, server.which) == (400, which));
    found.unwrap_or(&servers()[0])
}

/// The numbers of the codes with which the members of a family are refused.
const REASONS: [u16; 5] = [6005, 6007, 6010, 6027, 6033];

/// Why the check says no to a server, if it does: code and message. It knows what a server is,
/// but not what will happen when a backup is created.
pub(crate) fn why_not(resource_id: &str) -> Option<(&'static str, String)> {
    let is_about_the_server = |code: &str| code == "CSBS.0002" || code.starts_with("CSBS.60");
    match find(resource_id) {
        Met::WellKnown(server) => server.answer.coded(resource_id),
        Met::Family(Family::NotProtectable) => reason(resource_id).answer.coded(resource_id),
        Met::Misspelt => Some((MISSPELT.0, MISSPELT.1.to_owned())),
        Met::Ordinary | Met::FollowUp(_) | Met::Family(_) => None,
    }
    .filter(|(code, _)| is_about_the_server(code))
}

const MISSPELT: (&str, &str) = ("CSBS.6000", "server do not exist");

/// The refusal for an id that begins like a well-known one and is none: a mistake in typing it
/// must not look like success.
pub(crate) fn misspelt() -> Response {
    error_body::service(StatusCode::BAD_REQUEST, MISSPELT.0, MISSPELT.1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::{Uuid, Variant};

    use super::*;

    #[test]
    fn every_id_is_a_version_4_uuid_of_its_own() {
        let mut ids = BTreeSet::new();
        let around = follow_ups().iter().map(FollowUp::id);
        let members = FAMILIES.into_iter().map(|family| family.id(4711));
        for text in servers().iter().map(WellKnownServer::id).chain(around).chain(members) {
            let id = Uuid::try_parse(&text).unwrap();
            assert_eq!((id.get_version_num(), id.get_variant()), (4, Variant::RFC4122), "{id}");
            assert_eq!(id.to_string(), text);
            assert!(ids.insert(id), "{id} is there twice");
        }
    }

    #[test]
    fn every_name_is_its_own_and_of_small_letters_digits_and_hyphens() {
        let mut names = BTreeSet::new();
        let around = follow_ups().iter().map(|server| server.name);
        for name in servers().iter().map(|server| server.name.as_ref()).chain(around) {
            let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(name.chars().all(is_plain), "{name}");
            assert!(names.insert(name), "{name} is there twice");
        }
    }

    #[test]
    fn an_id_is_found_in_either_case_and_a_misspelt_one_is_told_apart() {
        let listed = "00000000-0000-4000-8000-000004006007";
        assert!(matches!(find(listed), Met::WellKnown(server) if server.status == 400));
        assert!(matches!(find("00000000-0000-4000-8000-000009999999"), Met::Misspelt));
        assert!(matches!(find("00000000-0000-4000-8007-000000000001"), Met::Misspelt));
        assert!(matches!(find(&Family::Fails.id(7)), Met::Family(Family::Fails)));
        assert!(matches!(find("00000000-0000-4000-8000-000002000201"), Met::FollowUp(_)));
        assert!(matches!(find("9506416d-db6c-406e-8bca-c0f43793d914"), Met::Ordinary));
    }
}

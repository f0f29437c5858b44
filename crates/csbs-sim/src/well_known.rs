//! Servers on which something goes wrong, or comes back oddly, on purpose.
//!
//! Each has an id that says what happens: `00000000-0000-4000-8000-` and twelve digits, of which
//! the last seven are the HTTP status (000: none arrives) and a number of four digits, the one of
//! the error code where there is one. The whole list is [`servers`]; `table` holds what stands in
//! it, `answer` what the words there mean, `listing` how it is printed.

mod answer;
mod listing;
mod odd_checkpoint;
mod slow_body;
mod table;

use std::{borrow::Cow, sync::LazyLock};

use axum::{http::StatusCode, response::Response};

pub use listing::{json, markdown};

use answer::Answer;
pub(crate) use answer::Occasion;

use crate::error_body;

/// Where the well-known servers are described for people.
pub(crate) const DOCUMENT: &str = "docs/simulator.md";

/// How the id of every well-known server begins.
pub const ID_START: &str = "00000000-0000-4000-8000-";

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
    if !id.starts_with(ID_START) {
        return Met::Ordinary;
    }
    servers().iter().find(|server| server.id() == id).map_or(Met::Misspelt, Met::WellKnown)
}

/// The refusal for an id that begins like a well-known one and is none: a mistake in typing it
/// must not look like success.
pub(crate) fn misspelt() -> Response {
    error_body::service(StatusCode::BAD_REQUEST, "CSBS.6000", "server do not exist")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::{Uuid, Variant};

    use super::*;

    #[test]
    fn every_id_is_a_version_4_uuid_of_its_own() {
        let mut ids = BTreeSet::new();
        for server in servers() {
            let id = Uuid::try_parse(&server.id()).unwrap();
            assert_eq!((id.get_version_num(), id.get_variant()), (4, Variant::RFC4122), "{id}");
            assert_eq!(id.to_string(), server.id());
            assert!(ids.insert(id), "{id} is there twice");
        }
    }

    #[test]
    fn every_name_is_its_own_and_of_small_letters_digits_and_hyphens() {
        let mut names = BTreeSet::new();
        for server in servers() {
            let name = server.name.as_ref();
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
        assert!(matches!(find("9506416d-db6c-406e-8bca-c0f43793d914"), Met::Ordinary));
    }
}

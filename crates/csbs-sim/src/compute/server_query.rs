//! The parameters of the list of servers, and what they select.

use super::{refusal::Refusal, server::Server};

/// How many servers a page holds when no `limit` is given, and at most.
const DEFAULT_LIMIT: usize = 25;
const MAX_LIMIT: usize = 1000;

/// The parameters of one list call, read. Names that the reference does not have are passed over.
#[derive(Debug, Clone)]
pub(super) struct ServerQuery {
    name: Option<String>,
    status: Option<String>,
    ip: Option<String>,
    tags: Vec<String>,
    not_tags: Vec<String>,
    /// The page, from 0 on.
    page: usize,
    limit: usize,
}

impl ServerQuery {
    /// Reads the parameters of the call, names and values decoded. `offset` is the number of a
    /// page; 0 and 1 are both the first.
    ///
    /// # Errors
    /// Ecs.0005 for a number that cannot be read or is too large.
    pub(super) fn read(parameters: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut query = Self {
            name: None,
            status: None,
            ip: None,
            tags: Vec::new(),
            not_tags: Vec::new(),
            page: 0,
            limit: DEFAULT_LIMIT,
        };
        let list = |value: &str| value.split(',').map(str::to_owned).collect();
        for (name, value) in parameters {
            match name.as_str() {
                "name" => query.name = Some(value),
                "status" => query.status = Some(value),
                "ip" => query.ip = Some(value),
                "tags" => query.tags = list(&value),
                "not-tags" => query.not_tags = list(&value),
                "offset" => query.page = number(&name, &value)?.saturating_sub(1),
                "limit" => query.limit = limit(&name, &value)?,
                _ => {}
            }
        }
        Ok(query)
    }

    /// The page that is asked for, from 0 on.
    pub(super) fn page(&self) -> usize {
        self.page
    }

    /// How many servers are selected, and those of the page.
    pub(super) fn select<'a>(&self, servers: &'a [Server]) -> (usize, Vec<&'a Server>) {
        let selected = || servers.iter().filter(|server| self.matches(server));
        let before = self.page.saturating_mul(self.limit);
        (selected().count(), selected().skip(before).take(self.limit).collect())
    }

    fn matches(&self, server: &Server) -> bool {
        self.name.as_ref().is_none_or(|part| contains(&server.name, part))
            && self.status.as_ref().is_none_or(|status| server.status == status)
            && self.ip.as_ref().is_none_or(|part| has_address(server, part))
            && self.tags.iter().all(|tag| has_tag(server, tag))
            && !self.not_tags.iter().any(|tag| has_tag(server, tag))
    }
}

/// The fuzzy search of the list: part of the text, in any case.
fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

fn has_address(server: &Server, part: &str) -> bool {
    server.addresses.iter().any(|address| address.address.contains(part))
}

/// Whether the server has this tag: `key=value`, or a key with any value.
fn has_tag(server: &Server, wanted: &str) -> bool {
    let key = |tag: &str| tag.split_once('=').is_some_and(|(key, _)| key == wanted);
    server.tags.iter().any(|tag| tag == wanted || key(tag))
}

fn number(name: &str, value: &str) -> Result<usize, Refusal> {
    value.parse().map_err(|_| Refusal::parameter(format!("{name} must be a whole number.")))
}

fn limit(name: &str, value: &str) -> Result<usize, Refusal> {
    let limit = number(name, value)?;
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Refusal::parameter(format!("{name} must be 1 to {MAX_LIMIT}.")));
    }
    Ok(limit)
}

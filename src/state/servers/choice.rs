//! The text of the field for servers, after some were chosen from the list or taken out: pure
//! functions of the text before.
//!
//! Only what has to change does. Whatever else a person has typed there stays: links, words, ids
//! that no list knows.

use std::collections::BTreeSet;

use csbs::{ResourceId, ServerIds};

/// The servers that stand in the field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen(BTreeSet<String>);

impl Chosen {
    /// Those of this text, at most [`ServerIds::LIMIT`].
    #[must_use]
    pub fn of(text: &str) -> Self {
        let ids = ServerIds::read(text).ids;
        Self(ids.as_slice().iter().map(|id| id.as_str().to_owned()).collect())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether this server is one of them.
    #[must_use]
    pub fn has(&self, server: &ResourceId) -> bool {
        self.0.contains(server.as_str())
    }

    /// Whether the server with this id, as the service writes it, is one of them.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        self.0.contains(id) || ResourceId::parse(id).is_ok_and(|id| self.has(&id))
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A text that servers were added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The text.
    pub text: String,
    /// How many servers stand in it.
    pub count: usize,
    /// How many were left out because there are enough.
    pub beyond: usize,
}

/// The text with these servers, each on a line of its own after what was there. Those that stand
/// in it already stay where they are, and none comes beyond [`ServerIds::LIMIT`].
#[must_use]
pub fn with(text: &str, servers: impl IntoIterator<Item = ResourceId>) -> Added {
    let Chosen(mut chosen) = Chosen::of(text);
    let mut beyond = 0;
    let mut after = text.trim_end_matches(['\n', '\r']).to_owned();
    if csbs::text::trim(&after).is_empty() {
        after.clear();
    }
    for server in servers {
        if chosen.contains(server.as_str()) {
            continue;
        }
        if chosen.len() >= ServerIds::LIMIT {
            beyond += 1;
            continue;
        }
        if !after.is_empty() {
            after.push('\n');
        }
        after.push_str(server.as_str());
        chosen.insert(server.as_str().to_owned());
    }
    Added { text: after, count: chosen.len(), beyond }
}

/// The text without the servers that are `gone`, wherever they stand in it. What stands around an
/// id without a space between, such as the rest of a link, goes with it; a line that has nothing
/// else goes as a whole.
#[must_use]
pub fn without(text: &str, gone: impl Fn(&ResourceId) -> bool) -> String {
    let lines = text.lines().filter_map(|line| line_without(line, &gone));
    lines.collect::<Vec<String>>().join("\n")
}

/// `None` when nothing is left.
fn line_without(line: &str, gone: &impl Fn(&ResourceId) -> bool) -> Option<String> {
    let mut left = String::new();
    let mut is_touched = false;
    let mut follows_gone = false;
    for piece in line.split_inclusive(ServerIds::separates) {
        if follows_gone && piece.chars().all(ServerIds::separates) {
            continue;
        }
        let ids = ServerIds::read(piece).ids;
        let (out, stays): (Vec<&ResourceId>, Vec<&ResourceId>) =
            ids.as_slice().iter().partition(|id| gone(id));
        follows_gone = !out.is_empty();
        if out.is_empty() {
            left.push_str(piece);
            continue;
        }
        is_touched = true;
        for id in stays {
            left.push_str(id.as_str());
            left.push(' ');
        }
    }
    if !is_touched {
        return Some(left);
    }
    let left = left.trim_matches(ServerIds::separates);
    (!left.is_empty()).then(|| left.to_owned())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

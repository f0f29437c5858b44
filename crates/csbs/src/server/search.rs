//! Finding servers by what is typed, among thousands, on every key.
//!
//! Each server is folded once into one text; a search is folded once for all of them.

use super::Server;
use crate::text;

/// What a server is found by: its name, id, state, zone, addresses and tags, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Haystack(String);

impl Haystack {
    /// Prepares a server for being searched.
    pub fn of(server: &Server) -> Self {
        let Server { id, name, status, zone, addresses, tags, .. } = server;
        let single = [Some(id), name.as_ref(), status.as_ref(), zone.as_ref()];
        let addresses = addresses.iter().map(|address| &address.addr);
        let mut folded = String::new();
        for part in single.into_iter().flatten().chain(addresses).chain(tags) {
            folded.push_str(&part.to_lowercase());
            // No word of a search has a line break, so none reaches from one part into the next.
            folded.push('\n');
        }
        Self(folded)
    }
}

/// What was typed to find servers: words that all have to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// Reads what was typed: words between space, in any letter case and any order.
    ///
    /// ```
    /// use csbs::server::Search;
    ///
    /// assert!(Search::read(" \t").is_blank());
    /// ```
    pub fn read(typed: &str) -> Self {
        let words = typed.split_whitespace().map(text::trim).filter(|word| !word.is_empty());
        Self(words.map(str::to_lowercase).collect())
    }

    /// Whether nothing was typed, so that every server is found.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all that this finds is among what a wider search finds: each of its words is a part
    /// of one here.
    pub fn narrows(&self, wider: &Self) -> bool {
        let is_part = |word: &String| self.0.iter().any(|longer| longer.contains(word.as_str()));
        wider.0.iter().all(is_part)
    }

    /// Whether a server has all the words.
    pub fn finds(&self, haystack: &Haystack) -> bool {
        self.0.iter().all(|word| haystack.0.contains(word.as_str()))
    }
}

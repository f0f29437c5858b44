//! Several servers at once: a list of ids, and reading one from what was pasted.
//!
//! This module does not know whether a server exists.

use std::collections::BTreeMap;

use crate::id::ResourceId;
use crate::text;

/// The servers to back up: different ids in the order they were given, at most
/// [`ServerIds::LIMIT`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServerIds(Vec<ResourceId>);

/// What a pasted text has: ids, and what is to be said about the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastedIds {
    /// The ids, in the order of the text.
    pub ids: ServerIds,
    /// What was not taken, in the order of the text; too many ids come last.
    pub remarks: Vec<IdRemark>,
}

/// Something in a pasted text that was not taken. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdRemark {
    /// A piece in which there is no UUID.
    NotAUuid {
        /// The line it stands in.
        line: usize,
        /// The piece, of which at most 60 characters are quoted.
        piece: String,
    },
    /// An id that stands in the text before.
    Duplicate {
        /// The line it stands in.
        line: usize,
        /// The line it stands in first.
        first: usize,
        /// The id.
        id: ResourceId,
    },
    /// There are more ids than are taken; the first ones were.
    TooMany {
        /// The most ids that are taken.
        limit: usize,
        /// How many different ids there are.
        count: usize,
    },
}

impl ServerIds {
    /// The most servers that are backed up at once. No limit is documented; each server is a
    /// request of its own, and 500 of them take minutes.
    pub const LIMIT: usize = 500;

    /// Takes ids out of what was pasted: a column, a list, links, ids in braces or quotation
    /// marks, in any letter case, as [`ResourceId::parse`] finds them.
    ///
    /// Space, commas, semicolons and vertical bars separate pieces; a piece may have several ids,
    /// and one without any letter or digit is passed over.
    ///
    /// ```
    /// use csbs::ServerIds;
    ///
    /// let pasted = ServerIds::read("9506416d-db6c-406e-8bca-c0f43793d914; db-01");
    /// assert_eq!(pasted.ids.as_slice().len(), 1);
    /// assert_eq!(pasted.remarks.len(), 1);
    /// ```
    pub fn read(pasted: &str) -> PastedIds {
        let mut read = PastedIds::default();
        let mut first_lines: BTreeMap<String, usize> = BTreeMap::new();
        for (line, text) in (1..).zip(pasted.lines()) {
            for piece in text.split(separates).map(text::trim) {
                let found = ResourceId::all_in(piece);
                if found.is_empty() && piece.contains(char::is_alphanumeric) {
                    let piece = piece.chars().take(QUOTED).collect();
                    read.remarks.push(IdRemark::NotAUuid { line, piece });
                }
                for id in found {
                    if let Some(&first) = first_lines.get(id.as_str()) {
                        read.remarks.push(IdRemark::Duplicate { line, first, id });
                        continue;
                    }
                    first_lines.insert(id.as_str().to_owned(), line);
                    if read.ids.0.len() < Self::LIMIT {
                        read.ids.0.push(id);
                    }
                }
            }
        }
        let count = first_lines.len();
        if count > Self::LIMIT {
            read.remarks.push(IdRemark::TooMany { limit: Self::LIMIT, count });
        }
        read
    }

    /// The ids of a choice; one that is there twice is taken once, and none beyond the limit.
    pub fn of(chosen: &[ResourceId]) -> Self {
        let mut ids = Self::default();
        for id in chosen {
            if ids.0.len() < Self::LIMIT && !ids.0.contains(id) {
                ids.0.push(id.clone());
            }
        }
        ids
    }

    /// The ids, in their order.
    pub fn as_slice(&self) -> &[ResourceId] {
        &self.0
    }
}

/// How many characters of a piece are quoted: enough to find it by.
const QUOTED: usize = 60;

fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | ';' | '|')
}

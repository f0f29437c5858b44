//! Several servers at once: a list of ids, and reading one from what was pasted.
//!
//! This module does not know whether a server exists.

use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::id::ResourceId;
use crate::text;

/// What decorates lists, beyond U+00BF: from the first sign to the last.
const DECORATION: [(char, char); 13] = [
    ('\u{d7}', '\u{d7}'),
    ('\u{f7}', '\u{f7}'),
    // Arabic comma, semicolon and question mark.
    ('\u{60c}', '\u{60c}'),
    ('\u{61b}', '\u{61f}'),
    // Punctuation, arrows, mathematics, shapes, dingbats.
    ('\u{2000}', '\u{2bff}'),
    ('\u{2e00}', '\u{2e7f}'),
    ('\u{3000}', '\u{303f}'),
    // What makes an emoji of a symbol, and forms for upright and narrow text.
    ('\u{fe00}', '\u{fe6f}'),
    // Full-width signs, without the digits and letters between them.
    ('\u{ff01}', '\u{ff0f}'),
    ('\u{ff1a}', '\u{ff20}'),
    ('\u{ff3b}', '\u{ff40}'),
    ('\u{ff5b}', '\u{ff65}'),
    // Emoji.
    ('\u{1f000}', '\u{1faff}'),
];

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
    /// and one of nothing but punctuation and symbols is passed over.
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
            for piece in text.split(Self::separates).map(text::trim) {
                let found = ResourceId::all_in(piece);
                if found.is_empty() && piece.contains(Self::says_something) {
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

    /// Reads the field for the servers: one id, taken out of whatever stands around it as by
    /// [`ResourceId::parse`], or several, between which there may be separators only. An id that
    /// is there twice is one id.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::NotAUuid`], [`Fault::NotAllUuids`],
    /// [`Fault::TooManyServers`].
    ///
    /// ```
    /// use csbs::{Fault, ServerIds};
    ///
    /// let typed = "9506416d-db6c-406e-8bca-c0f43793d914, b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";
    /// assert_eq!(ServerIds::parse(typed).unwrap().as_slice().len(), 2);
    /// let typed = format!("{typed}, db-01");
    /// assert!(matches!(ServerIds::parse(&typed), Err(Fault::NotAllUuids { count: 1, .. })));
    /// ```
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        match ResourceId::parse(typed) {
            Ok(id) => return Ok(Self(vec![id])),
            Err(Fault::SeveralUuids { .. }) => {}
            Err(fault) => return Err(fault),
        }
        let PastedIds { ids, remarks } = Self::read(typed);
        if let Some(IdRemark::TooMany { limit, count }) = remarks.last() {
            return Err(Fault::TooManyServers { limit: *limit, count: *count });
        }
        let mut others = remarks.iter().filter_map(|remark| match remark {
            IdRemark::NotAUuid { line, piece } => Some((*line, piece)),
            _ => None,
        });
        match others.next() {
            Some((line, first)) => {
                let count = others.count() + 1;
                Err(Fault::NotAllUuids { count, first: first.clone(), line })
            }
            None => Ok(ids),
        }
    }

    /// Whether this character stands between pieces: space, a comma, a semicolon, a vertical bar.
    pub fn separates(character: char) -> bool {
        character.is_whitespace() || matches!(character, ',' | ';' | '|')
    }

    /// Whether a piece with this character says something, rather than decorating a list: ASCII
    /// letters and digits, and what is beyond ASCII but not among the punctuation, symbols and emoji
    /// that are used in lists. Unicode's own tables of letters are larger than all the rest of this
    /// module.
    fn says_something(character: char) -> bool {
        match character {
            '\0'..='\u{bf}' => character.is_ascii_alphanumeric(),
            _ => !DECORATION.iter().any(|(first, last)| (first..=last).contains(&&character)),
        }
    }

    /// The ids, one a line, as the field for them shows them.
    pub fn written(&self) -> String {
        let ids: Vec<&str> = self.0.iter().map(ResourceId::as_str).collect();
        ids.join("\n")
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

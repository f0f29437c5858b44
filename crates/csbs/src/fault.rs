//! Why a typed value is not acceptable, as data.
//!
//! A fault carries the numbers and characters that a sentence about it needs, and no sentence. It
//! does not know which field it belongs to; [`Problem`](crate::Problem) adds that.

use crate::json::{JsonKind, JsonMistake};

/// Why a value is not acceptable.
///
/// All lengths and counts of characters are in Unicode scalar values; lines, columns and rows
/// count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing but space where something is needed.
    Empty,
    /// The value is longer than its limit.
    TooLong {
        /// The most characters it may have.
        limit: usize,
        /// The characters it has, surrounding space not counted.
        count: usize,
    },
    /// The value has a character that may not be there; this is the first one.
    Character {
        /// The character.
        found: char,
        /// Up to 12 characters right before it, to find the place by; empty at the start of the
        /// value, and always empty for a token.
        after: String,
    },
    /// No UUID could be found in the text.
    NotAUuid,
    /// There are different UUIDs in the text, so that it is not clear which one is meant.
    SeveralUuids {
        /// How many different ones there are; at least 2.
        count: usize,
    },
    /// There are several server ids, and something among them that is none.
    NotAllUuids {
        /// How many pieces are no id.
        count: usize,
        /// The first of them, of which at most 60 characters are quoted.
        first: String,
        /// The line it stands in.
        line: usize,
    },
    /// There are more servers than can be backed up at once.
    TooManyServers {
        /// The most servers there can be.
        limit: usize,
        /// How many different ones there are.
        count: usize,
    },
    /// An earlier row has the same tag key.
    DuplicateKey {
        /// The row that has it, counted from 1 in the order of the form.
        first: usize,
    },
    /// There are more tags than may be sent.
    TooManyTags {
        /// The most tags a request may have.
        limit: usize,
        /// The rows that are filled in.
        count: usize,
    },
    /// The text is not JSON.
    JsonSyntax {
        /// The line of the mistake.
        line: usize,
        /// The character in that line, surrounding space counted.
        column: usize,
        /// What is wrong there.
        reason: JsonMistake,
    },
    /// The text is JSON, but not an object.
    NotAnObject {
        /// What it is instead.
        found: JsonKind,
    },
    /// One JSON object has the same key twice. JSON readers silently keep one of the two values,
    /// so what the service would see is not what was typed.
    DuplicateJsonKey {
        /// The key, unescaped.
        key: String,
        /// The line of its second place.
        line: usize,
        /// The character in that line at which the key's quotation mark stands.
        column: usize,
    },
}

impl Fault {
    /// Whether typing on cannot cure the fault, so that it is shown at once.
    ///
    /// The others (nothing there yet, half an id, unfinished JSON) are shown when the field is
    /// left. All JSON mistakes belong to these: while something is typed in the middle of a
    /// finished object, the object is not JSON for a while.
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Empty | Self::NotAUuid | Self::NotAllUuids { .. } | Self::JsonSyntax { .. } => {
                false
            }
            Self::TooLong { .. }
            | Self::Character { .. }
            | Self::SeveralUuids { .. }
            | Self::TooManyServers { .. }
            | Self::DuplicateKey { .. }
            | Self::TooManyTags { .. }
            | Self::NotAnObject { .. }
            | Self::DuplicateJsonKey { .. } => true,
        }
    }
}

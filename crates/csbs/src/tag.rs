//! A tag of a backup: key and value (Table 4), and how many there may be (Table 3).
//!
//! That keys differ from each other is a rule about the list, and is kept in `check`.

use crate::fault::Fault;
use crate::rule;
use crate::text;

/// The most tags a request may have (Table 3: "up to 10 keys").
pub const MAX_TAGS: usize = 10;

/// `key` of a tag (Table 4): 1 to 36 ASCII letters, digits, hyphens and underscores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagKey(String);

impl TagKey {
    /// The most characters a key may have.
    pub const LIMIT: usize = 36;

    /// Reads a key; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::Character`], [`Fault::TooLong`], in this order.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let key = text::trim(typed);
        if key.is_empty() {
            return Err(Fault::Empty);
        }
        rule::check(key, Self::LIMIT, text::is_name_character)?;
        Ok(Self(key.to_owned()))
    }

    /// The key as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `value` of a tag (Table 4): 0 to 43 ASCII letters, digits, hyphens and underscores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagValue(String);

impl TagValue {
    /// The most characters a value may have.
    pub const LIMIT: usize = 43;

    /// Reads a value, which may be empty; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Character`], [`Fault::TooLong`], in this order.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let value = text::trim(typed);
        rule::check(value, Self::LIMIT, text::is_name_character)?;
        Ok(Self(value.to_owned()))
    }

    /// The value as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One tag of a request (Table 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// What the tag is about.
    pub key: TagKey,
    /// What it says; may be empty.
    pub value: TagValue,
}

//! `description` (Table 3).

use crate::fault::Fault;
use crate::rule;
use crate::text;

/// `description` (Table 3): 0 to 255 characters without `<` and `>`. Line breaks are characters
/// like any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description(String);

impl Description {
    /// The most characters a description may have.
    pub const LIMIT: usize = 255;

    /// Reads a description, which may be empty; surrounding space and line breaks are dropped.
    ///
    /// Faults: [`Fault::Character`], [`Fault::TooLong`], in this order.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let description = text::trim(typed);
        rule::check(description, Self::LIMIT, Self::allows)?;
        Ok(Self(description.to_owned()))
    }

    /// Reads the field of the form, where nothing typed means that no description is sent.
    ///
    /// Faults: as [`Description::parse`].
    pub fn read(typed: &str) -> Result<Option<Self>, Fault> {
        if text::trim(typed).is_empty() {
            return Ok(None);
        }
        Self::parse(typed).map(Some)
    }

    /// The description as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a character may stand in a description.
    fn allows(character: char) -> bool {
        !matches!(character, '<' | '>')
    }
}

//! The token that signs a request.
//!
//! The token is a secret: it has no `Display`, its `Debug` shows nothing of it, no fault quotes
//! it, one method gives it out, and its memory is wiped when it is dropped.

use std::fmt;

use zeroize::Zeroizing;

use crate::fault::Fault;
use crate::text;

/// A project-scoped token, the value of the header [`HEADER_TOKEN`](crate::http::HEADER_TOKEN).
///
/// Visible ASCII characters, so that it is a legal header value; of no documented length.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Reads a pasted token; surrounding space and line breaks are dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::Character`]; the latter without the text before it.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let token = text::trim(typed);
        if token.is_empty() {
            return Err(Fault::Empty);
        }
        match token.chars().find(|character| !character.is_ascii_graphic()) {
            Some(found) => Err(Fault::Character { found, after: String::new() }),
            None => Ok(Self(token.to_owned().into())),
        }
    }

    /// The token itself, for the header and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

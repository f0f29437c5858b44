//! What only the person may know: a password and a one-time code.
//!
//! Both are secrets like the token: no `Display`, a `Debug` that shows nothing, no copies, no
//! fault that quotes them, one reader, for the body of the request, and memory that is wiped when
//! they are dropped.

use std::fmt;

use zeroize::Zeroizing;

use crate::fault::Fault;
use crate::text;

/// A password: any text but an empty one. Space belongs to it, also around it.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password as it was typed.
    ///
    /// Faults: [`Fault::Empty`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        if typed.is_empty() { Err(Fault::Empty) } else { Ok(Self(typed.to_owned().into())) }
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

/// A one-time code of an authenticator app: ASCII digits, of no documented number. Apps show them
/// in groups, so space between them is dropped.
pub struct OneTimeCode(Zeroizing<String>);

impl OneTimeCode {
    /// Reads the field of the form, where nothing typed means that no code is sent.
    ///
    /// Faults: [`Fault::Character`], without the text before it.
    pub fn read(typed: &str) -> Result<Option<Self>, Fault> {
        // Long enough from the start: a text that grew would leave pieces of the code behind.
        let mut code = Zeroizing::new(String::with_capacity(typed.len()));
        code.extend(typed.split_whitespace().map(text::trim));
        match code.chars().find(|character| !character.is_ascii_digit()) {
            Some(found) => Err(Fault::Character { found, after: String::new() }),
            None => Ok(Some(Self(code)).filter(|code| !code.0.is_empty())),
        }
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OneTimeCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OneTimeCode(…)")
    }
}

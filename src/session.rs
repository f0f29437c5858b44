//! Who may call: the token, in memory only.

use csbs::{Fault, Token};

/// What the person has given to prove who they are.
///
/// The typed text itself is never kept: it is read into an opaque [`Token`] at once, or into the
/// reason why it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access(Result<Token, Fault>);

impl Access {
    /// Reads what is in the token field.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        Self(Token::parse(typed))
    }

    /// The token, if there is one.
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        self.0.as_ref().ok()
    }

    /// Why there is no token.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.0.as_ref().err()
    }
}

impl Default for Access {
    fn default() -> Self {
        Self(Err(Fault::Empty))
    }
}

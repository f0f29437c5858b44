//! Who may call: the token, in memory only.

use csbs::{Failure, Fault, NotSent, Token};

/// What the person has given to prove who they are.
///
/// The typed text itself is never kept: it is read into an opaque [`Token`] at once, or into the
/// reason why it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// A token, pasted or had by signing in.
    Token(Token),
    /// None is needed: the proxy adds one to every request.
    Proxy,
    /// There is no token, and this is wrong with what was pasted.
    Nothing(Fault),
}

impl Access {
    /// Reads what is in the token field.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        match Token::parse(typed) {
            Ok(token) => Self::Token(token),
            Err(fault) => Self::Nothing(fault),
        }
    }

    /// The token, if there is one.
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        match self {
            Self::Token(token) => Some(token),
            Self::Proxy | Self::Nothing(_) => None,
        }
    }

    /// What a request is signed with: a token, or nothing where the proxy does it.
    ///
    /// # Errors
    ///
    /// That there is no token; then nothing can be sent.
    pub fn signature(&self) -> Result<Option<Token>, Failure> {
        match self {
            Self::Token(token) => Ok(Some(token.clone())),
            Self::Proxy => Ok(None),
            Self::Nothing(_) => Err(Failure::NotSent(NotSent::TokenMissing)),
        }
    }

    /// Why there is no token.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Nothing(fault) => Some(fault),
            Self::Token(_) | Self::Proxy => None,
        }
    }
}

impl Default for Access {
    fn default() -> Self {
        Self::Nothing(Fault::Empty)
    }
}

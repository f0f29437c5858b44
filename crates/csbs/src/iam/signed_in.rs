//! What IAM answers: a token with what it is good for, and the projects there are.

use crate::time::Time;
use crate::token::Token;

/// What came of signing in.
///
/// Only the token has to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The token, from the header `X-Subject-Token`.
    pub token: Token,
    /// When the token runs out at the latest; it does so earlier when the password or the rights
    /// of the person change.
    pub expires_at: Option<Time>,
    /// The person.
    pub user: Named,
    /// When the password of the person runs out; `None` when it never does.
    pub password_expires_at: Option<Time>,
    /// The domain, when that is the scope; otherwise that of the person.
    pub domain: Named,
    /// The project, when that is the scope.
    pub project: Named,
}

/// Something with an id and a name, as answers of IAM tell it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The id.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// A project that the person may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The id, as paths need it.
    pub id: String,
    /// The name, such as `eu-de_backup`; it starts with the region.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// Whether the project can be used; a project that does not say counts as enabled.
    pub enabled: bool,
}

//! Signing in: from user name and password to a token for one project.
//!
//! The service for signing in (IAM) has an address of its own; the paths here start at its root.
//! A person who does not know the id of the project signs in to the domain first, chooses from
//! the list of projects, and exchanges the token for one of that project.

pub(crate) mod credentials;
pub(crate) mod secret;
pub(crate) mod signed_in;

pub use credentials::{Credentials, DomainName, Scope, SignInField, SignInProblem, UserName};
pub use secret::{OneTimeCode, Password};
pub use signed_in::{Named, Project, SignedIn};

use zeroize::Zeroizing;

use crate::http::{HttpRequest, Method};
use crate::id::ProjectId;
use crate::token::Token;
use crate::wire;

/// Signs in with a password, and with a one-time code if there is one. The credentials are gone
/// afterwards.
///
/// The catalogue of services is not asked for (`nocatalog`): it is long, and not used.
pub fn sign_in_request(credentials: Credentials, scope: &Scope) -> HttpRequest {
    let body = wire::iam::password_body(&credentials, scope);
    drop(credentials);
    token_request(body)
}

/// Exchanges a token of the person, such as that of the domain, for one of a project.
pub fn project_token_request(token: &Token, project_id: &ProjectId) -> HttpRequest {
    token_request(wire::iam::token_body(token, project_id))
}

/// Lists the projects of the person. The token of the domain signs this request.
pub fn projects_request() -> HttpRequest {
    HttpRequest { method: Method::Get, path: "/v3/auth/projects".to_owned(), body: None }
}

/// The projects without those that are for object storage only (`MOS`), where no server can be.
/// Disabled ones stay, as who looks for one should find it and see why it cannot be chosen.
pub fn without_object_storage(projects: Vec<Project>) -> Vec<Project> {
    projects.into_iter().filter(|project| project.name.as_deref() != Some("MOS")).collect()
}

/// Asks for a token in the name of nobody. The service refuses it, and counts it as nobody's attempt
/// to sign in: that is how it is found out whether the service can be reached.
pub fn nobodys_request() -> HttpRequest {
    token_request("{}".to_owned().into())
}

fn token_request(body: Zeroizing<String>) -> HttpRequest {
    let path = "/v3/auth/tokens?nocatalog=true".to_owned();
    HttpRequest { method: Method::Post, path, body: Some(body) }
}

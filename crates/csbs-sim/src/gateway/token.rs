//! The token that calls need: whether it is accepted, and whether it is for this project.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::Response,
};

use super::{
    grants::{Grant, Grants, Scope, Unfit},
    project_in,
    request_id::RequestId,
};
use crate::error_body;

/// The token that the simulator takes, in every project. It is printed at the start and offered by
/// the page.
pub const DEMO_TOKEN: &str = "demo-token-of-the-simulator";

/// A token that has expired: every call with it is refused with HTTP 401 `APIGW.0307`.
pub const EXPIRED_TOKEN: &str = "expired-token-of-the-simulator";

/// Code and message for an expired token.
pub(crate) const EXPIRED: (&str, &str) = ("APIGW.0307", "The token must be updated");

/// Code and message for a token that nobody gave out.
pub(crate) const UNKNOWN: (&str, &str) =
    ("APIGW.0301", "Incorrect IAM authentication information: decrypt token fail");

const MISSING: (&str, &str) =
    ("APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found");

const NO_PROJECT: &str = "The token is not scoped to a project.";
const OTHER_PROJECT: &str = "The token is scoped to another project.";

/// Lets a request with a good token pass, whatever the token is for, and hands on its grant.
pub(crate) async fn of_any_scope(
    State(grants): State<Arc<Grants>>,
    Extension(request_id): Extension<RequestId>,
    mut request: Request,
    next: Next,
) -> Response {
    match grant(&grants, request.headers()) {
        Ok(grant) => {
            request.extensions_mut().insert(grant);
            next.run(request).await
        }
        Err((code, message)) => {
            error_body::gateway(StatusCode::UNAUTHORIZED, code, message, &request_id)
        }
    }
}

/// Lets a request pass whose token is for the project in its path. Comes after [`of_any_scope`].
pub(crate) async fn for_this_project(
    Extension(grant): Extension<Grant>,
    request: Request,
    next: Next,
) -> Response {
    let refusal = match (&grant.scope, project_in(request.uri().path())) {
        (Scope::EveryProject, _) | (Scope::Project(_), None) => None,
        (Scope::Project(id), Some(project)) => (id != project).then_some(OTHER_PROJECT),
        (Scope::Domain | Scope::Unscoped, _) => Some(NO_PROJECT),
    };
    match refusal {
        None => next.run(request).await,
        Some(message) => error_body::wrapped(StatusCode::FORBIDDEN, message, None),
    }
}

fn grant(grants: &Grants, headers: &HeaderMap) -> Result<Grant, (&'static str, &'static str)> {
    let token = headers.get("x-auth-token").ok_or(MISSING)?;
    let token = token.to_str().map_err(|_| UNKNOWN)?;
    grants.read(token).map_err(|unfit| match unfit {
        Unfit::Unknown => UNKNOWN,
        Unfit::Expired => EXPIRED,
    })
}

//! The token that every call needs.
//!
//! There is one good token, for every project, and one that has expired. Tokens that a sign-in
//! gives out belong here as well, once there is one.

use axum::{
    Extension,
    extract::Request,
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::Response,
};

use super::request_id::RequestId;
use crate::error_body;

/// The token that the simulator takes, in every project. It is printed at the start and offered by
/// the page.
pub const DEMO_TOKEN: &str = "demo-token-of-the-simulator";

/// A token that has expired: every call with it is refused with HTTP 401 `APIGW.0307`.
pub const EXPIRED_TOKEN: &str = "expired-token-of-the-simulator";

/// Code and message for an expired token.
pub(crate) const EXPIRED: (&str, &str) = ("APIGW.0307", "The token must be updated");

const MISSING: (&str, &str) =
    ("APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found");

/// Code and message for a token that nobody gave out.
pub(crate) const UNKNOWN: (&str, &str) =
    ("APIGW.0301", "Incorrect IAM authentication information: decrypt token fail");

/// Lets a request with the good token pass and refuses every other, whatever it asks for.
pub(crate) async fn required(
    Extension(request_id): Extension<RequestId>,
    request: Request,
    next: Next,
) -> Response {
    match refusal(request.headers()) {
        None => next.run(request).await,
        Some((code, message)) => {
            error_body::gateway(StatusCode::UNAUTHORIZED, code, message, &request_id)
        }
    }
}

fn refusal(headers: &HeaderMap) -> Option<(&'static str, &'static str)> {
    match headers.get("x-auth-token") {
        None => Some(MISSING),
        Some(token) if token == DEMO_TOKEN => None,
        Some(token) if token == EXPIRED_TOKEN => Some(EXPIRED),
        Some(_) => Some(UNKNOWN),
    }
}

//! A refusal as the identity service writes it.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::error_body;

/// A request that the service does not carry out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    message: String,
}

impl Refusal {
    /// HTTP 400: the request is not one.
    pub(super) fn request(message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, message: message.into() }
    }

    /// HTTP 401: who asks is not who they say, or may not have what they ask for.
    pub(super) fn unauthorized(message: impl Into<String>) -> Self {
        Self { status: StatusCode::UNAUTHORIZED, message: message.into() }
    }

    /// HTTP 404: what the request names does not exist.
    pub(super) fn not_found(kind: &str, id: &str) -> Self {
        Self { status: StatusCode::NOT_FOUND, message: format!("Could not find {kind}: {id}.") }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        error_body::identity(self.status, &json!(self.status.as_u16()), &self.message)
    }
}

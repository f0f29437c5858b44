//! A refusal as the compute service writes it: IAM's shape, with a code of its own as a text.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

/// A request that the service does not carry out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl Refusal {
    /// Ecs.0005: a parameter is not what it must be.
    pub(super) fn parameter(message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: "Ecs.0005", message: message.into() }
    }

    /// Ecs.0003: whoever asks may not.
    pub(super) fn forbidden() -> Self {
        let message = "Policy doesn't allow ecs:cloudServers:list to be performed.".to_owned();
        Self { status: StatusCode::FORBIDDEN, code: "Ecs.0003", message }
    }

    /// Ecs.0000: the service met an error.
    pub(super) fn internal() -> Self {
        let message = "Internal server error.".to_owned();
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, code: "Ecs.0000", message }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "error": { "code": self.code, "message": self.message } });
        (self.status, Json(body)).into_response()
    }
}

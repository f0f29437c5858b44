//! A refusal with a documented code.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::error_body;

/// A request that the service does not carry out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl Refusal {
    /// CSBS.9001, "Parameter verification failed": `message` says which parameter and why.
    pub(crate) fn parameter(message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: "CSBS.9001", message: message.into() }
    }

    /// CSBS.6003, "Currently, only cloud server backup is supported."
    pub(crate) fn resource_type(resource_id: &str, found: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "CSBS.6003",
            message: format!("Resource ({resource_id}) type ({found}) is not support protection."),
        }
    }

    /// CSBS.7000, "The resource's tags have reached the upper limit."
    pub(crate) fn tags(limit: usize) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "CSBS.7000",
            message: format!("request tags exceed the max allowed count: {limit}."),
        }
    }

    /// CSBS.3001, "The backup does not exist."
    pub(crate) fn no_such_item(checkpoint_item_id: &str) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            code: "CSBS.3001",
            message: format!("Checkpoint_item ({checkpoint_item_id}) is not found."),
        }
    }

    /// BackupService.4008, "New users cannot use the VBS or CSBS service."
    pub(crate) fn new_project() -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "BackupService.4008",
            message: "New project are not allowed to use old services.".to_owned(),
        }
    }

    /// The documented code.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    /// The message with its parts filled in.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        error_body::service(self.status, self.code, &self.message)
    }
}

//! The ways in which a well-known server's create call is answered, or not answered.

use std::time::Duration;

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter};
use serde_json::json;

use super::{
    odd_checkpoint::{self, Oddity},
    slow_body,
};
use crate::{
    backup::Checkpoint,
    error_body::{self, RETRY_AFTER_SECONDS, Shape},
    gateway::request_id::RequestId,
    server::HangUp,
};

/// How long a late answer takes.
pub(super) const LATE: Duration = Duration::from_secs(3);

/// What is known when the answer is made.
#[derive(Debug)]
pub(crate) struct Occasion {
    /// The id of the server, as it was sent.
    pub(crate) resource_id: String,
    /// The id of the request.
    pub(crate) request_id: RequestId,
    /// The time of the request.
    pub(crate) now: Timestamp,
    /// The backup, if this server's call creates one.
    pub(crate) checkpoint: Option<Checkpoint>,
}

impl Occasion {
    /// A call that is about no server.
    pub(crate) fn without_server(request_id: RequestId, now: Timestamp) -> Self {
        Self { resource_id: String::new(), request_id, now, checkpoint: None }
    }
}

/// A way of answering. The status comes from the server's id.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Answer {
    /// A refusal by the backup service; `{server}` in the message becomes the server's id.
    Code { code: &'static str, message: &'static str },
    /// A refusal by the gateway.
    GatewayCode { code: &'static str, message: &'static str },
    /// A refusal by the identity service whose `code` is a text.
    IdentityCode { code: &'static str, message: &'static str },
    /// A refusal in this shape.
    Shaped(Shape),
    /// A refusal in this shape after [`LATE`].
    Late(Shape),
    /// A refusal in this shape whose `Retry-After` is a date.
    RetryDate(Shape),
    /// The checkpoint with something odd about it.
    Odd(Oddity),
    /// This body, as JSON or not.
    Body { content_type: &'static str, text: &'static str },
    /// The first half of the checkpoint, complete as an answer.
    Truncated,
    /// The first half of the checkpoint under the length of the whole; then the connection closes.
    Cut,
    /// The checkpoint, a few bytes at a time.
    Drip,
    /// A checkpoint of ten megabytes.
    Flood,
    /// The connection closes before anything is answered.
    HangUp,
    /// Nothing comes, and the connection stays open until the client leaves.
    Silence,
}

impl Answer {
    /// The error code that the answer carries, unless it is made from the status.
    pub(super) fn code(self) -> Option<&'static str> {
        match self {
            Self::Code { code, .. }
            | Self::GatewayCode { code, .. }
            | Self::IdentityCode { code, .. } => Some(code),
            _ => None,
        }
    }

    /// Code and message of a refusal by the backup service of this server, if it is one.
    pub(super) fn coded(self, resource_id: &str) -> Option<(&'static str, String)> {
        match self {
            Self::Code { code, message } => Some((code, message.replace("{server}", resource_id))),
            _ => None,
        }
    }

    /// Gives the answer, with this status where it has one.
    pub(crate) async fn give(self, status: StatusCode, occasion: Occasion) -> Response {
        let checkpoint = || whole(&occasion);
        match self {
            Self::Code { code, message } => {
                let message = message.replace("{server}", &occasion.resource_id);
                error_body::service(status, code, &message)
            }
            Self::GatewayCode { code, message } => {
                error_body::gateway(status, code, message, &occasion.request_id)
            }
            Self::IdentityCode { code, message } => {
                error_body::identity(status, &json!(code), message)
            }
            Self::Shaped(shape) => error_body::shaped(shape, status, &occasion.request_id),
            Self::Late(shape) => {
                tokio::time::sleep(LATE).await;
                error_body::shaped(shape, status, &occasion.request_id)
            }
            Self::RetryDate(shape) => retry_date(shape, status, &occasion),
            Self::Odd(oddity) => match occasion.checkpoint {
                Some(checkpoint) => as_json(odd_checkpoint::body(&checkpoint, oddity)),
                None => status.into_response(),
            },
            Self::Body { content_type, text } => {
                ([(header::CONTENT_TYPE, content_type)], text).into_response()
            }
            Self::Truncated => as_json(slow_body::first_half(checkpoint())),
            Self::Cut => slow_body::cut(checkpoint()),
            Self::Drip => slow_body::drip(checkpoint()),
            Self::Flood => slow_body::flood(&checkpoint()),
            Self::HangUp => HangUp.into_response(),
            Self::Silence => std::future::pending().await,
        }
    }
}

/// The checkpoint's body as text.
fn whole(occasion: &Occasion) -> String {
    occasion.checkpoint.as_ref().map(|checkpoint| checkpoint.body().to_string()).unwrap_or_default()
}

fn as_json(body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body.into()).into_response()
}

fn retry_date(shape: Shape, status: StatusCode, occasion: &Occasion) -> Response {
    let mut response = error_body::shaped(shape, status, &occasion.request_id);
    let retry_at = occasion.now + SignedDuration::from_secs(i64::from(RETRY_AFTER_SECONDS));
    let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&retry_at).ok();
    if let Some(date) = date.and_then(|date| HeaderValue::from_str(&date).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, date);
    }
    response
}

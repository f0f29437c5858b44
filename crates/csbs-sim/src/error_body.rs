//! The bodies in which a refusal can come, each from another part between the browser and the
//! service.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use crate::gateway::request_id::RequestId;

/// The form of a refusal's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{"error_code": …, "error_msg": …}`, from the backup service.
    Service,
    /// The same with `request_id`, from the gateway in front of all services.
    Gateway,
    /// One key that names the kind of fault, around a code and a message, from OpenStack services.
    Wrapped,
    /// `{"error": {"code", "message", "title"}}`, from the identity service.
    Identity,
    /// A page for people, from a proxy or gateway.
    Html,
    /// A line of text, from a proxy or gateway.
    Text,
    /// Nothing.
    Empty,
}

/// How long a client is asked to wait, in seconds, where a refusal says so.
pub(crate) const RETRY_AFTER_SECONDS: u32 = 7;

/// A refusal of this status in this shape. Its codes are made from the status (`CSBS.0503`,
/// `APIGW.0503`) and stand in no table.
pub(crate) fn shaped(shape: Shape, status: StatusCode, request_id: &RequestId) -> Response {
    let reason = status.canonical_reason().unwrap_or("Unknown");
    let message = page_wording(status).unwrap_or(reason);
    let number = status.as_u16();
    let asks_to_wait =
        matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE);
    let mut response = match shape {
        Shape::Service => service(status, &format!("CSBS.0{number}"), message),
        Shape::Gateway => gateway(status, &format!("APIGW.0{number}"), message, request_id),
        Shape::Wrapped => wrapped(status, message, asks_to_wait.then_some(RETRY_AFTER_SECONDS)),
        Shape::Identity => identity(status, &json!(number), message),
        Shape::Html => html(status),
        Shape::Text => (status, format!("{number} {reason}\n")).into_response(),
        Shape::Empty => status.into_response(),
    };
    if asks_to_wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
    }
    response
}

/// A refusal by the backup service.
pub(crate) fn service(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(json!({ "error_code": code, "error_msg": message }))).into_response()
}

/// A refusal by the gateway.
pub(crate) fn gateway(
    status: StatusCode,
    code: &str,
    message: &str,
    request_id: &RequestId,
) -> Response {
    let body = json!({
        "error_msg": message,
        "error_code": code,
        "request_id": request_id.as_str(),
    });
    (status, Json(body)).into_response()
}

/// A refusal by an OpenStack service.
pub(crate) fn wrapped(status: StatusCode, message: &str, retry_after: Option<u32>) -> Response {
    let key = match status.as_u16() {
        400 => "badRequest",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "itemNotFound",
        405 => "badMethod",
        409 => "conflictingRequest",
        429 => "overLimit",
        501 => "notImplemented",
        503 => "serviceUnavailable",
        _ => "computeFault",
    };
    let mut fault = Map::new();
    fault.insert("code".to_owned(), json!(status.as_u16()));
    fault.insert("message".to_owned(), json!(message));
    if let Some(seconds) = retry_after {
        fault.insert("retryAfter".to_owned(), json!(seconds));
    }
    let body = Map::from_iter([(key.to_owned(), Value::Object(fault))]);
    (status, Json(Value::Object(body))).into_response()
}

/// A refusal by the identity service, whose `code` is a number or a text.
pub(crate) fn identity(status: StatusCode, code: &Value, message: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("Unknown");
    let body = json!({ "error": { "code": code, "message": message, "title": title } });
    (status, Json(body)).into_response()
}

fn html(status: StatusCode) -> Response {
    let title = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or("Unknown"));
    let page = format!(
        "<html>\n<head><title>{title}</title></head>\n<body>\n<center><h1>{title}</h1></center>\n\
         <hr><center>gateway</center>\n</body>\n</html>\n"
    );
    (status, Html(page)).into_response()
}

/// What the API page writes beside the status, under "Status Codes".
fn page_wording(status: StatusCode) -> Option<&'static str> {
    match status.as_u16() {
        400 => Some("Invalid request parameters."),
        401 => Some("Authentication failed."),
        403 => Some("No operation permission."),
        404 => Some("Requested object not found."),
        500 => Some("Service internal error."),
        503 => Some("Service unavailable."),
        _ => None,
    }
}

//! The id by which support finds a request: new for each, in the answer's headers and, in the
//! gateway's own refusals, in the body.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use uuid::Uuid;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of one request: 32 hexadecimal digits.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(String);

impl RequestId {
    /// The id as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Gives the request an id and puts it on the answer.
pub(crate) async fn given(mut request: Request, next: Next) -> Response {
    let id = RequestId(Uuid::new_v4().simple().to_string());
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}

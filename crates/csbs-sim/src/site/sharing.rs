//! The one file that pages of other origins may load: the script of `<csbs-console>`.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};

const SCRIPT: &str = "/csbs-console-element.js";

const POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Takes back, for this one file, what the security headers say about pages of other origins.
pub(super) async fn allow(request: Request, next: Next) -> Response {
    let is_shared = request.uri().path() == SCRIPT;
    let mut response = next.run(request).await;
    if is_shared {
        response.headers_mut().insert(POLICY, HeaderValue::from_static("cross-origin"));
    }
    response
}

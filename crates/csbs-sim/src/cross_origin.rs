//! What a cross-origin proxy adds for browsers: the answers to preflights and the headers that let
//! a page of an allowed origin read the answers.
//!
//! The real service sends none of this, so nothing is added unless an origin is allowed.

use axum::http::{HeaderName, Method, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::options::Origin;

/// Request headers that a page may set.
const ALLOWED_HEADERS: [HeaderName; 2] =
    [HeaderName::from_static("x-auth-token"), header::CONTENT_TYPE];

/// Answer headers that a page may read.
const EXPOSED_HEADERS: [HeaderName; 5] = [
    HeaderName::from_static("x-subject-token"),
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("x-openstack-request-id"),
    header::RETRY_AFTER,
    header::DATE,
];

/// The layer for these origins: preflights are answered without a token, the exact origin is
/// allowed, and every other origin gets an answer that its browser does not hand to the page.
pub(crate) fn layer(origins: &[Origin]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().map(Origin::header_value)))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(ALLOWED_HEADERS)
        .expose_headers(EXPOSED_HEADERS)
        .vary([header::ORIGIN])
}

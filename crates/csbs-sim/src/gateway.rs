//! What stands in front of every service: it names each request, asks for the token, and answers
//! for paths and methods that no service has.
//!
//! It knows nothing of what the services do behind it.

pub(crate) mod request_id;
pub(crate) mod token;

use std::time::Duration;

use axum::{
    Extension, Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::Response,
};

use crate::error_body;
use request_id::RequestId;

/// The routes of a service as clients reach them: behind the gateway, each answer held back by
/// `delay`.
pub(crate) fn in_front_of(service: Router, delay: Duration) -> Router {
    service
        .fallback(no_such_api)
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn(token::required))
        .layer(from_fn(not_stored))
        .layer(from_fn(request_id::given))
        .layer(from_fn(move |request: Request, next: Next| async move {
            tokio::time::sleep(delay).await;
            next.run(request).await
        }))
}

async fn not_stored(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn no_such_api(Extension(request_id): Extension<RequestId>) -> Response {
    error_body::gateway(
        StatusCode::NOT_FOUND,
        "APIGW.0101",
        "The API does not exist or has not been published in the environment.",
        &request_id,
    )
}

async fn no_such_method() -> Response {
    error_body::wrapped(
        StatusCode::METHOD_NOT_ALLOWED,
        "The method is not allowed for this resource.",
        None,
    )
}

//! How many requests the gateway lets through in a second.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use jiff::{SignedDuration, Timestamp};

use super::request_id::RequestId;
use crate::{clock::Clock, error_body};

/// Seconds to wait that a refusal names: the second is over by then.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("1");

/// Counts the requests of the current second. A second begins with the first request after the
/// one before is over.
pub(crate) struct RateLimit {
    most: u32,
    clock: Arc<dyn Clock>,
    second: Mutex<(Timestamp, u32)>,
}

impl RateLimit {
    /// Lets at most this many requests through in a second.
    pub(crate) fn new(most: u32, clock: Arc<dyn Clock>) -> Self {
        Self { most, clock, second: Mutex::new((Timestamp::MIN, 0)) }
    }

    fn lets_through(&self) -> bool {
        let now = self.clock.now();
        let mut second = self.second.lock().unwrap_or_else(PoisonError::into_inner);
        if now.duration_since(second.0) >= SignedDuration::from_secs(1) {
            *second = (now, 0);
        }
        second.1 = second.1.saturating_add(1);
        second.1 <= self.most
    }
}

/// Lets a request pass, or refuses it with HTTP 429 `APIGW.0308`.
pub(crate) async fn kept(
    State(limit): State<Arc<RateLimit>>,
    Extension(request_id): Extension<RequestId>,
    request: Request,
    next: Next,
) -> Response {
    if limit.lets_through() {
        return next.run(request).await;
    }
    let mut response = error_body::gateway(
        StatusCode::TOO_MANY_REQUESTS,
        "APIGW.0308",
        "The throttling threshold has been reached",
        &request_id,
    );
    response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    response
}

//! The simulator's own address, as a client reached it.

use axum::http::{HeaderMap, header};

/// Scheme and host of the request, such as `http://127.0.0.1:8080`. A proxy before the simulator
/// says by `X-Forwarded-Proto` that the client came by HTTPS.
pub(super) fn of(headers: &HeaderMap) -> String {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let scheme = match text(header::HeaderName::from_static("x-forwarded-proto")) {
        Some("https") => "https",
        _ => "http",
    };
    format!("{scheme}://{}", text(header::HOST).unwrap_or("127.0.0.1"))
}

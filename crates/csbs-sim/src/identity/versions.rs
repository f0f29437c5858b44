//! What programs ask before they sign in: which versions of the API there are, and where.

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Service, origin};

/// `GET /v3`: the one version.
pub(super) async fn v3(State(service): State<Service>, headers: HeaderMap) -> Json<Value> {
    Json(json!({ "version": version(&service, &headers) }))
}

/// `GET /`: all versions, of which there is one. HTTP 300, as Keystone does.
pub(super) async fn all(State(service): State<Service>, headers: HeaderMap) -> Response {
    versions(&service, &headers)
}

/// Answers `GET /` with the versions where it is asked for as JSON, and leaves the page to
/// browsers.
pub(crate) async fn for_programs(
    State(service): State<Service>,
    request: Request,
    next: Next,
) -> Response {
    if request.method() == Method::GET
        && request.uri().path() == "/"
        && is_of_program(request.headers())
    {
        return versions(&service, request.headers());
    }
    next.run(request).await
}

fn is_of_program(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let accepts = |kind| accepted.is_some_and(|accepted| accepted.contains(kind));
    accepts("application/json") && !accepts("text/html")
}

fn versions(service: &Service, headers: &HeaderMap) -> Response {
    let body = json!({ "versions": { "values": [version(service, headers)] } });
    (StatusCode::MULTIPLE_CHOICES, Json(body)).into_response()
}

fn version(service: &Service, headers: &HeaderMap) -> Value {
    json!({
        "id": "v3.6",
        "status": "stable",
        "updated": "2016-04-04T00:00:00Z",
        "links": [{ "rel": "self", "href": format!("{}{}/v3/", origin::of(headers), service.path) }],
        "media-types": [{
            "base": "application/json",
            "type": "application/vnd.openstack.identity-v3+json",
        }],
    })
}

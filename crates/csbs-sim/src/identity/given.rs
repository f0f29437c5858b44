//! Tokens that were given out: asking what stands behind one, and giving one back.

use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Service, catalog, origin, refusal::Refusal, token_body};
use crate::gateway::grants::Grant;

/// The header that names the token a call is about.
pub(super) const SUBJECT: &str = "x-subject-token";

/// `GET /v3/auth/tokens`: what stands behind the token in `X-Subject-Token`.
pub(super) async fn read(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let token = subject(&headers)?;
    let grant = service.grants.read(token).map_err(|_| Refusal::not_found("token", "…"))?;
    let body = token_body::body(&service, &grant, &origin::of(&headers), true);
    Ok(([(SUBJECT, token.to_owned())], Json(body)).into_response())
}

/// `DELETE /v3/auth/tokens`: the token in `X-Subject-Token` is accepted no longer.
pub(super) async fn take_back(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    let token = subject(&headers)?;
    service.grants.read(token).map_err(|_| Refusal::not_found("token", "…"))?;
    service.grants.take_back(token);
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /v3/auth/catalog`: where the services are for the token of the call.
pub(super) async fn catalog(
    State(service): State<Service>,
    Extension(grant): Extension<Grant>,
    headers: HeaderMap,
) -> Json<Value> {
    let origin = origin::of(&headers);
    let own = format!("{origin}{}/v3/auth/catalog", service.path);
    Json(json!({
        "catalog": catalog::of(&service, &origin, token_body::project_id(&grant)),
        "links": { "self": own, "previous": null, "next": null },
    }))
}

fn subject(headers: &HeaderMap) -> Result<&str, Refusal> {
    let token = headers.get(SUBJECT).and_then(|value| value.to_str().ok());
    token.ok_or_else(|| Refusal::request("X-Subject-Token is missing in the request."))
}

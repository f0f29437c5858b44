//! The check call: whether servers can be backed up, before anything is started.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{
        Path,
        rejection::{BytesRejection, PathRejection},
    },
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{
    create,
    refusal::Refusal,
    rules::{self, Asked},
};
use crate::{
    error_body::{self, Shape},
    gateway::request_id::RequestId,
    well_known::{self, Met, Way},
};

/// `POST /v1/{project_id}/providers/{provider_id}/resources/action`. HTTP 200 for a no as well.
pub(crate) async fn check(
    Extension(request_id): Extension<RequestId>,
    path: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let Path((project_id, provider_id)) =
        path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let body = create::json_body(&headers, body)?;
    let asked = rules::check_protectable(&project_id, &provider_id, &body)?;
    if asked.iter().any(|asked| fails_the_check(&asked.resource_id)) {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Ok(error_body::shaped(Shape::Service, status, &request_id));
    }
    let protectable: Vec<Value> = asked.iter().map(verdict).collect();
    Ok(Json(json!({ "protectable": protectable })).into_response())
}

fn fails_the_check(resource_id: &str) -> bool {
    matches!(well_known::find(resource_id), Met::FollowUp(server) if matches!(server.way, Way::CheckFails))
}

/// The answer for one server. A yes has no code and message, or empty ones: both occur, here by
/// whether the last digit of the id is odd.
fn verdict(asked: &Asked) -> Value {
    let Asked { resource_id, resource_type } = asked;
    let why_not = if resource_type == rules::RESOURCE_TYPE {
        well_known::why_not(resource_id)
    } else {
        let refusal = Refusal::resource_type(resource_id, resource_type);
        Some((refusal.code(), refusal.message().to_owned()))
    };
    let is_odd =
        resource_id.ends_with(|c: char| c.to_digit(16).is_some_and(|digit| digit % 2 == 1));
    let mut verdict = json!({
        "resource_id": resource_id,
        "resource_type": resource_type,
        "result": why_not.is_none(),
    });
    if let (Some(_), _) | (None, true) = (&why_not, is_odd) {
        let (code, message) = why_not.unwrap_or_default();
        verdict["error_code"] = json!(code);
        verdict["error_msg"] = json!(message);
    }
    verdict
}

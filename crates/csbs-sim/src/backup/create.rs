//! The create call: rules first, then what is known of the server, then the answer.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{
        Path, State,
        rejection::{BytesRejection, PathRejection},
    },
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};

use super::{
    Service,
    checkpoint::Checkpoint,
    refusal::Refusal,
    rules::{self, Protect, Target},
};
use crate::{
    gateway::request_id::RequestId,
    well_known::{self, Met, Occasion},
};

/// `POST /v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action`.
pub(crate) async fn create(
    State(service): State<Service>,
    Extension(request_id): Extension<RequestId>,
    path: Result<Path<(String, String, String)>, PathRejection>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let (target, asked) = read(path, &headers, body)?;
    let now = service.clock.now();
    let backup = |asked| service.store.create(&target.project_id, &target.resource_id, asked, now);
    Ok(match well_known::find(&target.resource_id) {
        Met::Ordinary => Json(Checkpoint::of(&backup(asked)).body()).into_response(),
        Met::Misspelt => well_known::misspelt(),
        Met::WellKnown(server) => {
            let checkpoint = server.creates.then(|| Checkpoint::of(&backup(asked)));
            let resource_id = target.resource_id.clone();
            server.answer(Occasion { resource_id, request_id, now, checkpoint }).await
        }
    })
}

fn read(
    path: Result<Path<(String, String, String)>, PathRejection>,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(Target, Protect), Refusal> {
    let Path((project_id, provider_id, resource_id)) =
        path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let target = Target { project_id, provider_id, resource_id };
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !content_type.is_some_and(is_json) {
        return Err(Refusal::parameter("Content-Type must be application/json"));
    }
    let body = body.map_err(|error| Refusal::parameter(error.to_string()))?;
    let asked = rules::check(&target, &body)?;
    Ok((target, asked))
}

/// Whether a content type is `application/json`, whatever its parameters.
fn is_json(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

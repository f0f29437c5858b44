//! The create call: rules first, then what is known of the server, then the answer.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{
        Path, State,
        rejection::{BytesRejection, PathRejection},
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    Service,
    checkpoint::Checkpoint,
    course::Course,
    refusal::Refusal,
    rules::{self, Protect, Target},
};
use crate::{
    error_body::{self, Shape},
    gateway::request_id::RequestId,
    well_known::{self, Family, Met, Occasion, Way},
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
    let Target { project_id, resource_id, .. } = target;
    let checkpoint = |course| {
        let backup = service.store.create(&project_id, &resource_id, asked, course, now);
        Checkpoint::of(&backup)
    };
    let started = |checkpoint: Checkpoint| Json(checkpoint.body()).into_response();
    let refused = |shape, status| error_body::shaped(shape, status, &request_id);
    let is_refused_now = || service.turns.goes_wrong(&format!("create {project_id} {resource_id}"));
    Ok(match well_known::find(&resource_id) {
        Met::Misspelt => well_known::misspelt(),
        Met::WellKnown(server) => {
            let checkpoint = server.creates.then(|| checkpoint(Course::Ordinary));
            server.answer(Occasion { resource_id, request_id, now, checkpoint }).await
        }
        Met::Family(Family::Refused | Family::NotProtectable) => {
            let occasion = Occasion { resource_id, request_id, now, checkpoint: None };
            well_known::reason(&occasion.resource_id).answer(occasion).await
        }
        Met::Family(Family::Unknown) => refused(Shape::Html, StatusCode::GATEWAY_TIMEOUT),
        Met::Family(Family::UnknownCreated) => {
            checkpoint(Course::Ordinary);
            refused(Shape::Html, StatusCode::GATEWAY_TIMEOUT)
        }
        Met::Family(Family::BusyOnce) if is_refused_now() => {
            refused(Shape::Service, StatusCode::TOO_MANY_REQUESTS)
        }
        Met::Ordinary | Met::Family(Family::BusyOnce) => started(checkpoint(Course::Ordinary)),
        Met::Family(Family::Fails) => started(checkpoint(Course::Fails)),
        Met::FollowUp(server) => match server.way {
            Way::Course(course) => started(checkpoint(course)),
            Way::RefusedFirst(status) if is_refused_now() => {
                refused(Shape::Service, StatusCode::from_u16(status).unwrap_or_default())
            }
            Way::RefusedFirst(_) | Way::CheckFails => started(checkpoint(Course::Ordinary)),
        },
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
    let body = json_body(headers, body)?;
    let asked = rules::check(&target, &body)?;
    Ok((target, asked))
}

/// The body of a call that must send JSON.
pub(super) fn json_body(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Bytes, Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !content_type.is_some_and(is_json) {
        return Err(Refusal::parameter("Content-Type must be application/json"));
    }
    body.map_err(|error| Refusal::parameter(error.to_string()))
}

/// Whether a content type is `application/json`, whatever its parameters.
fn is_json(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

//! The calls that read what was created: the list of checkpoint items, their number, one of them,
//! and what is left of the quotas.

use axum::{
    Extension, Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Service, checkpoint_item, course::Course, item_query::ItemQuery, refusal::Refusal};
use crate::{
    error_body::{self, Shape},
    gateway::request_id::RequestId,
};

/// How many backups a project may have; their size is not limited.
const BACKUPS_QUOTA: u32 = 600;

/// `GET /v1/{project_id}/checkpoint_items`: the backups of a project that the parameters select.
pub(crate) async fn list(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
    parameters: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Refusal> {
    let (project_id, query) = read(path, parameters)?;
    let backups = service.store.of_project(&project_id, service.clock.now());
    let items: Vec<Value> = query
        .select(backups)?
        .iter()
        .map(|(backup, stage)| checkpoint_item::item(backup, *stage))
        .collect();
    Ok(Json(json!({ "checkpoint_items": items })))
}

/// `GET /v1/{project_id}/checkpoint_items/count`: how many backups the parameters select, on
/// whatever page.
pub(crate) async fn count(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
    parameters: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Refusal> {
    let (project_id, query) = read(path, parameters)?;
    let backups = service.store.of_project(&project_id, service.clock.now());
    Ok(Json(json!({ "count": query.matching(backups).len() })))
}

/// `GET /v1/{project_id}/checkpoint_items/{checkpoint_item_id}`: one backup.
pub(crate) async fn one(
    State(service): State<Service>,
    Extension(request_id): Extension<RequestId>,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Response, Refusal> {
    let Path((project_id, item_id)) =
        path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let backups = service.store.of_project(&project_id, service.clock.now());
    let found = backups
        .iter()
        .find(|(backup, _)| backup.item_id.to_string().eq_ignore_ascii_case(&item_id));
    let (backup, stage) = found.ok_or_else(|| Refusal::no_such_item(&item_id))?;
    if backup.course == Course::Unsteady && service.turns.goes_wrong(&format!("read {item_id}")) {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Ok(error_body::shaped(Shape::Service, status, &request_id));
    }
    let item = checkpoint_item::item(backup, *stage);
    Ok(Json(json!({ "checkpoint_item": item })).into_response())
}

/// `GET /v1/{project_id}/quotas`: what may be used and what is.
pub(crate) async fn quotas(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path(project_id) = path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let backups = service.store.of_project(&project_id, service.clock.now());
    let megabytes: u32 =
        backups.iter().map(|(backup, stage)| checkpoint_item::done_size(backup, *stage)).sum();
    Ok(Json(json!({ "quotas": { "resources": [
        {
            "type": "backup_capacity",
            "unit": "GB",
            "quota": -1,
            "used": megabytes.div_ceil(1024),
        },
        { "type": "backups", "quota": BACKUPS_QUOTA, "used": backups.len() },
    ] } })))
}

fn read(
    path: Result<Path<String>, PathRejection>,
    parameters: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<(String, ItemQuery), Refusal> {
    let Path(project_id) = path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let Query(parameters) = parameters.map_err(|error| Refusal::parameter(error.to_string()))?;
    Ok((project_id, ItemQuery::read(parameters)?))
}

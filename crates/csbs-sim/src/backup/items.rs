//! The calls that read what was created: the list of checkpoint items, and one of them.

use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use serde_json::{Value, json};

use super::{Service, checkpoint_item, item_query::ItemQuery, refusal::Refusal};

/// `GET /v1/{project_id}/checkpoint_items`: the backups of a project that the parameters select.
pub(crate) async fn list(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
    parameters: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path(project_id) = path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let Query(parameters) = parameters.map_err(|error| Refusal::parameter(error.to_string()))?;
    let query = ItemQuery::read(parameters)?;
    let now = service.clock.now();
    let backups = service.store.of_project(&project_id).into_iter().map(|backup| {
        let stage = service.store.stage(&backup, now);
        (backup, stage)
    });
    let items: Vec<Value> = query
        .select(backups.collect())?
        .iter()
        .map(|(backup, stage)| checkpoint_item::item(backup, *stage))
        .collect();
    Ok(Json(json!({ "checkpoint_items": items })))
}

/// `GET /v1/{project_id}/checkpoint_items/{checkpoint_item_id}`: one backup.
pub(crate) async fn one(
    State(service): State<Service>,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path((project_id, item_id)) =
        path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let backups = service.store.of_project(&project_id);
    let backup = backups
        .iter()
        .find(|backup| backup.item_id.to_string().eq_ignore_ascii_case(&item_id))
        .ok_or_else(|| Refusal::no_such_item(&item_id))?;
    let stage = service.store.stage(backup, service.clock.now());
    Ok(Json(json!({ "checkpoint_item": checkpoint_item::item(backup, stage) })))
}

//! `GET /v1/{project_id}/cloudservers/detail`: a page of a project's servers.

use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use serde_json::{Value, json};

use super::{
    MOST_SERVERS, Service, fleet, refusal::Refusal, server_body, server_query::ServerQuery,
};
use crate::well_known::{ProjectWay, way_of};

/// Servers of the projects that have many.
const MANY: usize = 5000;
const SEVERAL_PAGES: usize = 2500;

/// The call itself.
pub(super) async fn list(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
    parameters: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path(project_id) = path.map_err(|error| Refusal::parameter(error.to_string()))?;
    let Query(parameters) = parameters.map_err(|error| Refusal::parameter(error.to_string()))?;
    let query = ServerQuery::read(parameters)?;
    let servers = match way_of(&project_id) {
        ProjectWay::Ordinary | ProjectWay::NotServed => service.servers,
        ProjectWay::NoServers => 0,
        ProjectWay::ManyServers => MANY,
        ProjectWay::SecondPageFails
            if query.page() == 1 && service.turns.goes_wrong(&project_id) =>
        {
            return Err(Refusal::internal());
        }
        ProjectWay::SecondPageFails => SEVERAL_PAGES,
        ProjectWay::ServersForbidden => return Err(Refusal::forbidden()),
    };
    let (count, page) = query.select(fleet::first(servers.min(MOST_SERVERS)));
    let page: Vec<Value> =
        page.into_iter().map(|server| server_body::of(server, &project_id)).collect();
    Ok(Json(json!({ "count": count, "servers": page })))
}

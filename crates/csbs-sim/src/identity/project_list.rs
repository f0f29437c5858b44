//! The calls that list projects and domains.

use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Service, origin, refusal::Refusal, token_body::user_named};
use crate::{
    gateway::{grants::Grant, request_id::RequestId},
    well_known::{DOMAIN, Occasion, Project, Sees, User},
};

/// `GET /v3/auth/projects`: the projects of whoever asks.
pub(super) async fn mine(
    State(service): State<Service>,
    Extension(grant): Extension<Grant>,
    Extension(request_id): Extension<RequestId>,
    headers: HeaderMap,
) -> Response {
    if let Some(Sees::Failure(status, answer)) = user_named(&grant.user).map(|user| user.sees) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        return answer.give(status, Occasion::without_server(request_id, grant.issued_at)).await;
    }
    list(&service, &headers, "/v3/auth/projects", projects_of(&grant).iter())
}

/// `GET /v3/projects`: the same, but for the parameter `name`, which selects one.
pub(super) async fn by_name(
    State(service): State<Service>,
    Extension(grant): Extension<Grant>,
    Query(parameters): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let name = parameters.iter().find(|(key, _)| key == "name").map(|(_, value)| value.as_str());
    let wanted = |project: &&Project| name.is_none_or(|name| project.name == name);
    list(&service, &headers, "/v3/projects", projects_of(&grant).iter().filter(wanted))
}

/// `GET /v3/projects/{project_id}`: one of them.
pub(super) async fn one(
    State(service): State<Service>,
    Extension(grant): Extension<Grant>,
    Path(project_id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let found = projects_of(&grant).iter().find(|project| project.id == project_id);
    let found = found.ok_or_else(|| Refusal::not_found("project", &project_id))?;
    Ok(Json(json!({ "project": project(&base(&service, &headers), found) })))
}

/// `GET /v3/auth/domains`: the one domain.
pub(super) async fn domains(State(service): State<Service>, headers: HeaderMap) -> Json<Value> {
    let own = format!("{}/v3/auth/domains", base(&service, &headers));
    Json(json!({
        "domains": [{ "id": DOMAIN.1, "name": DOMAIN.0, "enabled": true, "description": "" }],
        "links": { "self": own, "previous": null, "next": null },
    }))
}

fn projects_of(grant: &Grant) -> &'static [Project] {
    user_named(&grant.user).map(User::projects).unwrap_or_default()
}

fn base(service: &Service, headers: &HeaderMap) -> String {
    format!("{}{}", origin::of(headers), service.path)
}

fn list<'a>(
    service: &Service,
    headers: &HeaderMap,
    path: &str,
    projects: impl Iterator<Item = &'a Project>,
) -> Response {
    let base = base(service, headers);
    let projects: Vec<Value> = projects.map(|found| project(&base, found)).collect();
    let links = json!({ "self": format!("{base}{path}"), "previous": null, "next": null });
    Json(json!({ "links": links, "projects": projects })).into_response()
}

/// A project as in the reference's example.
fn project(base: &str, project: &Project) -> Value {
    json!({
        "is_domain": false,
        "description": "",
        "links": { "self": format!("{base}/v3/projects/{}", project.id) },
        "enabled": project.enabled,
        "id": project.id,
        "parent_id": DOMAIN.1,
        "domain_id": DOMAIN.1,
        "name": project.name,
    })
}

//! The backup service: checking servers, creating a backup, and the list in which it can be
//! followed.
//!
//! It knows no token and no browser; the gateway stands in front of it.

mod check;
mod checkpoint;
mod checkpoint_item;
mod course;
mod create;
mod item_query;
mod items;
mod refusal;
mod rules;
mod store;

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::{get, post},
};

use crate::{
    Options,
    clock::Clock,
    gateway::project_in,
    turns::Turns,
    well_known::{ProjectWay, way_of},
};
use refusal::Refusal;
use store::Store;

pub(crate) use checkpoint::Checkpoint;
pub(crate) use course::Course;

/// The backup service's memory and clock, shared by its handlers.
#[derive(Clone)]
pub(crate) struct Service {
    store: Arc<Store>,
    clock: Arc<dyn Clock>,
    turns: Turns,
}

impl Service {
    /// A service that has created nothing yet.
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            store: Arc::new(Store::new(options.backup_duration)),
            clock: Arc::clone(&options.clock),
            turns: Turns::default(),
        }
    }
}

/// The calls of the service, under the base path.
pub(crate) fn routes(service: Service) -> Router {
    Router::new()
        .route(
            "/v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action",
            post(create::create),
        )
        .route("/v1/{project_id}/providers/{provider_id}/resources/action", post(check::check))
        .route("/v1/{project_id}/checkpoint_items", get(items::list))
        .route("/v1/{project_id}/checkpoint_items/count", get(items::count))
        .route("/v1/{project_id}/checkpoint_items/{checkpoint_item_id}", get(items::one))
        .route("/v1/{project_id}/quotas", get(items::quotas))
        .layer(from_fn(served))
        .with_state(service)
}

/// Refuses every call in a project that the service is closed to.
async fn served(request: Request, next: Next) -> Response {
    let way = project_in(request.uri().path()).map(way_of);
    match way {
        Some(ProjectWay::NotServed) => Refusal::new_project().into_response(),
        _ => next.run(request).await,
    }
}

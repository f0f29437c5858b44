//! The backup service: creating a backup, and the list in which it can be followed.
//!
//! It knows no token and no browser; the gateway stands in front of it.

mod checkpoint;
mod checkpoint_item;
mod create;
mod item_query;
mod items;
mod refusal;
mod rules;
mod store;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{Options, clock::Clock};
use store::Store;

pub(crate) use checkpoint::Checkpoint;

/// The backup service's memory and clock, shared by its handlers.
#[derive(Clone)]
pub(crate) struct Service {
    store: Arc<Store>,
    clock: Arc<dyn Clock>,
}

impl Service {
    /// A service that has created nothing yet.
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            store: Arc::new(Store::new(options.backup_duration)),
            clock: Arc::clone(&options.clock),
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
        .route("/v1/{project_id}/checkpoint_items", get(items::list))
        .route("/v1/{project_id}/checkpoint_items/{checkpoint_item_id}", get(items::one))
        .with_state(service)
}

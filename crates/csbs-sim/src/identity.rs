//! The identity service (IAM): signing in, listing projects, and telling programs what is where.
//!
//! Tokens are kept by the gateway. This service decides who gets one, and writes its answers as
//! the reference's examples and Keystone do.

mod catalog;
mod given;
mod origin;
mod project_list;
mod refusal;
mod sign_in;
mod sign_in_request;
mod token_body;
pub(crate) mod versions;

use std::sync::Arc;

use axum::{
    Router,
    routing::{any, get},
};

use crate::{
    Options,
    gateway::{self, Gateway, grants::Grants},
    options::BasePath,
};

/// The identity service as it is reached under one path.
#[derive(Clone)]
pub(crate) struct Service {
    grants: Arc<Grants>,
    /// The path before `/v3`, empty at the root.
    path: String,
    backup_path: BasePath,
    compute_path: BasePath,
}

impl Service {
    /// The service under this path, which may be empty.
    pub(crate) fn new(options: &Options, gateway: &Gateway, path: &str) -> Self {
        Self {
            grants: gateway.grants(),
            path: path.to_owned(),
            backup_path: options.base_path.clone(),
            compute_path: options.compute_path.clone(),
        }
    }
}

/// The calls of the service, with the gateway before them. Signing in and asking for versions
/// need no token.
pub(crate) fn routes(service: &Service, gateway: &Gateway) -> Router {
    let with_token = Router::new()
        .route("/v3/auth/projects", get(project_list::mine))
        .route("/v3/projects", get(project_list::by_name))
        .route("/v3/projects/{project_id}", get(project_list::one))
        .route("/v3/auth/domains", get(project_list::domains))
        .route("/v3/auth/catalog", get(given::catalog))
        .with_state(service.clone());
    let own_token = gateway.asking_for_a_token(get(given::read).delete(given::take_back));
    let without_token = Router::new()
        .route("/v3", get(versions::v3))
        .route("/v3/", get(versions::v3))
        .route("/v3/auth/tokens", own_token.post(sign_in::sign_in))
        .route("/v3/{*rest}", any(gateway::no_such_api))
        .with_state(service.clone());
    let routes = gateway.all_asking_for_a_token(with_token).merge(without_token);
    let routes = if service.path.is_empty() {
        // At the root, every other path is the page's.
        routes
    } else {
        routes
            .route("/", get(versions::all).with_state(service.clone()))
            .fallback(gateway::no_such_api)
    };
    gateway.before_any(routes.method_not_allowed_fallback(gateway::no_such_method))
}

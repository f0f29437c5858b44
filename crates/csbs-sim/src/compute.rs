//! The compute service (ECS): the list of a project's servers.

mod demo_servers;
mod fleet;
mod list;
mod made_up;
mod refusal;
mod server;
mod server_body;
mod server_query;

use axum::{Router, routing::get};

use crate::{Options, turns::Turns};

pub(crate) use fleet::name_of;

/// The most servers that a project can have here.
pub const MOST_SERVERS: usize = 10_000;

/// The compute service's settings and memory, shared by its handlers.
#[derive(Clone)]
pub(crate) struct Service {
    servers: usize,
    turns: Turns,
}

impl Service {
    /// A service in which nothing has failed yet.
    pub(crate) fn new(options: &Options) -> Self {
        Self { servers: options.servers, turns: Turns::default() }
    }
}

/// Name, id and status of the servers that are of every kind.
pub(crate) fn first_servers() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let parts =
        |server: &'static server::Server| (server.name.as_str(), server.id.as_str(), server.status);
    fleet::first(Options::default().servers).iter().map(parts)
}

/// The calls of the service, under its path.
pub(crate) fn routes(service: Service) -> Router {
    Router::new().route("/v1/{project_id}/cloudservers/detail", get(list::list)).with_state(service)
}

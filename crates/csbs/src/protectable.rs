//! Asking the service whether servers can be backed up, before anything is started.
//!
//! This is a question and changes nothing, so it may be asked again.

pub(crate) mod answer;

pub use answer::{Protectable, match_answers};

use crate::http::{HttpRequest, Method, push_encoded};
use crate::id::{PROVIDER_ID, ProjectId, ResourceId};
use crate::wire;

/// How many servers are asked about in one request.
///
/// No limit is documented. With 50, a request has 5 kB, 500 servers take ten requests, and one
/// that fails leaves only so many without an answer.
pub const SERVERS_PER_CHECK: usize = 50;

/// The servers in portions of [`SERVERS_PER_CHECK`], each with the request that asks about it.
pub fn check_requests<'a>(
    project_id: &ProjectId,
    servers: &'a [ResourceId],
) -> Vec<(&'a [ResourceId], HttpRequest)> {
    let request = |portion| (portion, check_request(project_id, portion));
    servers.chunks(SERVERS_PER_CHECK).map(request).collect()
}

/// The request that asks about all of these servers at once.
pub fn check_request(project_id: &ProjectId, servers: &[ResourceId]) -> HttpRequest {
    let mut path = project_id.path();
    path.push_str("/providers/");
    push_encoded(&mut path, PROVIDER_ID);
    path.push_str("/resources/action");
    let body = wire::protectable::body(servers);
    HttpRequest { method: Method::Post, path, body: Some(body.into()) }
}

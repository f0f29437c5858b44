//! A simulator of the services behind the console, for trying it out, developing and testing.
//!
//! It serves the built page and the APIs of three services on one origin, as a same-origin proxy
//! would, or plays a cross-origin proxy when origins are allowed. It states the documented rules
//! of the API on its own, over raw JSON, and must not use the console's rules or wire types: where
//! one of the two misread the documentation, a test sees them disagree.
//!
//! In reading order: [`options`] says what can be set, `router` puts the parts together, `gateway`
//! is what stands in front of every service (token, request id), `identity` gives out the tokens
//! and lists projects, `compute` lists servers, `backup` is the backup service, [`well_known`] the
//! servers, users and projects for which something goes wrong on purpose, `site` the built page,
//! [`server`] the listening socket, [`request_log`] the list of what arrived there.

pub mod clock;
pub mod options;
pub mod request_log;
pub mod server;
pub mod start_error;
pub mod well_known;

mod backup;
mod compute;
mod cross_origin;
mod derived_id;
mod error_body;
mod gateway;
mod identity;
mod router;
mod security_headers;
mod site;
mod turns;

pub use compute::MOST_SERVERS;
pub use gateway::token::{DEMO_TOKEN, EXPIRED_TOKEN};
pub use options::Options;
pub use request_log::RequestLog;
pub use router::router;
pub use server::Server;
pub use site::{DEMO_PROJECT_ID, DEMO_RESOURCE_ID};
pub use start_error::StartError;

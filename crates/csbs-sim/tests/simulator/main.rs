//! The simulator from outside: as a router, as a listening server, and as a program.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "functions that tests share may say what they expect, as tests themselves may"
)]

mod agreement;
mod check;
mod compute;
mod connection;
mod create;
mod cross_origin;
mod documentation;
mod following;
mod gateway;
mod identity;
mod items;
mod program;
mod request_log;
mod running;
mod site;
mod well_known;

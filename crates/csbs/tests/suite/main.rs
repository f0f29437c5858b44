//! The tests of the crate, from a typed character to the meaning of a failure.
//!
//! Every rule of the API page is a table of texts and what becomes of them; the modules named
//! `…_property` hold the same rules against arbitrary input.

#![cfg(test)]

mod any_text;
mod draft;

mod backup_name;
mod description;
mod extra_info;
mod fault;
mod project_id;
mod resource_id;
mod server_ids;
mod tag;
mod token;

mod all_problems;
mod deep_link;
mod documented_links;
mod kept_draft;
mod preview;
mod request;
mod several_servers;

mod checkpoint;
mod extra_info_read;
mod resource_graph;
mod status;
mod time;
mod unreadable;

mod backup;
mod backup_requests;
mod error_codes;
mod listed_backups;
mod outcome;
mod refusal;
mod refusal_kind;

mod sign_in;
mod signed_in;

mod protectable;
mod quota;
mod server_search;
mod servers;

mod decoded_property;
mod neighbours_property;
mod several_property;
mod typed_property;

//! What goes over the wire: the JSON of requests and answers.
//!
//! The names of JSON keys are written here and nowhere else. Answers are read one level at a
//! time, because what really comes back differs from the documents (`docs/api-reading.md`,
//! reader's rules).

mod backup;
mod checkpoint;
mod checkpoint_item;
pub mod draft;
mod extra_info;
mod failure;
pub(crate) mod iam;
pub mod kept_run;
pub(crate) mod protectable;
mod quota;
pub mod recent;
pub(crate) mod refusal;
pub(crate) mod request;
mod resource_graph;
pub(crate) mod run_report;
mod server;

pub use backup::{read_backup, read_backups, read_count};
pub use checkpoint::read_checkpoint;
pub use checkpoint_item::read_checkpoint_items;
pub use iam::{read_projects, read_token};
pub use protectable::read_protectable;
pub use quota::read_quotas;
pub use server::read_servers;

use crate::json::{Json, JsonKind, JsonMistake, Mistake, Object};
use crate::text;

/// Why an accepted answer could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no body.
    Empty,
    /// The body ends in the middle.
    CutOff,
    /// The body is a page of a proxy or gateway: the service never answers HTML.
    WebPage,
    /// The body is not JSON from this place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// The body is JSON without something that has to be there.
    Missing {
        /// The key, with the keys around it: `checkpoint.id`; or the name of a header.
        key: &'static str,
    },
}

/// Reads a body that is to be a JSON object with a certain key.
fn read_object<'a>(body: &'a str, key: &'static str) -> Result<Object<'a>, Unreadable> {
    if text::trim(body).is_empty() {
        return Err(Unreadable::Empty);
    }
    match Json::parse(body) {
        Ok(json) => json.object().ok_or(Unreadable::Missing { key }),
        Err(Mistake { reason: JsonMistake::Unfinished, .. }) => Err(Unreadable::CutOff),
        Err(_) if refusal::is_web_page(body) => Err(Unreadable::WebPage),
        Err(Mistake { line, column, .. }) => Err(Unreadable::NotJson { line, column }),
    }
}

/// Reads a body that is to be a JSON object with an array under a certain key: the object and the
/// elements of the array.
fn read_array<'a>(
    body: &'a str,
    key: &'static str,
) -> Result<(Object<'a>, Vec<Json<'a>>), Unreadable> {
    let object = read_object(body, key)?;
    match object.get(key) {
        Some(array) if array.kind() == JsonKind::Array => Ok((object, array.elements())),
        _ => Err(Unreadable::Missing { key }),
    }
}

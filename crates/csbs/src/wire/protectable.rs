//! Asking whether servers can be backed up, and the answer.

use super::{Unreadable, read_array};
use crate::backup_type::ResourceType;
use crate::error_code::lookup;
use crate::id::ResourceId;
use crate::json::{Json, Object, write_array, write_object, write_text};
use crate::protectable::answer::Protectable;

/// The body of the request. Both keys of an element are mandatory.
pub(crate) fn body(servers: &[ResourceId]) -> String {
    let element = |server: &ResourceId| {
        write_object(&[
            ("resource_id", Some(write_text(server.as_str()))),
            ("resource_type", Some(write_text(ResourceType::Server.as_str()))),
        ])
    };
    write_object(&[("check_protectable", Some(write_array(servers.iter().map(element))))])
}

/// Reads the answer: what it says about each server that it mentions, by id.
pub fn read_protectable(body: &str) -> Result<Vec<(String, Protectable)>, Unreadable> {
    let (_, elements) = read_array(body, "protectable")?;
    let objects = elements.into_iter().filter_map(Json::object);
    Ok(objects.filter_map(|element| Some((element.text("resource_id")?, read(&element)))).collect())
}

/// `result` decides. Without it, a code or a message is a no.
fn read(element: &Object<'_>) -> Protectable {
    let (code, message) = (element.text("error_code"), element.text("error_msg"));
    let result = element.get("result").and_then(Json::boolean);
    match result {
        Some(true) => Protectable::Yes,
        None if code.is_none() && message.is_none() => Protectable::NotAnswered,
        _ => {
            // An answer about a server has no status of its own; the codes that it can bring
            // are documented with one status each.
            let documented = code.as_deref().and_then(|code| lookup(400, code));
            Protectable::No { code, message, documented }
        }
    }
}

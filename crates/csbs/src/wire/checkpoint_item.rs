//! The answer to listing backups, as far as it tells them from each other.

use super::{Unreadable, read_array};
use crate::checkpoint_item::CheckpointItem;
use crate::json::{Json, Object};
use crate::status::Status;
use crate::time::Time;

/// Reads a list of backups. An element without an id is left out, as nothing could be done with
/// it; everything else about an element may be missing.
pub fn read_checkpoint_items(body: &str) -> Result<Vec<CheckpointItem>, Unreadable> {
    let (_, items) = read_array(body, "checkpoint_items")?;
    let objects = items.into_iter().filter_map(Json::object);
    Ok(objects.filter_map(|item| read_item(&item)).collect())
}

pub(super) fn read_item(item: &Object<'_>) -> Option<CheckpointItem> {
    Some(CheckpointItem {
        id: item.text("id")?,
        checkpoint_id: item.text("checkpoint_id"),
        name: item.text("name"),
        description: item.text("description"),
        status: item.text("status").map(|status| Status::parse(&status)),
        created_at: item.text("created_at").map(|raw| Time::parse(&raw)),
        resource_id: item.text("resource_id"),
        progress: item.object("extend_info").and_then(|details| read_progress(&details)),
    })
}

/// Documented as a whole number from 0 to 100; may be a fraction, a text or null.
fn read_progress(extend_info: &Object<'_>) -> Option<u8> {
    let percent = extend_info.get("progress").and_then(Json::whole_number)?;
    u8::try_from(percent).ok().filter(|percent| *percent <= 100)
}

//! A draft as JSON, for keeping it over a reload.
//!
//! The JSON holds no secret, because a draft holds none. What an older or newer version of the
//! program has kept reads as far as it is known.

use crate::backup_type::{BackupType, ResourceType};
use crate::draft::{Draft, DraftTag};
use crate::json::{Json, Object, write_array, write_object, write_text};

/// Writes a draft.
pub fn to_json(draft: &Draft) -> String {
    let text = |value: &str| Some(write_text(value));
    write_object(&[
        ("project_id", text(&draft.project_id)),
        ("resource_id", text(&draft.resource_id)),
        ("backup_name", text(&draft.backup_name)),
        ("description", text(&draft.description)),
        ("incremental", draft.backup_type.incremental().map(|choice| choice.to_string())),
        ("resource_type", draft.resource_type.map(ResourceType::as_str).and_then(text)),
        ("tags", Some(write_array(draft.tags.iter().map(write_tag)))),
        ("extra_info", text(&draft.extra_info)),
    ])
}

/// Reads a draft that [`to_json`] wrote; `None` when the text is not a JSON object. Keys that are
/// missing or hold something else are as in an empty draft, keys that are not known are passed
/// over.
pub fn from_json(json: &str) -> Option<Draft> {
    let kept = Json::parse(json).ok()?.object()?;
    let text = |key| kept.text(key).unwrap_or_default();
    let tags = kept.elements("tags").into_iter().filter_map(Json::object);
    Some(Draft {
        project_id: text("project_id"),
        resource_id: text("resource_id"),
        backup_name: text("backup_name"),
        description: text("description"),
        backup_type: match kept.get("incremental").map(Json::as_str) {
            Some("true") => BackupType::Incremental,
            Some("false") => BackupType::Full,
            _ => BackupType::ServiceDecides,
        },
        resource_type: Some(ResourceType::Server)
            .filter(|known| text("resource_type") == known.as_str()),
        tags: tags.map(|tag| read_tag(&tag)).collect(),
        extra_info: text("extra_info"),
    })
}

fn write_tag(tag: &DraftTag) -> String {
    write_object(&[("key", Some(write_text(&tag.key))), ("value", Some(write_text(&tag.value)))])
}

fn read_tag(tag: &Object<'_>) -> DraftTag {
    let text = |key| tag.text(key).unwrap_or_default();
    DraftTag { key: text("key"), value: text("value") }
}

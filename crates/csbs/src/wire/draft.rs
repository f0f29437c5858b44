//! A draft as JSON, for keeping it over a reload.
//!
//! The JSON holds no secret, because a draft holds none. What an older or newer version of the
//! program has kept reads as far as it is known.

use serde::Serialize;

use crate::backup_type::{BackupType, ResourceType};
use crate::draft::{Draft, DraftTag};
use crate::json::{self, Object};

/// Writes a draft.
pub fn to_json(draft: &Draft) -> String {
    let tags = draft.tags.iter();
    let kept = Kept {
        project_id: &draft.project_id,
        resource_id: &draft.resource_id,
        backup_name: &draft.backup_name,
        description: &draft.description,
        incremental: draft.backup_type.incremental(),
        resource_type: draft.resource_type.map(ResourceType::as_str),
        tags: tags
            .map(|tag| KeptTag {
                key: &tag.key,
                value: &tag.value,
            })
            .collect(),
        extra_info: &draft.extra_info,
    };
    // Writing these types into memory has no way to fail. If that ever changed, the draft would
    // not be kept, and reading the empty text says so.
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Reads a draft that [`to_json`] wrote; `None` when the text is not a JSON object. Keys that are
/// missing or hold something else are as in an empty draft, keys that are not known are passed
/// over.
pub fn from_json(json: &str) -> Option<Draft> {
    let kept = Object::read(json)?;
    let text = |key| kept.text(key).unwrap_or_default();
    let tags = kept.get("tags").and_then(json::array).unwrap_or_default();
    Some(Draft {
        project_id: text("project_id"),
        resource_id: text("resource_id"),
        backup_name: text("backup_name"),
        description: text("description"),
        backup_type: match kept.get("incremental") {
            Some("true") => BackupType::Incremental,
            Some("false") => BackupType::Full,
            _ => BackupType::ServiceDecides,
        },
        resource_type: Some(ResourceType::Server)
            .filter(|known| text("resource_type") == known.as_str()),
        tags: tags
            .into_iter()
            .filter_map(Object::read)
            .map(|tag| read_tag(&tag))
            .collect(),
        extra_info: text("extra_info"),
    })
}

fn read_tag(tag: &Object<'_>) -> DraftTag {
    let text = |key| tag.text(key).unwrap_or_default();
    DraftTag {
        key: text("key"),
        value: text("value"),
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    project_id: &'a str,
    resource_id: &'a str,
    backup_name: &'a str,
    description: &'a str,
    incremental: Option<bool>,
    resource_type: Option<&'a str>,
    tags: Vec<KeptTag<'a>>,
    extra_info: &'a str,
}

#[derive(Serialize)]
struct KeptTag<'a> {
    key: &'a str,
    value: &'a str,
}

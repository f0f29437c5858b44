//! What was typed, as it was typed.
//!
//! A draft is plain strings and choices. It knows no rule; `check` reads it. It holds no secret,
//! so it may be kept between visits.

use crate::backup_type::{BackupType, ResourceType};

/// The content of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The project, as typed.
    pub project_id: String,
    /// The server, as typed or pasted.
    pub resource_id: String,
    /// The name, as typed; blank when none is to be sent.
    pub backup_name: String,
    /// The description, as typed, with its line breaks; blank when none is to be sent.
    pub description: String,
    /// Which kind of backup is asked for.
    pub backup_type: BackupType,
    /// The resource type, when it is to be sent.
    pub resource_type: Option<ResourceType>,
    /// The rows of tags, in the order of the form, blank rows included.
    pub tags: Vec<DraftTag>,
    /// The JSON object, as typed; blank when none is to be sent.
    pub extra_info: String,
}

/// One row of tags, as typed. A row whose key and value are both blank is not sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftTag {
    /// The key, as typed.
    pub key: String,
    /// The value, as typed.
    pub value: String,
}

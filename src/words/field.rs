//! What the fields of the form are called in messages.

use csbs::Field;

use super::{Words, say};

impl Words {
    /// The name of a field; tag rows count from 1.
    #[must_use]
    pub fn field(self, field: Field) -> String {
        match field {
            Field::Token => say!(self, field.token).into(),
            Field::ProjectId => say!(self, field.project_id).into(),
            Field::ResourceId => say!(self, field.resource_id).into(),
            Field::BackupName => say!(self, field.backup_name).into(),
            Field::Description => say!(self, field.description).into(),
            Field::Tags => say!(self, field.tags).into(),
            Field::TagKey(row) => say!(self, field.tag_key, number = row + 1),
            Field::TagValue(row) => say!(self, field.tag_value, number = row + 1),
            Field::ExtraInfo => say!(self, field.extra_info).into(),
        }
    }
}

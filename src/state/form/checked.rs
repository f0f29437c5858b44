//! A draft and everything that follows from it, kept up to date a field at a time.

use csbs::{
    BackupName, Description, Draft, ExtraInfo, Fields, Preview, Problem, ProjectId, ResourceId,
    TagReading,
};

/// What was typed, how each field reads, what is wrong, and what would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What was typed.
    pub draft: Draft,
    /// How each field reads.
    pub fields: Fields,
    /// Everything that is wrong, in the order of the form, shown or not.
    pub problems: Vec<Problem>,
    /// What would be sent.
    pub preview: Preview,
}

impl Checked {
    /// Checks a draft from nothing.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let fields = Fields::from(&draft);
        Self { problems: fields.problems(), preview: fields.preview(), fields, draft }
    }

    /// Checks a draft again after a change: only the fields whose text differs are read, and only
    /// if one of them reads differently are the problems and the request put together anew.
    #[must_use]
    pub fn after(mut self, draft: Draft) -> Self {
        let before = std::mem::replace(&mut self.draft, draft);
        let (now, mut fields) = (&self.draft, self.fields.clone());
        if now.project_id != before.project_id {
            fields.project_id = ProjectId::parse(&now.project_id);
        }
        if now.resource_id != before.resource_id {
            fields.resource_id = ResourceId::parse(&now.resource_id);
        }
        if now.backup_name != before.backup_name {
            fields.backup_name = BackupName::read(&now.backup_name);
        }
        if now.description != before.description {
            fields.description = Description::read(&now.description);
        }
        fields.backup_type = now.backup_type;
        fields.resource_type = now.resource_type;
        fields.tags.resize(now.tags.len(), TagReading::Blank);
        for (row, (reading, tag)) in fields.tags.iter_mut().zip(&now.tags).enumerate() {
            if before.tags.get(row) != Some(tag) {
                *reading = TagReading::read(&tag.key, &tag.value);
            }
        }
        if now.extra_info != before.extra_info {
            fields.extra_info = ExtraInfo::read(&now.extra_info);
        }
        if fields != self.fields {
            self.problems = fields.problems();
            self.preview = fields.preview();
            self.fields = fields;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use csbs::{BackupType, DraftTag, ResourceType};

    fn tag(key: &str, value: &str) -> DraftTag {
        DraftTag { key: key.into(), value: value.into() }
    }

    /// A person's way through the form, with every field changed, emptied, mistyped and mended.
    fn way() -> Vec<Draft> {
        let mut steps = vec![Draft::default()];
        let changes: [fn(&mut Draft); 16] = [
            |draft| draft.project_id = "b942cc8342734d15bcb246babb1953cf".into(),
            |draft| draft.resource_id = "9506416d".into(),
            |draft| draft.resource_id = "9506416d-db6c-406e-8bca-c0f43793d914".into(),
            |draft| draft.backup_name = "db backup".into(),
            |draft| draft.backup_name = "db-backup".into(),
            |draft| draft.description = "a < b".into(),
            |draft| draft.description = " ".into(),
            |draft| draft.backup_type = BackupType::Full,
            |draft| draft.resource_type = Some(ResourceType::Server),
            |draft| draft.tags = vec![tag("env", "prod"), tag("", ""), tag("env", "test")],
            |draft| draft.tags[0].value = "a b".into(),
            |draft| drop(draft.tags.remove(0)),
            |draft| draft.tags.push(tag("", "value without key")),
            |draft| draft.extra_info = "{".into(),
            |draft| draft.extra_info = "{}".into(),
            |draft| draft.tags.clear(),
        ];
        for change in changes {
            let mut draft = steps.last().cloned().unwrap_or_default();
            change(&mut draft);
            steps.push(draft);
        }
        steps
    }

    #[test]
    fn checking_a_change_gives_what_checking_from_nothing_gives() {
        for before in way() {
            for draft in way() {
                let changed = Checked::new(before.clone()).after(draft.clone());
                assert_eq!(changed, Checked::new(draft), "after {before:?}");
            }
        }
    }
}

//! A draft and everything that follows from it, kept up to date a field at a time.

use csbs::{
    BackupName, BackupRequest, Description, Draft, ExtraInfo, Fault, Fields, Preview, Problem,
    ProjectId, ServerIds, TagReading,
};

/// What was typed, how each field reads, what is wrong, and what would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What was typed.
    pub draft: Draft,
    /// The servers.
    pub servers: Result<ServerIds, Fault>,
    /// How each field reads; that of the server as the first of them.
    pub fields: Fields,
    /// Everything that is wrong, in the order of the form, shown or not.
    pub problems: Vec<Problem>,
    /// What would be sent for the first server.
    pub preview: Preview,
}

impl Checked {
    /// Checks a draft from nothing.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let servers = ServerIds::parse(&draft.resource_id);
        let fields = with_first_of(&servers, Fields::from(&draft));
        let (problems, preview) = follow(&servers, &fields);
        Self { draft, servers, fields, problems, preview }
    }

    /// A request for each server, in their order, or everything that is wrong.
    ///
    /// # Errors
    ///
    /// The same problems as in `problems`.
    pub fn requests(&self) -> Result<Vec<BackupRequest>, Vec<Problem>> {
        match &self.servers {
            Ok(servers) => self.fields.requests_for(servers),
            Err(_) => Err(self.problems.clone()),
        }
    }

    /// The names of the first and of the last backup, where there are several with names.
    #[must_use]
    pub fn names(&self) -> Option<(String, String)> {
        let name = self.fields.backup_name.as_ref().ok()?.as_ref()?;
        let count = Some(self.count()).filter(|count| *count > 1)?;
        let (first, last) = name.first_and_last(count).ok()?;
        Some((first.as_str().to_owned(), last.as_str().to_owned()))
    }

    /// How many servers there are; one as long as none can be read.
    #[must_use]
    pub fn count(&self) -> usize {
        self.servers.as_ref().map_or(1, |servers| servers.as_slice().len())
    }

    /// Checks a draft again after a change: only the fields whose text differs are read, and only
    /// if one of them reads differently are the problems and the request put together anew.
    #[must_use]
    pub fn after(mut self, draft: Draft) -> Self {
        let before = std::mem::replace(&mut self.draft, draft);
        let (now, mut fields, several) = (&self.draft, self.fields.clone(), self.count());
        if now.project_id != before.project_id {
            fields.project_id = ProjectId::parse(&now.project_id);
        }
        if now.resource_id != before.resource_id {
            self.servers = ServerIds::parse(&now.resource_id);
            fields = with_first_of(&self.servers, fields);
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
        if fields != self.fields || several != self.count() {
            (self.problems, self.preview) = follow(&self.servers, &fields);
            self.fields = fields;
        }
        self
    }
}

fn with_first_of(servers: &Result<ServerIds, Fault>, fields: Fields) -> Fields {
    let first = |servers: &ServerIds| servers.as_slice().first().cloned().ok_or(Fault::Empty);
    Fields { resource_id: servers.as_ref().map_err(Fault::clone).and_then(first), ..fields }
}

fn follow(servers: &Result<ServerIds, Fault>, fields: &Fields) -> (Vec<Problem>, Preview) {
    match servers {
        Ok(servers) => (fields.problems_for(servers), fields.preview_for(servers, 0)),
        Err(_) => (fields.problems(), fields.preview()),
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
        let changes: [fn(&mut Draft); 19] = [
            |draft| draft.project_id = "b942cc8342734d15bcb246babb1953cf".into(),
            |draft| draft.resource_id = "9506416d".into(),
            |draft| draft.resource_id = "9506416d-db6c-406e-8bca-c0f43793d914".into(),
            |draft| draft.resource_id += "\nb37fd80e-ac67-4d02-b9f1-9891c9c0fabf",
            |draft| draft.resource_id += " and more",
            |draft| draft.resource_id = "{9506416d-db6c-406e-8bca-c0f43793d914}".into(),
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

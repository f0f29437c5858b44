//! What was typed, and what it means: a signal for each field, a memo for each reading.
//!
//! A keystroke changes one signal, which reads one field again. Only if that reading differs is
//! the list of problems and the request put together anew, from readings that are all there, and
//! only what differs in them is drawn.

pub mod pasted;
mod tag_row;

use csbs::{
    BackupName, BackupType, Description, Draft, DraftTag, ExtraInfo, Fault, Field, Fields,
    MAX_TAGS, Problem, ProjectId, ResourceId, ResourceType,
};
use leptos::prelude::*;

use crate::session::Access;
use crate::state::reveal::{self, Seen};

pub use tag_row::TagRow;

/// One text field: what is in it and what the person has done with it.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The text as typed; nothing is trimmed or cut off.
    pub text: RwSignal<String>,
    /// What the person has done with the field.
    pub seen: RwSignal<Seen>,
}

impl Entry {
    /// A field that holds this text and has not been touched.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            text: RwSignal::new(text),
            seen: RwSignal::new(Seen::default()),
        }
    }

    /// The person has changed the text.
    pub fn change(&self, text: String) {
        self.text.set(text);
        let seen = self.seen.get_untracked();
        if !seen.changed {
            self.seen.set(seen.after_change());
        }
    }

    /// The person has left the field.
    pub fn leave(&self) {
        let seen = self.seen.get_untracked();
        if seen != seen.after_leaving() {
            self.seen.set(seen.after_leaving());
        }
    }

    fn reset(&self, text: String) {
        self.text.set(text);
        self.seen.set(Seen::default());
    }
}

/// The whole form.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What the token field was read as.
    pub access: RwSignal<Access>,
    /// What the person has done with the token field.
    pub access_seen: RwSignal<Seen>,
    /// The project of the server.
    pub project_id: Entry,
    /// The server.
    pub resource_id: Entry,
    /// The name of the backup.
    pub backup_name: Entry,
    /// The description of the backup.
    pub description: Entry,
    /// Incremental, full, or not said.
    pub backup_type: RwSignal<BackupType>,
    /// The resource type, or not said.
    pub resource_type: RwSignal<Option<ResourceType>>,
    /// The tag rows, in order.
    pub tags: RwSignal<Vec<TagRow>>,
    /// Additional information, as JSON.
    pub extra_info: Entry,
    /// Whether the person has tried to submit.
    pub attempted: RwSignal<bool>,
    /// Each field's reading.
    pub fields: Memo<Fields>,
    /// All problems, in the order of the form, shown or not.
    pub problems: Memo<Vec<Problem>>,
    next_row: StoredValue<u32>,
}

impl Form {
    /// A form that holds this draft, untouched.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let access = RwSignal::new(Access::default());
        let project_id = Entry::new(draft.project_id);
        let resource_id = Entry::new(draft.resource_id);
        let backup_name = Entry::new(draft.backup_name);
        let description = Entry::new(draft.description);
        let extra_info = Entry::new(draft.extra_info);
        let backup_type = RwSignal::new(draft.backup_type);
        let resource_type = RwSignal::new(draft.resource_type);
        let rows: Vec<TagRow> = (0..)
            .zip(draft.tags)
            .map(|(id, tag)| TagRow::new(id, tag))
            .collect();
        let next_row = StoredValue::new(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let tags = RwSignal::new(rows);

        let project_read = reading(project_id, ProjectId::parse);
        let resource_read = reading(resource_id, ResourceId::parse);
        let name_read = reading(backup_name, BackupName::read);
        let description_read = reading(description, Description::read);
        let extra_read = reading(extra_info, ExtraInfo::read);
        let fields = Memo::new(move |_| Fields {
            project_id: project_read.get(),
            resource_id: resource_read.get(),
            backup_name: name_read.get(),
            description: description_read.get(),
            backup_type: backup_type.get(),
            resource_type: resource_type.get(),
            tags: tags.with(|rows| rows.iter().map(TagRow::reading).collect()),
            extra_info: extra_read.get(),
        });
        let problems = Memo::new(move |_| {
            let mut problems: Vec<Problem> = access.with(|access| {
                let fault = access.fault().cloned();
                fault
                    .map(|fault| Problem {
                        field: Field::Token,
                        fault,
                    })
                    .into_iter()
                    .collect()
            });
            fields.with(|fields| problems.extend(fields.problems()));
            problems
        });
        Self {
            access,
            access_seen: RwSignal::new(Seen::default()),
            project_id,
            resource_id,
            backup_name,
            description,
            backup_type,
            resource_type,
            tags,
            extra_info,
            attempted: RwSignal::new(false),
            fields,
            problems,
            next_row,
        }
    }

    /// What is in the form now, tracked.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            project_id: self.project_id.text.get(),
            resource_id: self.resource_id.text.get(),
            backup_name: self.backup_name.text.get(),
            description: self.description.text.get(),
            backup_type: self.backup_type.get(),
            resource_type: self.resource_type.get(),
            tags: self
                .tags
                .with(|rows| rows.iter().map(TagRow::draft).collect()),
            extra_info: self.extra_info.text.get(),
        }
    }

    /// Empties the form. The token stays: it has a button of its own.
    pub fn clear(&self) {
        for entry in [
            self.project_id,
            self.resource_id,
            self.backup_name,
            self.description,
            self.extra_info,
        ] {
            entry.reset(String::new());
        }
        self.backup_type.set(BackupType::default());
        self.resource_type.set(None);
        self.tags.set(Vec::new());
        self.attempted.set(false);
        self.access_seen.set(Seen::default());
    }

    /// The fault to show at a field, if there is one and it is time to show it.
    #[must_use]
    pub fn shown(&self, field: Signal<Field>, seen: Signal<Seen>) -> Memo<Option<Fault>> {
        let Self {
            problems,
            attempted,
            ..
        } = *self;
        Memo::new(move |_| {
            let field = field.get();
            let fault = problems.with(|problems| {
                problems
                    .iter()
                    .find(|problem| problem.field == field)
                    .map(|p| p.fault.clone())
            })?;
            reveal::is_shown(&fault, seen.get(), attempted.get()).then_some(fault)
        })
    }

    /// Adds an empty tag row and gives back its id, unless there are as many as a backup can have.
    pub fn add_tag(&self) -> Option<u32> {
        if self.tags.with_untracked(Vec::len) >= MAX_TAGS {
            return None;
        }
        let id = self.next_row.get_value();
        self.push_tags([DraftTag::default()]);
        Some(id)
    }

    /// Adds rows with these tags; more than a backup can have is a problem that is shown, so that
    /// nothing that was pasted is lost.
    pub fn push_tags(&self, tags: impl IntoIterator<Item = DraftTag>) {
        let rows: Vec<TagRow> = tags
            .into_iter()
            .map(|tag| TagRow::new(self.take_row_id(), tag))
            .collect();
        self.tags.update(|all| all.extend(rows));
    }

    /// Where a tag row stands now, from 0, tracked.
    #[must_use]
    pub fn tag_index(&self, id: u32) -> Option<usize> {
        self.tags
            .with(|rows| rows.iter().position(|row| row.id == id))
    }

    /// Removes a tag row and gives back where it was.
    pub fn remove_tag(&self, id: u32) -> Option<usize> {
        let index = self
            .tags
            .with_untracked(|rows| rows.iter().position(|row| row.id == id))?;
        self.tags.update(|rows| drop(rows.remove(index)));
        Some(index)
    }

    fn take_row_id(&self) -> u32 {
        let id = self.next_row.get_value();
        self.next_row.set_value(id.wrapping_add(1));
        id
    }
}

fn reading<T>(entry: Entry, read: fn(&str) -> Result<T, Fault>) -> Memo<Result<T, Fault>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| entry.text.with(|text| read(text)))
}

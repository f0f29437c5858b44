//! What was typed, a signal for each field, and what follows from it, in one memo.
//!
//! A keystroke changes one signal. The memo reads that one field again (see [`Checked`]), and
//! each place on the page draws only if its own text differs.

mod checked;
mod folded;
pub mod pasted;
mod tag_row;

use csbs::{BackupType, Draft, DraftTag, Fault, Field, MAX_TAGS, Problem, ResourceType};
use leptos::prelude::*;

use crate::session::Access;
use crate::state::reveal::{self, Seen};

pub use checked::Checked;
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
        Self { text: RwSignal::new(text), seen: RwSignal::new(Seen::default()) }
    }

    /// The person has changed the text.
    pub fn change(&self, text: String) {
        self.text.set(text);
        let seen = self.seen.get_untracked();
        if !seen.changed {
            self.seen.set(seen.after_change());
        }
    }

    /// The person has left the field, perhaps because it has just gone from the page.
    pub fn leave(&self) {
        if let Some(seen) =
            self.seen.try_get_untracked().filter(|seen| *seen != seen.after_leaving())
        {
            self.seen.set(seen.after_leaving());
        }
    }

    fn reset(&self) {
        self.text.set(String::new());
        self.seen.set(Seen::default());
    }
}

/// What is chosen rather than typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// Incremental, full, or not said.
    pub backup_type: BackupType,
    /// The resource type, or not said.
    pub resource_type: Option<ResourceType>,
}

/// Names a field for as long as it is on the page. Tag rows are named by their id, because their
/// place, and with it their [`Field`], changes when a row before them goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A field that is always there.
    Fixed(Field),
    /// The key in the row with this id.
    TagKey(u32),
    /// The value in the row with this id.
    TagValue(u32),
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
    /// What is chosen rather than typed.
    pub choices: RwSignal<Choices>,
    /// The tag rows, in order.
    pub tags: RwSignal<Vec<TagRow>>,
    /// Additional information, as JSON.
    pub extra_info: Entry,
    /// Whether the person has tried to submit.
    pub attempted: RwSignal<bool>,
    /// What follows from all of it, always up to date.
    pub checked: Memo<Checked>,
    /// What is wrong with it. This and the two below are signals beside `checked`, because what is
    /// drawn depends on one of them, and most keys do not change them.
    found: RwSignal<Vec<Problem>>,
    /// The path that would be sent.
    pub path: RwSignal<String>,
    /// The body that would be sent.
    pub body: RwSignal<String>,
    /// How many servers there are, with their first and last backup's names.
    pub several: RwSignal<Several>,
}

/// What there is to say about several servers at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Several {
    /// How many servers there are; one as long as none can be read.
    pub count: usize,
    /// The names of the first and of the last backup, where there are several with names.
    pub names: Option<(String, String)>,
}

impl Form {
    /// A form that holds this draft, untouched.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let project_id = Entry::new(draft.project_id);
        let resource_id = Entry::new(draft.resource_id);
        let backup_name = Entry::new(draft.backup_name);
        let description = Entry::new(draft.description);
        let choices = RwSignal::new(Choices {
            backup_type: draft.backup_type,
            resource_type: draft.resource_type,
        });
        let extra_info = Entry::new(draft.extra_info);
        let rows: Vec<TagRow> =
            (0..).zip(draft.tags).map(|(id, tag)| TagRow::new(id, tag)).collect();
        let tags = RwSignal::new(rows);
        let typed = move || Draft {
            project_id: project_id.text.get(),
            resource_id: resource_id.text.get(),
            backup_name: backup_name.text.get(),
            description: description.text.get(),
            backup_type: choices.get().backup_type,
            resource_type: choices.get().resource_type,
            tags: tags.with(|rows| rows.iter().map(TagRow::typed).collect()),
            extra_info: extra_info.text.get(),
        };
        let checked = Memo::new_owning(move |before: Option<Checked>| {
            let draft = typed();
            match before {
                Some(before) if before.draft == draft => (before, false),
                Some(before) => (before.after(draft), true),
                None => (Checked::new(draft), true),
            }
        });
        let form = Self {
            access: RwSignal::new(Access::default()),
            access_seen: RwSignal::new(Seen::default()),
            project_id,
            resource_id,
            backup_name,
            description,
            choices,
            tags,
            extra_info,
            attempted: RwSignal::new(false),
            checked,
            found: RwSignal::new(Vec::new()),
            path: RwSignal::new(String::new()),
            body: RwSignal::new(String::new()),
            several: RwSignal::new(Several::default()),
        };
        form.follow();
        Effect::new(move |_| {
            checked.track();
            form.follow();
        });
        form
    }

    /// Tells those who draw problems and preview what has changed of them, at once. Whatever
    /// changes the form, this happens before the next frame; only who cannot wait calls it.
    pub fn follow(&self) {
        self.checked.with_untracked(|checked| {
            let Checked { problems, preview, .. } = checked;
            if self.found.with_untracked(|found| found != problems) {
                self.found.set(problems.clone());
            }
            for (signal, text) in [(self.path, &preview.path), (self.body, &preview.body)] {
                if signal.with_untracked(|known| known != text) {
                    signal.set(text.clone());
                }
            }
            let several = Several { count: checked.count(), names: checked.names() };
            if self.several.with_untracked(|known| *known != several) {
                self.several.set(several);
            }
        });
    }

    /// Everything that is wrong, the token included, in the order of the form; tracked.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let token = self.access.with(|access| access.fault().cloned());
        let token = token.map(|fault| Problem { field: Field::Token, fault });
        self.found.with(|problems| token.into_iter().chain(problems.iter().cloned()).collect())
    }

    /// The fault to show at a field, if there is one and it is time to show it; tracked.
    #[must_use]
    pub fn shown(&self, field: Field, seen: Seen) -> Option<Fault> {
        let fault = if field == Field::Token {
            self.access.with(|access| access.fault().cloned())
        } else {
            self.found.with(|problems| {
                let problem = problems.iter().find(|problem| problem.field == field);
                problem.map(|problem| problem.fault.clone())
            })
        }?;
        reveal::is_shown(&fault, seen, self.attempted.get()).then_some(fault)
    }

    /// The field that is at this place now; tracked. A row on its way out is drawn once more when
    /// it stands nowhere; it then passes for the first one.
    #[must_use]
    pub fn field(&self, place: Place) -> Field {
        match place {
            Place::Fixed(field) => field,
            Place::TagKey(id) => Field::TagKey(self.tag_index(id).unwrap_or_default()),
            Place::TagValue(id) => Field::TagValue(self.tag_index(id).unwrap_or_default()),
        }
    }

    /// Where a tag row stands now, from 0; tracked.
    #[must_use]
    pub fn tag_index(&self, id: u32) -> Option<usize> {
        self.tags.with(|rows| rows.iter().position(|row| row.id == id))
    }

    /// Empties the form. The token stays: it has a button of its own.
    pub fn clear(&self) {
        for entry in
            [self.project_id, self.resource_id, self.backup_name, self.description, self.extra_info]
        {
            entry.reset();
        }
        self.choices.set(Choices::default());
        self.tags.set(Vec::new());
        self.attempted.set(false);
        self.access_seen.set(Seen::default());
    }

    /// Puts a whole draft into the form, as if the person had filled it in.
    pub fn fill(&self, draft: &Draft) {
        self.project_id.change(draft.project_id.clone());
        self.resource_id.change(draft.resource_id.clone());
        self.backup_name.change(draft.backup_name.clone());
        self.description.change(draft.description.clone());
        self.extra_info.change(draft.extra_info.clone());
        let Draft { backup_type, resource_type, .. } = *draft;
        self.choices.set(Choices { backup_type, resource_type });
        self.tags.set(Vec::new());
        self.push_tags(draft.tags.clone());
        self.follow();
    }

    /// Adds an empty tag row and gives back its id, unless there are as many as a backup can have.
    pub fn add_tag(&self) -> Option<u32> {
        let is_full = self.tags.with_untracked(Vec::len) >= MAX_TAGS;
        (!is_full).then(|| self.push_tags(vec![DraftTag::default()]))
    }

    /// Adds rows with these tags and gives back the id of the first. More than a backup can have
    /// is a problem that is shown, so that nothing that was pasted is lost.
    pub fn push_tags(&self, tags: Vec<DraftTag>) -> u32 {
        let unused = self
            .tags
            .with_untracked(|rows| rows.iter().map(|row| row.id).max().map_or(0, |last| last + 1));
        let rows = (unused..).zip(tags).map(|(id, tag)| TagRow::new(id, tag));
        self.tags.update(|all| all.extend(rows));
        unused
    }

    /// Removes a tag row and gives back where it was.
    pub fn remove_tag(&self, id: u32) -> Option<usize> {
        let index = self.tags.with_untracked(|rows| rows.iter().position(|row| row.id == id))?;
        self.tags.update(|rows| drop(rows.remove(index)));
        Some(index)
    }
}

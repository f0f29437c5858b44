//! From what was typed to a request, or to everything that is wrong with it.
//!
//! All problems are always found; when one is shown is decided elsewhere. The rules of single
//! values live with their types; here are the rules between them.

mod several;

use crate::backup_name::BackupName;
use crate::backup_type::{BackupType, ResourceType};
use crate::description::Description;
use crate::draft::Draft;
use crate::extra_info::ExtraInfo;
use crate::fault::Fault;
use crate::field::{Field, Problem};
use crate::id::{ProjectId, ResourceId};
use crate::protect::Protect;
use crate::request::{BackupRequest, Preview};
use crate::tag::{MAX_TAGS, Tag, TagKey, TagValue};

/// Reads a draft: the request it makes, or all its problems in the order of the form.
///
/// ```
/// let mut draft = csbs::Draft {
///     project_id: "b942cc8342734d15bcb246babb1953cf".into(),
///     resource_id: "9506416d-db6c-406e-8bca-c0f43793d914".into(),
///     ..csbs::Draft::default()
/// };
/// assert!(csbs::check(&draft).is_ok());
///
/// draft.backup_name = "db 01".into();
/// assert_eq!(csbs::check(&draft).unwrap_err()[0].field, csbs::Field::BackupName);
/// ```
pub fn check(draft: &Draft) -> Result<BackupRequest, Vec<Problem>> {
    Fields::from(draft).request()
}

/// Every field of a draft, read on its own: its value, or why it is not acceptable.
///
/// A page that keeps one reading a field reads only the field that changed and puts this
/// together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// By [`ProjectId::parse`].
    pub project_id: Result<ProjectId, Fault>,
    /// By [`ResourceId::parse`].
    pub resource_id: Result<ResourceId, Fault>,
    /// By [`BackupName::read`].
    pub backup_name: Result<Option<BackupName>, Fault>,
    /// By [`Description::read`].
    pub description: Result<Option<Description>, Fault>,
    /// As chosen.
    pub backup_type: BackupType,
    /// As chosen.
    pub resource_type: Option<ResourceType>,
    /// By [`TagReading::read`], one a row, in the order of the form.
    pub tags: Vec<TagReading>,
    /// By [`ExtraInfo::read`].
    pub extra_info: Result<Option<ExtraInfo>, Fault>,
}

/// One row of tags, read on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagReading {
    /// Key and value are both blank: the row is not sent and is no problem.
    Blank,
    /// Something is filled in.
    Filled {
        /// By [`TagKey::parse`].
        key: Result<TagKey, Fault>,
        /// By [`TagValue::parse`].
        value: Result<TagValue, Fault>,
    },
}

impl TagReading {
    /// Reads a row of tags.
    pub fn read(key: &str, value: &str) -> Self {
        let (key, value) = (TagKey::parse(key), TagValue::parse(value));
        match (&key, &value) {
            (Err(Fault::Empty), Ok(value)) if value.as_str().is_empty() => Self::Blank,
            _ => Self::Filled { key, value },
        }
    }

    /// The key, when it is acceptable by itself.
    fn key(&self) -> Option<&TagKey> {
        match self {
            Self::Filled { key: Ok(key), .. } => Some(key),
            _ => None,
        }
    }

    /// The tag, when it is acceptable by itself.
    fn tag(&self) -> Option<Tag> {
        match self {
            Self::Filled { key: Ok(key), value: Ok(value) } => {
                Some(Tag { key: key.clone(), value: value.clone() })
            }
            _ => None,
        }
    }
}

impl Fields {
    /// Everything that is wrong, in the order of the form, rules between rows included.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut note = |field, fault: Option<&Fault>| {
            problems.extend(fault.map(|fault| Problem { field, fault: fault.clone() }));
        };
        note(Field::ProjectId, self.project_id.as_ref().err());
        note(Field::ResourceId, self.resource_id.as_ref().err());
        note(Field::BackupName, self.backup_name.as_ref().err());
        note(Field::Description, self.description.as_ref().err());
        note(Field::Tags, self.too_many_tags().as_ref());
        for (row, reading) in self.tags.iter().enumerate() {
            if let TagReading::Filled { key, value } = reading {
                let duplicate = self.duplicate_key(row);
                note(Field::TagKey(row), key.as_ref().err().or(duplicate.as_ref()));
                note(Field::TagValue(row), value.as_ref().err());
            }
        }
        note(Field::ExtraInfo, self.extra_info.as_ref().err());
        problems
    }

    /// The request, or everything that is wrong, in the order of the form.
    pub fn request(&self) -> Result<BackupRequest, Vec<Problem>> {
        let problems = self.problems();
        match (&self.project_id, &self.resource_id) {
            (Ok(project_id), Ok(resource_id)) if problems.is_empty() => Ok(BackupRequest::new(
                project_id.clone(),
                resource_id.clone(),
                self.acceptable_parts(),
            )),
            _ => Err(problems),
        }
    }

    /// What would be sent if everything not acceptable were left out. Where the project or the
    /// server is missing, the path has the placeholder of the API page.
    ///
    /// Of a draft without problems this is, byte for byte, what [`BackupRequest::to_http`] sends.
    pub fn preview(&self) -> Preview {
        Preview::of(
            self.project_id.as_ref().ok(),
            self.resource_id.as_ref().ok(),
            &self.acceptable_parts(),
        )
    }

    fn acceptable_parts(&self) -> Protect {
        let tags = self.tags.iter().enumerate();
        Protect {
            backup_name: self.backup_name.clone().ok().flatten(),
            description: self.description.clone().ok().flatten(),
            backup_type: self.backup_type,
            resource_type: self.resource_type,
            tags: tags
                .filter(|&(row, _)| self.duplicate_key(row).is_none())
                .filter_map(|(_, reading)| reading.tag())
                .take(MAX_TAGS)
                .collect(),
            extra_info: self.extra_info.clone().ok().flatten(),
        }
    }

    fn too_many_tags(&self) -> Option<Fault> {
        let count = self.tags.iter().filter(|reading| **reading != TagReading::Blank).count();
        (count > MAX_TAGS).then_some(Fault::TooManyTags { limit: MAX_TAGS, count })
    }

    /// The fault of a row whose key an earlier row has. Keys are compared as they are sent, in
    /// their letter case.
    fn duplicate_key(&self, row: usize) -> Option<Fault> {
        let key = self.tags.get(row)?.key()?;
        let earlier = self.tags.iter().take(row);
        let first = earlier.map(TagReading::key).position(|earlier| earlier == Some(key))? + 1;
        Some(Fault::DuplicateKey { first })
    }
}

impl From<&Draft> for Fields {
    fn from(draft: &Draft) -> Self {
        Self {
            project_id: ProjectId::parse(&draft.project_id),
            resource_id: ResourceId::parse(&draft.resource_id),
            backup_name: BackupName::read(&draft.backup_name),
            description: Description::read(&draft.description),
            backup_type: draft.backup_type,
            resource_type: draft.resource_type,
            tags: draft.tags.iter().map(|tag| TagReading::read(&tag.key, &tag.value)).collect(),
            extra_info: ExtraInfo::read(&draft.extra_info),
        }
    }
}

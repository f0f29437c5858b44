//! What the service is asked, and which backups a question is about.

use csbs::{
    HttpRequest, ItemId, ItemOrder, ItemQuery, ProjectId, Recent, Utc, item_request, list_request,
};

use super::Entry;

/// One question to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A page of the backups of a project.
    Since(Page),
    /// The backup of the entry with this id, which belongs to a record: its project and the record.
    Record(String, String, String),
    /// The backup of the entry with this id: its project, and its own id.
    Item(String, String, String),
}

/// A part of the backups of a project, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The project.
    pub project: String,
    /// They were created at this time or later, in milliseconds since 1970.
    pub since: i64,
    /// They come after the backup with this id.
    pub after: Option<String>,
    /// How many there are at most.
    pub limit: u16,
}

impl Question {
    /// The request that asks; `None` if an id cannot stand in one.
    #[must_use]
    pub fn request(&self) -> Option<HttpRequest> {
        match self {
            Self::Since(page) => {
                let query = ItemQuery {
                    start_time: Utc::from_unix_millis(page.since),
                    limit: Some(page.limit),
                    marker: page.after.clone(),
                    order: ItemOrder::OldestFirst,
                    ..ItemQuery::default()
                };
                Some(list_request(&ProjectId::parse(&page.project).ok()?, &query))
            }
            Self::Record(_, project, record) => {
                let project = ProjectId::parse(project).ok()?;
                Some(list_request(&project, &ItemQuery::of_record(record)))
            }
            Self::Item(_, project, id) => {
                Some(item_request(&ProjectId::parse(project).ok()?, &ItemId::parse(id).ok()?))
            }
        }
    }

    /// Whether the answer says something about this entry.
    #[must_use]
    pub fn concerns(&self, entry: &Entry) -> bool {
        match self {
            Self::Since(page) => entry.is_together() && entry.recent.project_id == page.project,
            Self::Record(id, ..) | Self::Item(id, ..) => entry.recent.id == *id,
        }
    }
}

/// The question for a single backup.
pub fn one(entry: &Entry) -> Question {
    let Recent { id, record_id, item_id, project_id, .. } = &entry.recent;
    let (id, project) = (id.clone(), project_id.clone());
    match (record_id, item_id) {
        (Some(record), item) if item.is_none() || !entry.by_item => {
            Question::Record(id, project, record.clone())
        }
        (_, Some(item)) => Question::Item(id, project, item.clone()),
        _ => Question::Item(id.clone(), project, id),
    }
}

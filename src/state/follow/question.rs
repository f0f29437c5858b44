//! What the service is asked, and which backups a question is about.

use csbs::checkpoint_item::CLOCK_TOLERANCE_MILLIS;
use csbs::{
    HttpRequest, ItemId, ItemOrder, ItemQuery, ProjectId, Recent, Utc, item_request, list_request,
};

use super::Entry;

/// How many backups one list may hold: with all that is said about each, 100 stay well below the
/// size up to which an answer is read.
const LIMIT: u16 = 100;

/// One question to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The backups of a project that were created at this time or later.
    Since(String, i64),
    /// The backup of the entry with this id, which belongs to a record: its project and the record.
    Record(String, String, String),
    /// The backup of the entry with this id: its project, and its own id.
    Item(String, String, String),
}

impl Question {
    /// The request that asks; `None` if an id cannot stand in one.
    #[must_use]
    pub fn request(&self) -> Option<HttpRequest> {
        match self {
            Self::Since(project, since) => {
                let query = ItemQuery {
                    start_time: Utc::from_unix_millis(*since),
                    limit: Some(LIMIT),
                    order: ItemOrder::OldestFirst,
                    ..ItemQuery::default()
                };
                Some(list_request(&ProjectId::parse(project).ok()?, &query))
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
            Self::Since(project, _) => entry.is_together() && entry.recent.project_id == *project,
            Self::Record(id, ..) | Self::Item(id, ..) => entry.recent.id == *id,
        }
    }
}

/// The questions of one round.
pub fn all(entries: &[Entry]) -> Vec<Question> {
    let open = || entries.iter().filter(|entry| entry.is_open() && !entry.barred);
    let mut questions = Vec::new();
    for entry in open() {
        let project = &entry.recent.project_id;
        let together =
            || open().filter(|entry| entry.is_together() && entry.recent.project_id == *project);
        if !entry.is_together() || together().count() < 2 {
            questions.push(one(entry));
            continue;
        }
        let since = together().map(|entry| entry.recent.started_at).min().unwrap_or_default();
        let question = Question::Since(project.clone(), since - CLOCK_TOLERANCE_MILLIS);
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    questions
}

fn one(entry: &Entry) -> Question {
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

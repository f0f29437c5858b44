//! A service that keeps a list of backups.

use csbs::{Backup, CheckpointItem, Status, Time, Utc, wire};

use crate::state::follow::Question;

/// A backup in the service's list.
#[derive(Debug, Clone)]
pub struct Item {
    /// The id of its record.
    pub record: String,
    /// When it was created.
    pub created_at: i64,
    /// The same as the service writes it.
    pub created: Time,
    /// When the service lists it.
    pub listed_at: i64,
    /// When it is available.
    pub done_at: i64,
}

/// The service, as far as following sees it.
#[derive(Debug, Default)]
pub struct Service {
    /// Its list.
    pub items: Vec<Item>,
    /// How many questions were asked.
    pub asked: usize,
}

impl Service {
    /// Answers a question.
    pub fn answer(&mut self, question: &Question, now: i64) -> Vec<Backup> {
        self.asked += 1;
        let listed: Vec<&Item> = self.items.iter().filter(|item| item.listed_at <= now).collect();
        let found: Vec<&Item> = match question {
            Question::Since(page) => {
                let mut all: Vec<&Item> =
                    listed.into_iter().filter(|item| item.created_at >= page.since).collect();
                all.sort_by_key(|item| (item.created_at, item.record.clone()));
                let after = page.after.as_ref().map_or(0, |after| {
                    let place = all.iter().position(|item| format!("i-{}", item.record) == *after);
                    place.unwrap() + 1
                });
                all.into_iter().skip(after).take(usize::from(page.limit)).collect()
            }
            Question::Record(_, _, record) => {
                listed.into_iter().filter(|item| item.record == *record).collect()
            }
            Question::Item(_, _, id) => {
                listed.into_iter().filter(|item| format!("i-{}", item.record) == *id).collect()
            }
        };
        let empty = wire::read_backups(r#"{"checkpoint_items":[{"id":"i"}]}"#).unwrap().remove(0);
        found.into_iter().map(|item| answered(item, empty.clone(), now)).collect()
    }
}

fn answered(item: &Item, empty: Backup, now: i64) -> Backup {
    let status = if now >= item.done_at { Status::Available } else { Status::Protecting };
    let item = CheckpointItem {
        id: format!("i-{}", item.record),
        checkpoint_id: Some(item.record.clone()),
        status: Some(status),
        created_at: Some(item.created.clone()),
        ..empty.item
    };
    Backup { item, ..empty }
}

/// A backup that runs for ever.
pub fn item(record: &str, created_at: i64) -> Item {
    let created = Time::parse(&Utc::from_unix_millis(created_at).unwrap().written());
    Item { record: record.into(), created_at, created, listed_at: created_at, done_at: i64::MAX }
}

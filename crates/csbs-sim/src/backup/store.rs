//! What was created, kept in memory as long as the simulator runs.
//!
//! How far a backup has come is not kept: it follows from its start and the clock.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    course::{self, Course, Stage},
    rules::Protect,
};

/// All backups of all projects, in the order of their creation.
#[derive(Debug)]
pub(crate) struct Store {
    backup_duration: SignedDuration,
    backups: Mutex<Vec<Backup>>,
}

/// One backup that was created.
#[derive(Debug, Clone)]
pub(crate) struct Backup {
    /// The project it belongs to.
    pub(crate) project_id: String,
    /// The server that is backed up.
    pub(crate) resource_id: String,
    /// The id of the backup record: `checkpoint.id`.
    pub(crate) checkpoint_id: Uuid,
    /// The id of the backup itself: `checkpoint_item.id`.
    pub(crate) item_id: Uuid,
    /// The name sent, or the one the service gives.
    pub(crate) name: String,
    /// The description, empty when none was sent.
    pub(crate) description: String,
    /// Keys and values in the order sent.
    pub(crate) tags: Vec<(String, String)>,
    /// Whether only the changes since the last backup are kept.
    pub(crate) incremental: bool,
    /// When it was created.
    pub(crate) created_at: Timestamp,
    /// What becomes of it.
    pub(crate) course: Course,
}

impl Store {
    /// An empty memory in which a backup takes this long.
    pub(crate) fn new(backup_duration: Duration) -> Self {
        let backup_duration =
            SignedDuration::try_from(backup_duration).unwrap_or(SignedDuration::MAX);
        Self { backup_duration, backups: Mutex::default() }
    }

    /// Creates a backup. The first one of a server is full, whatever was asked for (Table 3,
    /// `incremental`); later ones are incremental unless asked otherwise.
    pub(crate) fn create(
        &self,
        project_id: &str,
        resource_id: &str,
        asked: Protect,
        course: Course,
        now: Timestamp,
    ) -> Backup {
        let mut backups = self.backups.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = !backups.iter().any(|other| {
            other.project_id == project_id && other.resource_id.eq_ignore_ascii_case(resource_id)
        });
        let item_id = Uuid::new_v4();
        let given_name = || format!("manualbk_{}", &item_id.simple().to_string()[..4]);
        let backup = Backup {
            project_id: project_id.to_owned(),
            resource_id: resource_id.to_owned(),
            checkpoint_id: Uuid::new_v4(),
            item_id,
            name: asked.backup_name.unwrap_or_else(given_name),
            description: asked.description.unwrap_or_default(),
            tags: asked.tags,
            incremental: !is_first && asked.incremental.unwrap_or(true),
            created_at: now,
            course,
        };
        backups.push(backup.clone());
        backup
    }

    /// The backups of a project that can be found at this time, oldest first, with how far each
    /// is.
    pub(crate) fn of_project(&self, project_id: &str, now: Timestamp) -> Vec<(Backup, Stage)> {
        let backups = self.backups.lock().unwrap_or_else(PoisonError::into_inner);
        let found = backups.iter().filter(|backup| {
            backup.project_id == project_id && course::is_there(backup, self.backup_duration, now)
        });
        found
            .map(|backup| (backup.clone(), course::stage(backup, self.backup_duration, now)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        "2017-04-18T01:21:52.701973Z".parse().unwrap()
    }

    #[test]
    fn the_first_backup_of_a_server_is_full_whatever_was_asked_for() {
        let store = Store::new(Duration::ZERO);
        let cases = [
            ("a", Some(true), false),
            ("a", Some(true), true),
            ("a", Some(false), false),
            ("a", None, true),
            ("b", None, false),
        ];
        for (server, asked, incremental) in cases {
            let asked_for = Protect { incremental: asked, ..Protect::default() };
            let backup = store.create("p", server, asked_for, Course::Ordinary, start());
            assert_eq!(backup.incremental, incremental, "{server}, asked for {asked:?}");
        }
    }
}

//! What was created, kept in memory as long as the simulator runs.
//!
//! How far a backup has come is not kept: it follows from its start and the clock.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::rules::Protect;

/// The share of a backup's time for which it waits, in percent.
const WAITING_PERCENT: i128 = 10;

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
}

/// How far a backup has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stage {
    /// `waiting_protect`, `protecting` or `available`.
    pub(crate) status: &'static str,
    /// Percent done, 0 to 100.
    pub(crate) progress: u8,
    /// When it was done, if it is.
    pub(crate) finished_at: Option<Timestamp>,
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
        };
        backups.push(backup.clone());
        backup
    }

    /// The backups of a project, oldest first.
    pub(crate) fn of_project(&self, project_id: &str) -> Vec<Backup> {
        let backups = self.backups.lock().unwrap_or_else(PoisonError::into_inner);
        backups.iter().filter(|backup| backup.project_id == project_id).cloned().collect()
    }

    /// How far a backup is at this time.
    pub(crate) fn stage(&self, backup: &Backup, now: Timestamp) -> Stage {
        let elapsed = now.duration_since(backup.created_at);
        if elapsed >= self.backup_duration {
            let finished_at = backup.created_at.checked_add(self.backup_duration).ok();
            return Stage { status: "available", progress: 100, finished_at };
        }
        let percent =
            elapsed.as_nanos().max(0).saturating_mul(100) / self.backup_duration.as_nanos();
        let status = if percent < WAITING_PERCENT { "waiting_protect" } else { "protecting" };
        Stage { status, progress: u8::try_from(percent).unwrap_or(99), finished_at: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        "2017-04-18T01:21:52.701973Z".parse().unwrap()
    }

    #[test]
    fn a_backup_waits_then_runs_then_is_available() {
        let store = Store::new(Duration::from_secs(20));
        let backup = store.create("p", "s", Protect::default(), start());
        let cases = [
            (-5, "waiting_protect", 0),
            (0, "waiting_protect", 0),
            (1, "waiting_protect", 5),
            (2, "protecting", 10),
            (10, "protecting", 50),
            (19, "protecting", 95),
            (20, "available", 100),
            (99, "available", 100),
        ];
        for (seconds, status, progress) in cases {
            let stage = store.stage(&backup, start() + SignedDuration::from_secs(seconds));
            assert_eq!((stage.status, stage.progress), (status, progress), "after {seconds} s");
            let end = start() + SignedDuration::from_secs(20);
            assert_eq!(stage.finished_at, (seconds >= 20).then_some(end), "after {seconds} s");
        }
    }

    #[test]
    fn a_backup_that_takes_no_time_is_available_at_once() {
        let store = Store::new(Duration::ZERO);
        let backup = store.create("p", "s", Protect::default(), start());
        assert_eq!(store.stage(&backup, start()).status, "available");
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
            let backup = store.create("p", server, asked_for, start());
            assert_eq!(backup.incremental, incremental, "{server}, asked for {asked:?}");
        }
    }
}

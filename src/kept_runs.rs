//! Runs of many backups, in the browser's local storage, without secrets.
//!
//! What a run began with has one key, and each server one more from the moment at which its
//! request is about to be sent. So a request can only have left if that is written here, and what
//! has no key was not sent. A run of which something cannot be written is not kept at all: it
//! would claim that a request did not leave. Where storage is blocked or full, the page works
//! without.

use csbs::{KeptJob, KeptRun, wire};

use crate::browser::{local_storage, stored_keys};

const PREFIX: &str = "csbs-console.run.";

/// Whether there is any.
#[must_use]
pub fn any() -> bool {
    let is_run = |key: &String| key.strip_prefix(PREFIX).is_some_and(|rest| !rest.contains('.'));
    stored_keys(PREFIX).iter().any(is_run)
}

/// When the newest run that can be read was begun.
#[must_use]
pub fn latest() -> Option<i64> {
    let keys = stored_keys(PREFIX).into_iter();
    keys.filter_map(|key| key.strip_prefix(PREFIX)?.parse().ok()).max()
}

/// The run that was begun then, with what is known of each server, in order; `None` for a server
/// whose request has not been sent.
#[must_use]
pub fn read(began_at: i64) -> Option<(KeptRun, Vec<Option<String>>)> {
    let storage = local_storage()?;
    let text = |key: &str| storage.get_item(key).ok()?;
    let run = wire::kept_run::from_json(&text(&run_key(began_at))?)?;
    let places = 0..run.draft.resource_id.lines().count();
    let jobs = places.map(|place| text(&job_key(began_at, place))).collect();
    Some((run, jobs))
}

/// Keeps what a run begins with; whether that could be written.
#[must_use]
pub fn begin(run: &KeptRun) -> bool {
    write(&run_key(run.began_at), &wire::kept_run::to_json(run))
}

/// Keeps what has become of the server at a place; whether that could be written.
#[must_use]
pub fn keep(began_at: i64, place: usize, job: &KeptJob) -> bool {
    write(&job_key(began_at, place), &wire::kept_run::job_to_json(job))
}

/// Forgets a run of so many servers.
pub fn forget(began_at: i64, servers: usize) {
    if let Some(storage) = local_storage() {
        let jobs = (0..servers).map(|place| job_key(began_at, place));
        for key in jobs.chain([run_key(began_at)]) {
            let _ = storage.remove_item(&key);
        }
    }
}

fn write(key: &str, text: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

fn run_key(began_at: i64) -> String {
    format!("{PREFIX}{began_at}")
}

fn job_key(began_at: i64, place: usize) -> String {
    format!("{PREFIX}{began_at}.{place}")
}

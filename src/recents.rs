//! The backups that this browser knows of, in its local storage, without secrets.
//!
//! Each has a key of its own, so that tabs never write over each other's. Where storage is blocked
//! or full, the page works without.

use csbs::{Recent, wire};

use crate::browser::{local_storage, stored_keys};

const PREFIX: &str = "csbs-console.recent.";

/// How many are kept: two of the largest runs. A thousand take about 0.7 MB of the 5 MB that
/// browsers give.
const LIMIT: usize = 1000;

/// How many more there may be before the oldest go: to find these, all have to be read.
const MORE: usize = 50;

/// Whether there are any.
#[must_use]
pub fn any() -> bool {
    !stored_keys(PREFIX).is_empty()
}

/// All that can be read and are kept, the newest first.
#[must_use]
pub fn all() -> Vec<Recent> {
    let mut recents = readable();
    recents.truncate(LIMIT);
    recents
}

fn readable() -> Vec<Recent> {
    let Some(storage) = local_storage() else {
        return Vec::new();
    };
    let texts = stored_keys(PREFIX).into_iter().filter_map(|key| storage.get_item(&key).ok()?);
    let mut recents: Vec<Recent> =
        texts.filter_map(|text| wire::recent::from_json(&text)).collect();
    recents.sort_by_key(|recent| std::cmp::Reverse(recent.started_at));
    recents
}

/// Keeps one more; whether that could be written. The oldest go, several at a time, when there are
/// too many.
pub fn add(recent: &Recent) -> bool {
    let is_kept = write(recent);
    // What else may be in the storage counts as well, so that it need not be looked through.
    let count = local_storage().and_then(|storage| storage.length().ok()).unwrap_or_default();
    if usize::try_from(count).unwrap_or_default() > LIMIT + MORE {
        for old in readable().into_iter().skip(LIMIT) {
            remove(&key(&old.id));
        }
    }
    is_kept
}

/// Keeps what has changed, unless it was cleared meanwhile, perhaps in another tab.
pub fn update(recent: &Recent) {
    let kept = local_storage().and_then(|storage| storage.get_item(&key(&recent.id)).ok()?);
    if kept.is_some() {
        let _ = write(recent);
    }
}

/// Forgets all of them.
pub fn clear() {
    stored_keys(PREFIX).iter().for_each(|key| remove(key));
}

fn remove(key: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// A refused write leaves the page as it is: what it shows is in its memory.
fn write(recent: &Recent) -> bool {
    let text = wire::recent::to_json(recent);
    local_storage().is_some_and(|storage| storage.set_item(&key(&recent.id), &text).is_ok())
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

//! All entries: found by their id, and in order.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Entry;

/// When an entry was started, and its id: what it is sorted by.
pub type Place = (Reverse<i64>, String);

/// All entries. Handing one out copies nothing, and one that does not change stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entries {
    by_id: BTreeMap<String, Arc<Entry>>,
    /// The newest first.
    order: Vec<Place>,
}

impl Entries {
    /// The entry that is kept under this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Entry>> {
        self.by_id.get(id)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.by_id.get_mut(id).map(Arc::make_mut)
    }

    /// All of them, in no order that means anything.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.by_id.values()
    }

    /// Their places, the newest first.
    pub fn places(&self) -> &[Place] {
        &self.order
    }

    /// All of them, the newest first.
    pub fn in_order(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.order.iter().filter_map(|(_, id)| self.by_id.get(id))
    }

    /// Adds one, unless there is one with its id already; whether it was added.
    pub fn add(&mut self, entry: Entry) -> bool {
        let id = entry.recent.id.clone();
        if self.by_id.contains_key(&id) {
            return false;
        }
        let place = (Reverse(entry.recent.started_at), id.clone());
        let index = self.order.partition_point(|known| *known < place);
        self.order.insert(index, place);
        self.by_id.insert(id, Arc::new(entry));
        true
    }

    /// Lets go of those that need not be kept; their ids.
    pub fn keep(&mut self, keeps: impl Fn(&Entry) -> bool) -> Vec<String> {
        let gone: Vec<String> =
            self.all().filter(|entry| !keeps(entry)).map(|entry| entry.recent.id.clone()).collect();
        for id in &gone {
            self.by_id.remove(id);
        }
        let Self { by_id, order } = self;
        order.retain(|(_, id)| by_id.contains_key(id));
        gone
    }
}

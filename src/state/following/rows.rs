//! A signal for each entry that somebody draws.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::state::follow::Entry;

/// The signals, by the ids of the entries. There are as many as were ever drawn.
#[derive(Debug, Default)]
pub struct Rows(BTreeMap<String, ArcRwSignal<Option<Arc<Entry>>>>);

impl Rows {
    /// The signal of this entry, which is `known` so far.
    pub fn signal(
        &mut self,
        id: &str,
        known: impl FnOnce() -> Option<Arc<Entry>>,
    ) -> ArcRwSignal<Option<Arc<Entry>>> {
        if let Some(signal) = self.0.get(id) {
            return signal.clone();
        }
        let signal = ArcRwSignal::new(known());
        self.0.insert(id.to_owned(), signal.clone());
        signal
    }

    /// The entry is another one now, or gone.
    pub fn set(&self, id: &str, entry: Option<&Arc<Entry>>) {
        if let Some(signal) = self.0.get(id) {
            signal.set(entry.cloned());
        }
    }
}

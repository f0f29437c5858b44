//! One tag row: plain data with a stable id. Its signals are counted by reference, so they go
//! away with the row.

use csbs::DraftTag;
use leptos::prelude::*;

use crate::state::reveal::Seen;

/// One row of the tag list.
#[derive(Debug, Clone)]
pub struct TagRow {
    /// Stays the same while rows before it come and go.
    pub id: u32,
    /// The key as typed.
    pub key: ArcRwSignal<String>,
    /// The value as typed.
    pub value: ArcRwSignal<String>,
    /// What the person has done with the key.
    pub key_seen: ArcRwSignal<Seen>,
    /// What the person has done with the value.
    pub value_seen: ArcRwSignal<Seen>,
}

impl TagRow {
    /// A row that holds this tag, untouched.
    #[must_use]
    pub fn new(id: u32, tag: DraftTag) -> Self {
        Self {
            id,
            key: ArcRwSignal::new(tag.key),
            value: ArcRwSignal::new(tag.value),
            key_seen: ArcRwSignal::default(),
            value_seen: ArcRwSignal::default(),
        }
    }

    /// Key and value as typed; tracked.
    #[must_use]
    pub fn typed(&self) -> DraftTag {
        DraftTag { key: self.key.get(), value: self.value.get() }
    }
}

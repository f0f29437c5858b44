//! What of the form is out of sight until it is used.

use leptos::prelude::*;

use super::Form;

impl Form {
    /// Whether something is in the part of the form that is closed at first.
    #[must_use]
    pub fn uses_advanced(&self) -> bool {
        self.extra_info.text.with_untracked(|text| !text.is_empty())
            || self.choices.with_untracked(|choices| choices.resource_type.is_some())
    }

    /// Whether something is in parts that come with the rest of the program.
    #[must_use]
    pub fn uses_later_parts(&self) -> bool {
        self.uses_advanced() || self.tags.with_untracked(|rows| !rows.is_empty())
    }
}

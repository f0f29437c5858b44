//! What the service has said against a field, until the person changes it.

use csbs::Field;
use leptos::prelude::*;

use super::Console;

impl Console {
    /// What the service has said against the value that is in a field; tracked.
    #[must_use]
    pub fn refusal_of(&self, field: Field) -> Option<String> {
        let (refused, message) = self.refused_field()?;
        (refused == field && !self.mended.get()).then_some(message)
    }

    /// The person has changed a field: what the service said against it no longer holds.
    pub fn mend(&self, field: Field) {
        let refused = untrack(|| self.refused_field());
        if refused.is_some_and(|(refused, _)| refused == field) && !self.mended.get_untracked() {
            self.mended.set(true);
        }
    }

    /// Nothing is refused before the part of the program is here that sends.
    fn refused_field(&self) -> Option<(Field, String)> {
        let later = self.later()?.ok()?;
        self.submission.with(later.refused_field)
    }
}

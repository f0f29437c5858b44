//! Questions of which only the newest one counts.

use leptos::prelude::*;

use crate::transport::Abort;

/// Ends what is under way when something newer is asked, and when its owner goes. It is a handle.
#[derive(Clone, Copy)]
pub struct Latest(StoredValue<Option<Abort>, LocalStorage>);

impl Latest {
    /// Nothing is under way.
    #[must_use]
    pub fn new() -> Self {
        let abort = StoredValue::new_local(None::<Abort>);
        on_cleanup(move || {
            if let Some(Some(abort)) = abort.try_get_value() {
                abort.cancel();
            }
        });
        Self(abort)
    }

    /// Ends what is under way, and gives what the next questions are ended by.
    #[must_use]
    pub fn begin(&self) -> Abort {
        let abort = Abort::new();
        let before = self.0.try_update_value(|held| held.replace(abort.clone()));
        if let Some(Some(before)) = before {
            before.cancel();
        }
        abort
    }

    /// What ends the questions that are under way.
    #[must_use]
    pub fn abort(&self) -> Abort {
        self.0.try_get_value().flatten().unwrap_or_default()
    }
}

impl Default for Latest {
    fn default() -> Self {
        Self::new()
    }
}

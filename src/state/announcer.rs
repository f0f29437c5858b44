//! What a screen reader is told besides what it reads: one polite line, spoken only after half a
//! second without a new one, so that typing is not talked over.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

const QUIET: Duration = Duration::from_millis(500);

/// The text of the page's live region.
#[derive(Debug, Clone, Copy)]
pub struct Announcer {
    spoken: RwSignal<String>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Announcer {
    /// A live region that is silent.
    #[must_use]
    pub fn new() -> Self {
        Self { spoken: RwSignal::new(String::new()), waiting: StoredValue::new(None) }
    }

    /// Says this after half a second, unless something newer is to be said by then.
    pub fn say(&self, text: String) {
        if let Some(Some(earlier)) = self.waiting.try_get_value() {
            earlier.clear();
        }
        let spoken = self.spoken;
        // `try_set`: the page may be gone when the time has come.
        let timer = set_timeout_with_handle(move || drop(spoken.try_set(text)), QUIET).ok();
        self.waiting.set_value(timer);
    }

    /// What is being said.
    #[must_use]
    pub fn spoken(&self) -> Signal<String> {
        self.spoken.into()
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

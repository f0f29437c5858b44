//! What a screen reader is told besides what it reads: one polite line, spoken only after half a
//! second without a new one, so that typing is not talked over.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;

/// How long nothing new may be said before the last thing is spoken, in milliseconds.
const QUIET: i64 = 500;

/// The text of the page's live region.
#[derive(Debug, Clone, Copy)]
pub struct Announcer {
    spoken: RwSignal<String>,
    waiting: StoredValue<Option<Waiting>>,
}

/// What is to be spoken, and since when nothing newer was said.
#[derive(Debug)]
struct Waiting {
    text: String,
    since: i64,
}

impl Announcer {
    /// A live region that is silent.
    #[must_use]
    pub fn new() -> Self {
        Self { spoken: RwSignal::new(String::new()), waiting: StoredValue::new(None) }
    }

    /// Says this after half a second, unless something newer is to be said by then.
    pub fn say(&self, text: String) {
        let latest = Waiting { text, since: browser::now() };
        let earlier = self.waiting.try_update_value(|waiting| waiting.replace(latest));
        // One timer serves all that is said while it runs: every key says something.
        if let Some(None) = earlier {
            self.speak_in(QUIET);
        }
    }

    /// What is being said.
    #[must_use]
    pub fn spoken(&self) -> Signal<String> {
        self.spoken.into()
    }

    fn speak_in(self, milliseconds: i64) {
        let delay = Duration::from_millis(milliseconds.unsigned_abs());
        set_timeout(move || self.speak(), delay);
    }

    /// The page, and its signals with it, may be gone when the time has come.
    fn speak(self) {
        let now = browser::now();
        let quiet_for = self.waiting.try_with_value(|waiting| {
            waiting.as_ref().map(|waiting| now.saturating_sub(waiting.since))
        });
        match quiet_for {
            Some(Some(quiet)) if (0..QUIET).contains(&quiet) => self.speak_in(QUIET - quiet),
            _ => {
                let due = self.waiting.try_update_value(Option::take).flatten();
                let _ = due.map(|Waiting { text, .. }| self.spoken.try_set(text));
            }
        }
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

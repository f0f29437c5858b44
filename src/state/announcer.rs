//! What a screen reader is told besides what it reads: one polite line, spoken only after half a
//! second without a new one, so that typing is not talked over. What has happened is never lost by
//! that: it is joined with what happens next.

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
    /// What has happened.
    news: String,
    /// What else there is to say, after it.
    hint: String,
    since: i64,
}

impl Waiting {
    /// What is to be spoken after this has come while something waited: a newer hint takes the place
    /// of an older one.
    fn after(self, earlier: Option<Self>) -> Self {
        match earlier.filter(|earlier| earlier.news != self.news) {
            Some(earlier) => Self { news: joined(earlier.news, &self.news), ..self },
            None => self,
        }
    }

    fn spoken(self) -> String {
        joined(self.news, &self.hint)
    }
}

/// Headings are said as well, and a voice pauses only where a sentence ends.
fn joined(mut first: String, second: &str) -> String {
    if !first.is_empty() && !second.is_empty() {
        if !first.ends_with(['.', '!', '?', '…', ':']) {
            first.push('.');
        }
        first.push(' ');
    }
    first + second
}

impl Announcer {
    /// A live region that is silent.
    #[must_use]
    pub fn new() -> Self {
        Self { spoken: RwSignal::new(String::new()), waiting: StoredValue::new(None) }
    }

    /// Says this after half a second, unless something newer is to be said by then.
    pub fn say(&self, text: String) {
        self.wait(Waiting { news: String::new(), hint: text, since: browser::now() });
    }

    /// Tells what has happened, after half a second in which nothing else does.
    pub fn tell(&self, text: String) {
        self.wait(Waiting { news: text, hint: String::new(), since: browser::now() });
    }

    /// Says this though it may be what was said last: what a person does twice is told twice.
    pub fn confirm(&self, text: String) {
        // A live region that keeps its text says nothing.
        if self.spoken.try_with_untracked(|spoken| *spoken == text) == Some(true) {
            let _ = self.spoken.try_set(String::new());
        }
        self.say(text);
    }

    fn wait(&self, latest: Waiting) {
        let was_silent = self.waiting.try_update_value(|waiting| {
            let earlier = waiting.take();
            let was_silent = earlier.is_none();
            *waiting = Some(latest.after(earlier));
            was_silent
        });
        // One timer serves all that is said while it runs: every key says something.
        if was_silent == Some(true) {
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
                let _ = due.map(|waiting| self.spoken.try_set(waiting.spoken()));
            }
        }
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Waiting;

    #[test]
    fn what_has_happened_is_not_lost_to_what_comes_after_it() {
        let hint = |text: &str| Waiting { news: String::new(), hint: text.into(), since: 0 };
        let news = |text: &str| Waiting { news: text.into(), hint: String::new(), since: 0 };
        let table = [
            (vec![news("Started.")], "Started."),
            (vec![hint("1 of 255"), hint("2 of 255")], "2 of 255"),
            (vec![hint("1 of 255"), news("Started.")], "Started."),
            (vec![news("Started."), hint("2 of 255")], "Started. 2 of 255"),
            (vec![news("Started."), hint("2 of 255"), hint("3 of 255")], "Started. 3 of 255"),
            (vec![news("Started."), hint("2 of 255"), news("All done.")], "Started. All done."),
            (vec![news("Started."), news("Started.")], "Started."),
            (vec![news("Backup started"), hint("2 of 255")], "Backup started. 2 of 255"),
            (vec![news("Asking…"), news("Started.")], "Asking… Started."),
        ];
        for (said, spoken) in table {
            let waiting =
                said.into_iter().fold(None, |earlier, latest: Waiting| Some(latest.after(earlier)));
            assert_eq!(waiting.map(Waiting::spoken).as_deref(), Some(spoken));
        }
    }
}

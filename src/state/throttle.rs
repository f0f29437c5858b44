//! Doing something no more often than it is of use.

use std::time::Duration;

use leptos::prelude::*;

/// Does something at once, and again no sooner than after a pause, however often it is asked to. The
/// last time is never lost. It is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Throttle {
    pause: Duration,
    stage: StoredValue<Stage>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Ready,
    /// It was done just now.
    Pausing,
    /// It was done just now, and is to be done again after the pause.
    Due,
}

impl Stage {
    /// It is asked for; whether to do it now.
    fn ask(&mut self) -> bool {
        let now = *self == Self::Ready;
        *self = if now { Self::Pausing } else { Self::Due };
        now
    }

    /// The pause is over; whether to do it now.
    fn go_on(&mut self) -> bool {
        let now = *self == Self::Due;
        *self = if now { Self::Pausing } else { Self::Ready };
        now
    }
}

impl Throttle {
    /// Nothing was done yet.
    #[must_use]
    pub fn new(pause: Duration) -> Self {
        Self { pause, stage: StoredValue::new(Stage::Ready) }
    }

    /// Does this, now or at the end of the pause. It must be the same each time: of several that
    /// fall into a pause, one is done.
    pub fn ask(self, action: impl Fn() + 'static) {
        self.step(Stage::ask, action);
    }

    fn step(self, step: fn(&mut Stage) -> bool, action: impl Fn() + 'static) {
        // Who holds this may be gone when the pause is over.
        if self.stage.try_update_value(step) == Some(true) {
            action();
            set_timeout(move || self.step(Stage::go_on, action), self.pause);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stage;

    #[test]
    fn what_is_asked_for_in_a_pause_is_done_once_after_it() {
        let mut stage = Stage::Ready;
        assert!(stage.ask(), "the first at once");
        assert!(!stage.ask() && !stage.ask());
        assert!(stage.go_on(), "the others once");
        assert!(!stage.go_on(), "and no more");
        assert!(stage.ask(), "the next at once");
    }

    #[test]
    fn a_pause_follows_what_was_late() {
        let mut stage = Stage::Ready;
        assert!(stage.ask() && !stage.ask() && stage.go_on());
        assert!(!stage.ask(), "it was done just now");
        assert!(stage.go_on() && !stage.go_on());
    }
}

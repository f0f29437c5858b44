//! Drawing something no more often than it is of use.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;

/// How long a press is waited for. What seems to be a longer one is a press whose end the page was not
/// told.
const LONGEST_PRESS: Duration = Duration::from_secs(30);

/// Draws something at once, and again no sooner than after a pause, however often it is asked to; and
/// not while something is pressed, which could move away from under the pointer: a click is where both
/// of its ends are. The last time is never lost. It is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Throttle {
    pause: Duration,
    stage: StoredValue<Stage>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Ready,
    /// It was drawn just now.
    Pausing,
    /// It is to be drawn after the pause, and was put off for a press so often.
    Due(u32),
}

/// What follows from a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Nothing,
    /// The step after the pause.
    Wait,
    /// Drawing, and then the step after the pause.
    Draw,
}

impl Stage {
    /// Whether a press puts it off, with pauses of this length.
    fn is_put_off(self, pause: Duration, is_pressed: bool) -> bool {
        let times = if let Self::Due(times) = self { times } else { 0 };
        is_pressed && pause * times < LONGEST_PRESS
    }

    /// It is asked for.
    fn ask(&mut self, is_put_off: bool) -> Next {
        let (stage, next) = match *self {
            Self::Ready if !is_put_off => (Self::Pausing, Next::Draw),
            Self::Ready => (Self::Due(1), Next::Wait),
            Self::Pausing => (Self::Due(0), Next::Nothing),
            Self::Due(times) => (Self::Due(times), Next::Nothing),
        };
        *self = stage;
        next
    }

    /// The pause is over.
    fn go_on(&mut self, is_put_off: bool) -> Next {
        let (stage, next) = match *self {
            Self::Due(times) if is_put_off => (Self::Due(times + 1), Next::Wait),
            Self::Due(_) => (Self::Pausing, Next::Draw),
            Self::Ready | Self::Pausing => (Self::Ready, Next::Nothing),
        };
        *self = stage;
        next
    }
}

impl Throttle {
    /// Nothing was drawn yet.
    #[must_use]
    pub fn new(pause: Duration) -> Self {
        Self { pause, stage: StoredValue::new(Stage::Ready) }
    }

    /// Draws with this, now or later. It must be the same each time: of several that fall into a pause,
    /// one is done.
    pub fn ask(self, draw: impl Fn() + 'static) {
        self.step(Stage::ask, draw);
    }

    fn step(self, step: fn(&mut Stage, bool) -> Next, draw: impl Fn() + 'static) {
        let is_pressed = browser::is_pressed();
        // Who holds this may be gone when the pause is over.
        let next = self.stage.try_update_value(|stage| {
            let is_put_off = stage.is_put_off(self.pause, is_pressed);
            step(stage, is_put_off)
        });
        if next == Some(Next::Draw) {
            draw();
        }
        if matches!(next, Some(Next::Draw | Next::Wait)) {
            set_timeout(move || self.step(Stage::go_on, draw), self.pause);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{LONGEST_PRESS, Next, Stage};

    #[test]
    fn what_is_asked_for_in_a_pause_is_drawn_once_after_it() {
        let mut stage = Stage::Ready;
        assert_eq!(stage.ask(false), Next::Draw, "the first at once");
        assert_eq!([stage.ask(false), stage.ask(false)], [Next::Nothing; 2]);
        assert_eq!(stage.go_on(false), Next::Draw, "the others once");
        assert_eq!(stage.go_on(false), Next::Nothing, "and no more");
        assert_eq!(stage.ask(false), Next::Draw, "the next at once");
    }

    #[test]
    fn a_pause_follows_what_was_late() {
        let mut stage = Stage::Ready;
        stage.ask(false);
        stage.ask(false);
        stage.go_on(false);
        assert_eq!(stage.ask(false), Next::Nothing, "it was drawn just now");
        assert_eq!(stage.go_on(false), Next::Draw);
        assert_eq!(stage.go_on(false), Next::Nothing);
    }

    #[test]
    fn nothing_is_drawn_under_a_press_until_its_end() {
        for asked_before in [false, true] {
            let mut stage = Stage::Ready;
            if asked_before {
                stage.ask(false);
            }
            let first = if asked_before { Next::Nothing } else { Next::Wait };
            assert_eq!(stage.ask(true), first);
            assert_eq!(stage.ask(true), Next::Nothing, "it waits already");
            assert_eq!(stage.go_on(true), Next::Wait);
            assert_eq!(stage.go_on(false), Next::Draw);
            assert_eq!(stage.go_on(false), Next::Nothing);
        }
    }

    #[test]
    fn a_press_that_never_ends_does_not_stop_it() {
        for pause in [LONGEST_PRESS / 300, LONGEST_PRESS / 30] {
            let (mut stage, mut waited) = (Stage::Ready, Duration::ZERO);
            let mut next = stage.ask(stage.is_put_off(pause, true));
            while next == Next::Wait {
                waited += pause;
                next = stage.go_on(stage.is_put_off(pause, true));
            }
            assert_eq!((next, waited), (Next::Draw, LONGEST_PRESS));
        }
    }
}

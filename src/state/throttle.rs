//! Drawing something no more often than it is of use.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;

/// For so many pauses nothing is drawn under a button that is pressed. What seems to be a longer press
/// is one whose end a menu of the browser has taken.
const LONGEST_PRESS: u8 = 20;

/// Draws something at once, and again no sooner than after a pause, however often it is asked to; and
/// not while a button is pressed, which could move away from under the pointer: a click is where both
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
    Due(u8),
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
    /// It is asked for.
    fn ask(&mut self, is_pressed: bool) -> Next {
        let (stage, next) = match *self {
            Self::Ready if !is_pressed => (Self::Pausing, Next::Draw),
            Self::Ready => (Self::Due(1), Next::Wait),
            Self::Pausing => (Self::Due(0), Next::Nothing),
            Self::Due(times) => (Self::Due(times), Next::Nothing),
        };
        *self = stage;
        next
    }

    /// The pause is over.
    fn go_on(&mut self, is_pressed: bool) -> Next {
        let (stage, next) = match *self {
            Self::Due(times) if is_pressed && times < LONGEST_PRESS => {
                (Self::Due(times + 1), Next::Wait)
            }
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
        let next = self.stage.try_update_value(|stage| step(stage, is_pressed));
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
    fn nothing_is_drawn_under_a_pressed_button_until_it_is_let_go() {
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
        let mut stage = Stage::Ready;
        assert_eq!(stage.ask(true), Next::Wait);
        for _ in 1..LONGEST_PRESS {
            assert_eq!(stage.go_on(true), Next::Wait);
        }
        assert_eq!(stage.go_on(true), Next::Draw);
    }
}

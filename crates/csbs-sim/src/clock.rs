//! Where the simulator reads the time, and how the services print it.
//!
//! A clock is handed in, so that a test moves the time itself instead of waiting for it. Pauses
//! (a late answer, a slow one) are not measured with it: they belong to the runtime's timer.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Tells the current time.
pub trait Clock: Send + Sync {
    /// The current time.
    fn now(&self) -> Timestamp;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct ManualClock {
    now: Mutex<Timestamp>,
}

impl ManualClock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self { now: Mutex::new(now) }
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: SignedDuration) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A time as the backup service prints it: UTC without a zone, six digits of the second, such as
/// `2017-04-18T01:21:52.701973` (Table 6, `created_at`).
pub(crate) fn printed(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.6f").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_printed_as_on_the_page() {
        let cases = [
            ("2017-04-18T01:21:52.701973Z", "2017-04-18T01:21:52.701973"),
            ("2017-04-18T01:21:52Z", "2017-04-18T01:21:52.000000"),
            ("2017-04-18T01:21:52.7Z", "2017-04-18T01:21:52.700000"),
        ];
        for (time, expected) in cases {
            assert_eq!(printed(time.parse().unwrap()), expected, "{time}");
        }
    }
}

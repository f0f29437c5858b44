//! The time by this device's clock, which for a page never goes back.
//!
//! A clock that is set back would put off by as much all that waits for a moment: the next question
//! about a backup, or the next request of a run. So the time goes on by the browser's other clock,
//! which only counts, until the device's has come as far again.

use std::cell::Cell;

/// Milliseconds since 1970 (UTC), by this device's clock; never less than before.
#[must_use]
pub fn now() -> i64 {
    thread_local!(static LATEST: Cell<Reading> = const { Cell::new(Reading { time: 0, count: 0 }) });
    let counter = web_sys::window().and_then(|window| window.performance());
    let count = whole(counter.map_or(0.0, |counter| counter.now()));
    let reading = LATEST.get().next(whole(js_sys::Date::now()), count);
    LATEST.set(reading);
    reading.time
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds, far below 2^53")]
fn whole(millis: f64) -> i64 {
    millis as i64
}

/// What both clocks said at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    /// Milliseconds since 1970.
    time: i64,
    /// Milliseconds since the page was opened.
    count: i64,
}

impl Reading {
    /// The reading after this one: the device's clock says `time`, the other one `count`.
    fn next(self, time: i64, count: i64) -> Self {
        let counted = self.time.saturating_add(count.saturating_sub(self.count).max(0));
        Self { time: time.max(counted), count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_follows_the_device_forward_and_counts_on_when_that_goes_back() {
        let mut reading = Reading { time: 1_000_000, count: 0 };
        for (time, count, now) in [
            (1_000_100, 100, 1_000_100),
            // Set forward, or asleep meanwhile.
            (5_000_000, 200, 5_000_000),
            // Set back.
            (1_000_300, 300, 5_000_100),
            (1_000_400, 400, 5_000_200),
            // It has come as far again.
            (6_000_000, 500, 6_000_000),
            // Where there is no other clock, time stands still at worst.
            (1_000_000, 0, 6_000_000),
        ] {
            reading = reading.next(time, count);
            assert_eq!(reading.time, now, "{time} {count}");
        }
    }
}

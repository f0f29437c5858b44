//! Questions that failed for want of a token are asked again by themselves once there is one.
//! Only questions: what creates something is never sent again by itself.

use std::time::Duration;

use leptos::prelude::*;

use super::Console;

/// How long a token has to stay as it is: one that is typed is complete by then.
const PAUSE: Duration = Duration::from_secs(2);

/// Repeats a question when a token has come and `lacks_token` says that it failed for want of one;
/// for as long as the owner is there.
pub fn when_a_token_comes(
    console: Console,
    lacks_token: impl Fn() -> bool + Copy + 'static,
    repeat: impl Fn() + Copy + 'static,
) {
    let latest = StoredValue::new(0_u32);
    Effect::new(move |before: Option<u32>| {
        let has_token = console.form.access.with(|access| access.fault().is_none());
        let number = before.map_or(0, |before| before.wrapping_add(1));
        latest.set_value(number);
        if has_token && before.is_some() {
            let ask = move || {
                if latest.try_get_value() == Some(number) && lacks_token() {
                    repeat();
                }
            };
            set_timeout(ask, PAUSE);
        }
        number
    });
}

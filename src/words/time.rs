//! Points in time as the person's own clock and language write them.

use std::cell::RefCell;

use csbs::Time;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Words;

/// How much of a point in time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// The day, the time and its zone.
    Moment,
    /// The time of the day.
    Clock,
}

thread_local! {
    /// The browser's functions that write points in time, each with its language and style. Making
    /// one takes much longer than what it does.
    static WRITERS: RefCell<Vec<(&'static str, Style, Function)>> = const { RefCell::new(Vec::new()) };
}

impl Words {
    /// A point in time in the person's zone, which is named; `None` if the service's text cannot
    /// be read.
    #[must_use]
    pub fn local_time(self, time: &Time) -> Option<String> {
        self.written(time.unix_millis()?, Style::Moment)
    }

    /// A time of the day in the person's zone, in milliseconds since 1970; empty if the browser
    /// cannot write it.
    #[must_use]
    pub fn clock_time(self, at: i64) -> String {
        self.written(at, Style::Clock).unwrap_or_default()
    }

    /// A point in time, in milliseconds since 1970, as [`local_time`](Self::local_time) writes it.
    #[must_use]
    pub fn local_millis(self, millis: i64) -> Option<String> {
        self.written(millis, Style::Moment)
    }

    fn written(self, at: i64, style: Style) -> Option<String> {
        let date = Date::new(&JsValue::from_f64(js_number(at)));
        writer(self.language(), style)?.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
    }

    /// How long ago a point in time was at `now` (milliseconds since 1970), in one unit.
    #[must_use]
    pub fn time_ago(self, time: &Time, now: i64) -> Option<String> {
        let seconds = (time.unix_millis()? - now) / 1000;
        let (amount, unit) = match seconds.abs() {
            0..=59 => (seconds, "second"),
            60..=3599 => (seconds / 60, "minute"),
            3600..=86_399 => (seconds / 3600, "hour"),
            _ => (seconds / 86_400, "day"),
        };
        let options = Object::new();
        Reflect::set(&options, &"numeric".into(), &"auto".into()).ok()?;
        let format = Intl::RelativeTimeFormat::new(&Array::of1(&self.language().into()), &options);
        Some(format.format(js_number(amount), unit).into())
    }
}

fn writer(language: &'static str, style: Style) -> Option<Function> {
    WRITERS.with_borrow_mut(|writers| {
        let is_it = |(of, how, _): &&(&str, Style, Function)| (*of, *how) == (language, style);
        if let Some((_, _, writer)) = writers.iter().find(is_it) {
            return Some(writer.clone());
        }
        let settings: &[(&str, &str)] = match style {
            Style::Moment => &[("dateStyle", "medium"), ("timeStyle", "long")],
            Style::Clock => &[("timeStyle", "medium")],
        };
        let options = Object::new();
        for (key, value) in settings {
            Reflect::set(&options, &(*key).into(), &(*value).into()).ok()?;
        }
        let languages = Array::of1(&language.into());
        let writer = Intl::DateTimeFormat::new(&languages, &options).format();
        writers.push((language, style, writer.clone()));
        Some(writer)
    })
}

/// Milliseconds and counts stay below 2^53, up to which a JavaScript number is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn js_number(whole: i64) -> f64 {
    whole as f64
}

//! Points in time as the person's own clock and language write them.

use csbs::Time;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Words;

impl Words {
    /// A point in time in the person's zone, which is named; `None` if the service's text cannot
    /// be read.
    #[must_use]
    pub fn local_time(self, time: &Time) -> Option<String> {
        self.written(time.unix_millis()?, &[("dateStyle", "medium"), ("timeStyle", "long")])
    }

    /// A time of the day in the person's zone, in milliseconds since 1970; empty if the browser
    /// cannot write it.
    #[must_use]
    pub fn clock_time(self, at: i64) -> String {
        self.written(at, &[("timeStyle", "medium")]).unwrap_or_default()
    }

    fn written(self, at: i64, styles: &[(&str, &str)]) -> Option<String> {
        let date = Date::new(&JsValue::from_f64(js_number(at)));
        let options = Object::new();
        for (key, value) in styles {
            Reflect::set(&options, &(*key).into(), &(*value).into()).ok()?;
        }
        date.to_locale_string(self.language(), &options).as_string()
    }

    /// A point in time, in milliseconds since 1970, in the same way.
    #[must_use]
    pub fn local_millis(self, millis: i64) -> Option<String> {
        self.local_time(&Time::parse(&csbs::Utc::from_unix_millis(millis)?.written()))
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

/// Milliseconds and counts stay below 2^53, up to which a JavaScript number is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn js_number(whole: i64) -> f64 {
    whole as f64
}

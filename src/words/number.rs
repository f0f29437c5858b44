//! Numbers and lists as the language writes them. The browser knows how to write numbers (`Intl`);
//! natively, where only tests run, the English and the German way are enough.

use super::{Words, say};

impl Words {
    /// A part of a hundred.
    #[must_use]
    pub fn percent(self, percent: u8) -> String {
        say!(self, amount.percent, number = u32::from(percent))
    }

    /// A size in GB.
    #[must_use]
    pub fn gigabytes(self, size: u64) -> String {
        say!(self, amount.gigabytes, size = size)
    }

    /// A size that comes in MB; in GB, with one digit after the point, when it is large.
    #[must_use]
    pub fn megabytes(self, size: u64) -> String {
        if size < 1024 {
            return say!(self, amount.megabytes, size = size);
        }
        let size = tenths(self.language(), size.saturating_mul(10) / 1024);
        say!(self, amount.gigabytes, size = size)
    }

    /// Several things, one after the other.
    #[must_use]
    pub fn list(self, things: &[impl AsRef<str>]) -> String {
        let mut things = things.iter().map(AsRef::as_ref);
        let first: &str = things.next().unwrap_or_default();
        things.fold(first.to_owned(), |before, next| {
            say!(self, amount.list, before = before, next = next)
        })
    }
}

/// A whole number. Below a thousand there is nothing to group.
pub(super) fn whole(language: &str, number: u64) -> String {
    if number < 1000 { number.to_string() } else { browser::number(language, js_number(number)) }
}

/// A number of tenths, with its one digit after the point.
fn tenths(language: &str, tenths: u64) -> String {
    browser::number(language, js_number(tenths) / 10.0)
}

/// Numbers stay below 2^53, up to which a JavaScript number is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn js_number(whole: u64) -> f64 {
    whole as f64
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Number;

    pub(super) fn number(language: &str, number: f64) -> String {
        Number::from(number).to_locale_string(language).into()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod browser {
    pub(super) fn number(language: &str, number: f64) -> String {
        let (group, point) = if language == "de" { ('.', ',') } else { (',', '.') };
        let written = ((number * 10.0).round() / 10.0).to_string();
        let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push(point);
            grouped.push_str(fraction);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written_as_each_language_does() {
        let table = [
            (512, "512 MB", "512\u{a0}MB"),
            (1024, "1 GB", "1\u{a0}GB"),
            (12_800, "12.5 GB", "12,5\u{a0}GB"),
            (2_048_000, "2,000 GB", "2.000\u{a0}GB"),
        ];
        for (size, one, other) in table {
            assert_eq!(Words::default().megabytes(size), one);
            assert_eq!(Words::german().megabytes(size), other);
        }
    }
}

//! One colour, and how clearly it can be told from another.

use std::fmt;

/// An opaque colour of sRGB.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// The colour of a number such as `0x1456b8`.
    #[must_use]
    pub const fn from_rgb(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red, green, blue }
    }

    /// Reads `#rrggbb`, in any letter case, and nothing else that CSS would take for a colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // `from_str_radix` would accept a sign.
        let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let rgb = is_number.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
        Some(Self::from_rgb(rgb))
    }

    /// The contrast ratio of two colours as WCAG 2.2 defines it, in hundredths and rounded down:
    /// from 100, no difference, to 2100, black on white. Rounded down, so that no ratio is said to
    /// be what it does not reach.
    #[must_use]
    pub fn contrast(self, other: Self) -> u32 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        let ratio = if one > other { one / other } else { other / one };
        // The sum of floating-point steps is off by less than this.
        const STEPS: f64 = 1e-9;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 100 to 2100"
        )]
        let hundredths = (ratio * 100.0 + STEPS) as u32;
        hundredths
    }

    /// The relative luminance: 0 is black, 1 is white.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// As CSS writes it: `#1456b8`.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl fmt::Debug for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn a_colour_is_six_digits_behind_a_hash() {
        for (text, written) in [("#1456b8", "#1456b8"), ("#ABCDEF", "#abcdef")] {
            assert_eq!(Colour::parse(text).unwrap().to_string(), written);
        }
        for text in [
            "",
            "#",
            "1456b8",
            "#fff",
            "#1456b80",
            "#+456b8",
            "#1456bg",
            "red",
            "#1456b8;",
            " #1456b8",
            "#é56b8",
            "rgb(0,0,0)",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    /// The ratios are those of the examples in WCAG's own techniques and of its contrast tables.
    #[test]
    fn contrast_is_that_of_wcag() {
        let table = [
            ("#000000", "#ffffff", 2100),
            ("#ffffff", "#000000", 2100),
            ("#808080", "#808080", 100),
            ("#767676", "#ffffff", 454),
            ("#777777", "#ffffff", 447),
            ("#949494", "#ffffff", 303),
            ("#ff0000", "#ffffff", 399),
            ("#0000ff", "#ffffff", 859),
        ];
        for (one, other, expected) in table {
            let [one, other] = [one, other].map(|text| Colour::parse(text).unwrap());
            assert_eq!(one.contrast(other), expected, "{one} {other}");
        }
    }
}

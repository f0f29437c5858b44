//! Which colour stands on which: every pair that the page really draws, and no other.

use crate::{Colour, Scheme, Swatch};

/// A colour on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The name of what is drawn.
    pub foreground: &'static str,
    /// The name of what it is drawn on.
    pub background: &'static str,
    /// What it is drawn as.
    pub kind: Kind,
}

/// What is drawn, which decides how clear it has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text of any size (WCAG 2.2, 1.4.3 and 1.4.6).
    Text,
    /// Text of 24 px, or bold of 18.66 px, and larger.
    LargeText,
    /// What a control or a picture is recognised by (1.4.11).
    Control,
    /// What shows where the focus is (1.4.11 and 2.4.13).
    Focus,
    /// A line that only sets things apart, and that nothing is lost without.
    Hairline,
}

impl Kind {
    /// The least contrast in a scheme, in hundredths.
    #[must_use]
    pub const fn minimum(self, scheme: Scheme) -> u32 {
        match (self, scheme.is_high_contrast()) {
            (Self::Text, false) | (Self::LargeText | Self::Control | Self::Focus, true) => 450,
            (Self::Text, true) => 700,
            (Self::LargeText | Self::Control | Self::Focus, false) | (Self::Hairline, true) => 300,
            // WCAG asks for nothing here; below this the line would not be seen at all.
            (Self::Hairline, false) => 120,
        }
    }
}

impl Pair {
    /// Its contrast in a scheme, in hundredths, as `colour` has its two colours; `None` if it does
    /// not know one of them.
    #[must_use]
    pub fn contrast(
        &self,
        scheme: Scheme,
        colour: impl Fn(&'static str, Scheme) -> Option<Colour>,
    ) -> Option<u32> {
        let [one, other] = [self.foreground, self.background].map(|name| colour(name, scheme));
        Some(one?.contrast(other?))
    }

    /// The same in the console's own colours.
    #[must_use]
    pub fn own_contrast(&self, scheme: Scheme) -> Option<u32> {
        self.contrast(scheme, |name, scheme| Some(Swatch::named(name)?.colour(scheme)))
    }
}

const fn pair(foreground: &'static str, kind: Kind, background: &'static str) -> Pair {
    Pair { foreground, background, kind }
}

use Kind::{Control, Focus, Hairline, LargeText, Text};

/// Every pair that is drawn. A colour of the stylesheet that is in none of them is refused by
/// `cargo xtask check invariants`, and so is a pair that is not clear enough in one scheme.
pub const PAIRS: &[Pair] = &[
    pair("text", Text, "page"),
    pair("text", LargeText, "page"),
    pair("text", Text, "surface"),
    pair("text", Text, "sunken"),
    pair("text", Text, "error-surface"),
    pair("text", Text, "warning-surface"),
    pair("text", Text, "success-surface"),
    pair("text-quiet", Text, "page"),
    pair("text-quiet", Text, "surface"),
    pair("text-quiet", Text, "sunken"),
    pair("text-quiet", Text, "error-surface"),
    pair("text-quiet", Text, "warning-surface"),
    pair("text-quiet", Text, "success-surface"),
    pair("accent", Text, "page"),
    pair("accent", Text, "surface"),
    pair("accent", Text, "sunken"),
    pair("accent", Text, "error-surface"),
    pair("accent", Text, "warning-surface"),
    pair("accent", Text, "success-surface"),
    pair("on-accent", Text, "accent"),
    pair("on-accent", Text, "accent-strong"),
    pair("error", Text, "page"),
    pair("error", Text, "surface"),
    pair("error", Text, "sunken"),
    pair("error", Text, "error-surface"),
    pair("warning", Text, "page"),
    pair("warning", Text, "warning-surface"),
    pair("success", Text, "surface"),
    pair("success", Text, "sunken"),
    pair("success", Text, "success-surface"),
    pair("control-line", Control, "page"),
    pair("control-line", Control, "surface"),
    pair("control-line", Control, "sunken"),
    pair("control-line", Control, "error-surface"),
    pair("control-line", Control, "warning-surface"),
    pair("control-line", Control, "success-surface"),
    pair("accent", Control, "surface"),
    pair("accent-strong", Control, "surface"),
    pair("error", Control, "surface"),
    pair("success", Control, "surface"),
    pair("focus", Focus, "page"),
    pair("focus", Focus, "surface"),
    pair("focus", Focus, "sunken"),
    pair("focus", Focus, "error-surface"),
    pair("focus", Focus, "warning-surface"),
    pair("focus", Focus, "success-surface"),
    pair("line", Hairline, "page"),
    pair("line", Hairline, "surface"),
    pair("line", Hairline, "sunken"),
];

#[cfg(test)]
mod tests {
    use super::PAIRS;
    use crate::{PALETTE, Scheme};

    #[test]
    fn every_pair_is_clear_enough_in_every_scheme() {
        for pair in PAIRS {
            for scheme in Scheme::ALL {
                let contrast = pair.own_contrast(scheme).unwrap();
                assert!(contrast >= pair.kind.minimum(scheme), "{pair:?} {scheme:?}: {contrast}");
            }
        }
    }

    #[test]
    fn every_colour_is_in_a_pair_and_no_pair_is_there_twice() {
        for swatch in PALETTE {
            let is_in =
                PAIRS.iter().any(|pair| [pair.foreground, pair.background].contains(&swatch.name));
            assert!(is_in, "{}", swatch.name);
        }
        for (place, pair) in PAIRS.iter().enumerate() {
            assert!(!PAIRS[..place].contains(pair), "{pair:?}");
        }
    }
}

//! The colours of the console as data: the palette in each scheme, which colour stands on which,
//! and how clearly one can be told from the other.
//!
//! The page reads a portal's brand with it before it uses any of it, and `cargo xtask` checks and
//! documents `style/tokens.css`. It knows no stylesheet, no browser and no language.

mod brand;
mod clear;
mod colour;
mod font;
mod logo;
mod pair;
mod palette;
mod scheme;

pub use brand::{Brand, BrandProblem, MAX_NAME, MAX_RADIUS, Part};
pub use clear::{Tints, TooAlike};
pub use colour::Colour;
pub use font::MAX_FAMILIES;
pub use logo::LogoFile;
pub use pair::{Kind, PAIRS, Pair};
pub use palette::PALETTE;
pub use scheme::Scheme;

/// A colour of the console, with its value in each scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swatch {
    /// Its name: the custom property is `--csbs-` and this.
    pub name: &'static str,
    /// Whether a portal may set it.
    pub is_open: bool,
    /// Its values, in the order of [`Scheme::ALL`].
    pub colours: [Colour; Scheme::ALL.len()],
}

impl Swatch {
    /// The swatch of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        PALETTE.iter().find(|swatch| swatch.name == name)
    }

    /// Its value in a scheme.
    #[must_use]
    pub fn colour(&self, scheme: Scheme) -> Colour {
        let [light, dark, contrast_light, contrast_dark] = self.colours;
        match scheme {
            Scheme::Light => light,
            Scheme::Dark => dark,
            Scheme::ContrastLight => contrast_light,
            Scheme::ContrastDark => contrast_dark,
        }
    }
}

/// What `palette.rs` is made of: a name, whether a portal may set the colour, and its values.
const fn swatch(name: &'static str, is_open: bool, [a, b, c, d]: [u32; 4]) -> Swatch {
    let colours =
        [Colour::from_rgb(a), Colour::from_rgb(b), Colour::from_rgb(c), Colour::from_rgb(d)];
    Swatch { name, is_open, colours }
}

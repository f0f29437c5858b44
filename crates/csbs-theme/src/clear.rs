//! A portal's colours among the console's own, and whether they can be told from each other.

use crate::{Colour, PAIRS, Scheme, Swatch};

/// The colours that a portal has set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tints(Vec<Tint>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Tint {
    name: &'static str,
    light: Colour,
    dark: Colour,
}

/// Two colours that are drawn one on the other and are not clear enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooAlike {
    /// The name of what is drawn.
    pub foreground: &'static str,
    /// The name of what it is drawn on.
    pub background: &'static str,
    /// Their values.
    pub colours: [Colour; 2],
    /// Where that is so.
    pub scheme: Scheme,
    /// Their contrast, in hundredths.
    pub contrast: u32,
    /// The least contrast that is enough, in hundredths.
    pub minimum: u32,
}

/// What follows another colour unless it is set itself: the main button that is pointed at, and the
/// ring around what has the focus, would otherwise be in the console's own colour.
const FOLLOWERS: [(&str, &str); 2] = [("accent-strong", "accent"), ("focus", "accent")];

impl Tints {
    /// Sets a colour in both schemes.
    pub(super) fn set(&mut self, name: &'static str, light: Colour, dark: Colour) {
        self.0.retain(|tint| tint.name != name);
        self.0.push(Tint { name, light, dark });
    }

    /// All of them, with those that follow them: the name, and the values in both schemes.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Colour, Colour)> {
        let of = |name: &str| self.0.iter().find(|tint| tint.name == name);
        let followers = FOLLOWERS.into_iter().filter_map(move |(name, leader)| {
            let leader = of(leader).filter(|_| of(name).is_none())?;
            Some((name, leader.light, leader.dark))
        });
        self.0.iter().map(|tint| (tint.name, tint.light, tint.dark)).chain(followers)
    }

    /// The first pair that is not clear enough with these colours. High contrast has none of them.
    #[must_use]
    pub fn first_too_alike(&self) -> Option<TooAlike> {
        let mut tinted = Vec::new();
        tinted.extend(self.iter());
        let colour = |name: &'static str, scheme: Scheme| {
            let tint = tinted.iter().find(|(tinted, ..)| *tinted == name);
            match tint {
                Some((_, light, _)) if scheme == Scheme::Light => Some(*light),
                Some((_, _, dark)) => Some(*dark),
                None => Some(Swatch::named(name)?.colour(scheme)),
            }
        };
        let is_tinted = |name: &str| tinted.iter().any(|(tinted, ..)| *tinted == name);
        let pairs = PAIRS.iter().filter(|it| is_tinted(it.foreground) || is_tinted(it.background));
        let both = pairs.flat_map(|pair| [(pair, Scheme::Light), (pair, Scheme::Dark)]);
        both.filter_map(|(pair, scheme)| {
            let (contrast, minimum) = (pair.contrast(scheme, colour)?, pair.kind.minimum(scheme));
            (contrast < minimum).then_some(TooAlike {
                foreground: pair.foreground,
                background: pair.background,
                colours: [colour(pair.foreground, scheme)?, colour(pair.background, scheme)?],
                scheme,
                contrast,
                minimum,
            })
        })
        .next()
    }
}

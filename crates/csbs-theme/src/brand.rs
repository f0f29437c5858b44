//! A brand as a portal gives it, read and checked. Nothing that was given reaches the page as a text
//! of CSS or HTML: a colour becomes three numbers, a name a text, a font a name in quotation marks.

use crate::clear::{Tints, TooAlike};
use crate::logo::LogoFile;
use crate::{Colour, PALETTE, Swatch, font, logo};
use csbs::json::{Json, JsonKind, Object};

/// What a portal has set; what it has not set is as the console has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brand {
    /// The name of the portal.
    pub name: Option<String>,
    /// Its logo, beside the page. With a logo there is a name.
    pub logo: Option<LogoFile>,
    /// Its colours.
    pub tints: Tints,
    /// How round corners are, in CSS pixels.
    pub border_radius: Option<u32>,
    /// The names of its fonts, the preferred one first.
    pub font_family: Vec<String>,
}

/// How many characters the name may have.
pub const MAX_NAME: usize = 60;

/// How round corners may be, in CSS pixels.
pub const MAX_RADIUS: u32 = 24;

/// Why a brand cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrandProblem {
    /// A key that is not known.
    UnknownKey {
        /// The key with those that it is in, such as `colors.blue`.
        key: String,
    },
    /// A key has a value that it cannot have.
    Wrong {
        /// The key with those that it is in.
        key: String,
        /// What it is about.
        part: Part,
        /// The value as it stands there, as JSON.
        value: String,
    },
    /// There is a logo and no name for those who do not see it.
    Nameless,
    /// Two colours cannot be told from each other.
    TooAlike(TooAlike),
}

/// A part of a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name.
    Name,
    /// The logo.
    Logo,
    /// All colours.
    Colors,
    /// One of them.
    Color,
    /// How round corners are.
    BorderRadius,
    /// The fonts.
    FontFamily,
}

impl Part {
    const ALL: [(&str, Self); 5] = [
        ("name", Self::Name),
        ("logo", Self::Logo),
        ("colors", Self::Colors),
        ("border_radius", Self::BorderRadius),
        ("font_family", Self::FontFamily),
    ];
}

impl Brand {
    /// Reads and checks a brand, wherever it comes from.
    ///
    /// # Errors
    ///
    /// The first [`BrandProblem`] found, in the order of the keys; colours that are too alike last.
    pub fn read(object: &Object<'_>) -> Result<Self, BrandProblem> {
        let mut brand = Self::default();
        for (key, value) in object.entries() {
            let Some((_, part)) = Part::ALL.into_iter().find(|(name, _)| *name == key) else {
                return Err(BrandProblem::UnknownKey { key });
            };
            let is_read = match part {
                Part::Name => set(&mut brand.name, text(value).and_then(|text| plain(&text))),
                Part::Logo => set(&mut brand.logo, text(value).and_then(|text| logo::read(&text))),
                Part::BorderRadius => set(&mut brand.border_radius, pixels(value)),
                Part::FontFamily => {
                    font::read(value).map(|names| brand.font_family = names).is_some()
                }
                Part::Colors | Part::Color => match value.object() {
                    Some(colours) => {
                        brand.tints = tints(&colours)?;
                        true
                    }
                    None => false,
                },
            };
            if !is_read {
                return Err(wrong(key, part, value));
            }
        }
        if brand.logo.is_some() && brand.name.is_none() {
            return Err(BrandProblem::Nameless);
        }
        brand.tints.first_too_alike().map_or(Ok(brand), |pair| Err(BrandProblem::TooAlike(pair)))
    }

    /// The custom properties to set, without the `--csbs-brand-` before each, and their values.
    #[must_use]
    pub fn properties(&self) -> Vec<(&'static str, String)> {
        let mut properties: Vec<(&'static str, String)> = self
            .tints
            .iter()
            .map(|(name, light, dark)| (name, format!("light-dark({light}, {dark})")))
            .collect();
        properties.extend(self.border_radius.map(|radius| ("radius", format!("{radius}px"))));
        if !self.font_family.is_empty() {
            properties.push(("font", font::written(&self.font_family)));
        }
        properties
    }

    /// The names of all properties that a brand can set.
    pub fn all_properties() -> impl Iterator<Item = &'static str> {
        let colours = PALETTE.iter().filter(|swatch| swatch.is_open);
        colours.map(|swatch| swatch.name).chain(["radius", "font"])
    }
}

/// Puts what was read into its place; whether there was something.
fn set<T>(place: &mut Option<T>, read: Option<T>) -> bool {
    *place = read;
    place.is_some()
}

fn wrong(key: String, part: Part, value: Json<'_>) -> BrandProblem {
    BrandProblem::Wrong { key, part, value: value.as_str().to_owned() }
}

fn text(value: Json<'_>) -> Option<String> {
    if value.kind() == JsonKind::Text { value.text() } else { None }
}

/// A name without anything that changes how the text around it is read.
fn plain(text: &str) -> Option<String> {
    let is_plain = |character: char| {
        !character.is_control()
            && !matches!(character,
                '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let fits = text.chars().count() <= MAX_NAME && text.chars().all(is_plain);
    Some(text.trim().to_owned()).filter(|text| fits && !text.is_empty())
}

fn pixels(value: Json<'_>) -> Option<u32> {
    // The JSON of a whole number is written as Rust reads it; a fraction or a text is not.
    value.as_str().parse().ok().filter(|radius| *radius <= MAX_RADIUS)
}

fn tints(colours: &Object<'_>) -> Result<Tints, BrandProblem> {
    let mut tints = Tints::default();
    for (key, value) in colours.entries() {
        let path = format!("colors.{key}");
        let name = key.replace('_', "-");
        let swatch = Swatch::named(&name).filter(|swatch| swatch.is_open && !key.contains('-'));
        let Some(swatch) = swatch else {
            return Err(BrandProblem::UnknownKey { key: path });
        };
        let Some((light, dark)) = light_and_dark(value) else {
            return Err(wrong(path, Part::Color, value));
        };
        tints.set(swatch.name, light, dark);
    }
    Ok(tints)
}

/// One colour for both schemes, or one for each.
fn light_and_dark(value: Json<'_>) -> Option<(Colour, Colour)> {
    let colour = |value: Json<'_>| Colour::parse(&text(value)?);
    let Some(object) = value.object() else {
        return colour(value).map(|both| (both, both));
    };
    let is_known = object.entries().all(|(key, _)| key == "light" || key == "dark");
    let of = |key| object.get(key).and_then(colour).filter(|_| is_known);
    Some((of("light")?, of("dark")?))
}

#[cfg(test)]
mod tests;

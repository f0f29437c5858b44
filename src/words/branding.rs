//! What is wrong with a brand: the key, its value, and the fix.

use csbs_theme::{BrandProblem, MAX_FAMILIES, MAX_NAME, MAX_RADIUS, Part, Scheme, TooAlike};

use super::{Words, say};

impl Words {
    /// The sentence for the operator of the page, or of the portal that it is shown in.
    #[must_use]
    pub fn brand_problem(self, problem: &BrandProblem) -> String {
        match problem {
            BrandProblem::UnknownKey { key } => {
                let key = format!("brand.{key}");
                say!(self, config.brand.unknown_key, key = key)
            }
            BrandProblem::Wrong { key, part, value } => {
                let (key, expected) = (format!("brand.{key}"), self.expected_of(*part));
                let value = value.as_str();
                say!(self, config.wrong, key = key, value = value, expected = expected)
            }
            BrandProblem::Nameless => say!(self, config.brand.nameless).to_owned(),
            BrandProblem::TooAlike(pair) => self.too_alike(pair),
        }
    }

    fn expected_of(self, part: Part) -> String {
        match part {
            Part::Name => say!(self, config.brand.name, count = MAX_NAME),
            Part::Logo => say!(self, config.brand.logo).to_owned(),
            Part::Colors => say!(self, config.brand.colors).to_owned(),
            Part::Color => {
                let (both, each) =
                    ("\"#1456b8\"", "{\"light\": \"#1456b8\", \"dark\": \"#8ab4f8\"}");
                say!(self, config.brand.color, both = both, each = each)
            }
            Part::BorderRadius => {
                say!(self, config.brand.border_radius, limit = MAX_RADIUS)
            }
            Part::FontFamily => {
                say!(self, config.brand.font_family, count = MAX_FAMILIES)
            }
        }
    }

    fn too_alike(self, pair: &TooAlike) -> String {
        let key = |name: &str| name.replace('-', "_");
        let [foreground, background] = [key(pair.foreground), key(pair.background)];
        let [one, other] = pair.colours.map(|colour| colour.to_string());
        let ratio = |hundredths: u32| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let (contrast, minimum) = (ratio(pair.contrast), ratio(pair.minimum));
        if pair.scheme == Scheme::Light {
            say!(
                self,
                config.brand.too_alike_light,
                foreground = foreground,
                background = background,
                one = one,
                other = other,
                contrast = contrast,
                minimum = minimum
            )
        } else {
            say!(
                self,
                config.brand.too_alike_dark,
                foreground = foreground,
                background = background,
                one = one,
                other = other,
                contrast = contrast,
                minimum = minimum
            )
        }
    }
}

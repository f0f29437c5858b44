//! The custom properties of `style/tokens.css`.

use csbs_theme::{Colour, Scheme};

use super::stylesheet::{Declaration, declarations};

/// Where they are written down.
pub(crate) const SOURCE: &str = "style/tokens.css";

/// Where they are set: in the page, and around the console in the page of a portal.
const ALL: &str = ":root, .csbs-mounted";

/// A custom property that the rest of the style reads.
#[derive(Debug, PartialEq)]
pub(crate) struct Token {
    /// Its line.
    pub(crate) line: usize,
    /// Its name without `--csbs-`.
    pub(crate) name: String,
    /// What it is for, in a sentence.
    pub(crate) about: String,
    /// Whether a portal may set it.
    pub(crate) is_open: bool,
    /// What it is worth.
    pub(crate) value: Value,
}

/// What a property is worth.
#[derive(Debug, PartialEq)]
pub(crate) enum Value {
    /// A colour, in the order of [`Scheme::ALL`].
    Colours([Colour; Scheme::ALL.len()]),
    /// A colour that is not written as the others are.
    Unreadable,
    /// Anything else.
    Plain(String),
}

impl Token {
    /// Its colour in a scheme.
    pub(crate) fn colour(&self, scheme: Scheme) -> Option<Colour> {
        let Value::Colours(colours) = &self.value else {
            return None;
        };
        let place = Scheme::ALL.iter().position(|other| *other == scheme)?;
        colours.get(place).copied()
    }
}

/// All properties that are described there. Those that are not are its own business.
pub(crate) fn tokens(css: &str) -> Vec<Token> {
    declarations(css).into_iter().filter_map(token).collect()
}

fn token(declaration: Declaration) -> Option<Token> {
    let Declaration { line, within, property, value, about } = declaration;
    let name = property.strip_prefix("--csbs-")?;
    let own = format!("var(--csbs-brand-{name}, ");
    let is_open = value.contains(&own);
    let of_all = ["@layer tokens", ALL];
    (within == of_all).then_some(())?;
    Some(Token { line, name: name.to_owned(), about: about?, is_open, value: read(&value, &own) })
}

fn read(value: &str, own: &str) -> Value {
    if !value.contains(['#']) && !value.contains("light-dark") {
        let of_portal = value.strip_prefix(own).and_then(|rest| rest.strip_suffix(')'));
        return Value::Plain(of_portal.unwrap_or(value).to_owned());
    }
    let colours: Vec<Colour> = value
        .match_indices('#')
        .filter_map(|(at, _)| Colour::parse(value.get(at..at + 7)?))
        .collect();
    let Ok(colours) = <[Colour; Scheme::ALL.len()]>::try_from(colours) else {
        return Value::Unreadable;
    };
    let [light, dark, contrast_light, contrast_dark] = colours;
    let high = format!("var(--csbs-contrast, light-dark({contrast_light}, {contrast_dark}))");
    let closed = format!("var(--csbs-plain, light-dark({light}, {dark})) {high}");
    let open = format!("var(--csbs-plain, {own}light-dark({light}, {dark}))) {high}");
    if [closed, open].iter().any(|form| form == value) {
        Value::Colours(colours)
    } else {
        Value::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, tokens};

    #[test]
    fn a_property_is_a_colour_in_each_scheme_or_something_else() {
        let css = "@layer tokens { :root, .csbs-mounted {
            --csbs-plain: initial;
            /* Behind. */
            --csbs-page: var(--csbs-plain, var(--csbs-brand-page, light-dark(#000001, #000002)))
              var(--csbs-contrast, light-dark(#000003, #000004));
            /* Wrong. */
            --csbs-bad: var(--csbs-plain, light-dark(#000001, #000002))
              var(--csbs-contrast, light-dark(#000003, #000004)) #000005;
            /* Red. */
            --csbs-red: var(--csbs-plain, light-dark(#000001, #000002))
              var(--csbs-contrast, light-dark(#000003, red));
            /* Corners. */
            --csbs-radius: var(--csbs-brand-radius, 4px);
          } @supports x { :root { /* Other. */ --csbs-page: Canvas; } } }";
        let read = tokens(css);
        let names: Vec<&str> = read.iter().map(|token| token.name.as_str()).collect();
        assert_eq!(names, ["page", "bad", "red", "radius"]);
        assert!(matches!(read[0].value, Value::Colours(_)) && read[0].is_open);
        assert_eq!(read[1].value, Value::Unreadable);
        assert_eq!(read[2].value, Value::Unreadable);
        assert_eq!(read[3].value, Value::Plain("4px".to_owned()));
    }
}

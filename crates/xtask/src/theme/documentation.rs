//! The tables of `docs/theming.md`: what each property is, and how clear each pair is.

use csbs_theme::{Kind, PAIRS, Pair, Scheme};

use super::tokens::{Token, Value};

/// The text with both tables; `None` if it has no place for one.
pub(super) fn with_tables(text: &str, tokens: &[Token]) -> Option<String> {
    let text = placed(text, "colours", &colours(tokens))?;
    let text = placed(&text, "others", &others(tokens))?;
    placed(&text, "pairs", &pairs(tokens))
}

/// The text with this table between the two comments that name it.
fn placed(text: &str, name: &str, table: &str) -> Option<String> {
    let begin = format!("<!-- {name}: written by `cargo xtask generate` -->\n");
    let end = format!("<!-- end of {name} -->");
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{table}\n{end}{after}"))
}

fn colours(tokens: &[Token]) -> String {
    let schemes = "light | dark | high contrast, light | high contrast, dark";
    let mut table = format!(
        "| property | what it colours | {schemes} | key for a portal |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n"
    );
    for Token { name, about, is_open, value, .. } in tokens {
        if let Value::Colours(colours) = value {
            let colours = colours.map(|colour| format!("`{colour}`")).join(" | ");
            let about = about.trim_end_matches('.');
            let key = key(name, *is_open);
            table += &format!("| `--csbs-{name}` | {about} | {colours} | {key} |\n");
        }
    }
    table
}

/// The key that a portal sets a property with, if it may.
fn key(name: &str, is_open: bool) -> String {
    if is_open { format!("`{}`", name.replace('-', "_")) } else { "–".to_owned() }
}

fn others(tokens: &[Token]) -> String {
    let mut table = String::from(
        "| property | what it is | value | key for a portal |\n| --- | --- | --- | --- |\n",
    );
    for Token { name, about, is_open, value, .. } in tokens {
        if let Value::Plain(value) = value {
            let about = about.trim_end_matches('.');
            let key = match (name.as_str(), is_open) {
                ("radius", true) => "`border_radius`".to_owned(),
                ("font", true) => "`font_family`".to_owned(),
                _ => key(name, *is_open),
            };
            table += &format!("| `--csbs-{name}` | {about} | `{value}` | {key} |\n");
        }
    }
    table
}

fn pairs(tokens: &[Token]) -> String {
    let mut table = String::from(
        "| what | on | as | minimum | light | dark | high contrast: minimum | light | dark |\n\
         | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for pair in PAIRS {
        let Pair { foreground, background, kind } = pair;
        let ratio = |scheme| contrast(pair, scheme, tokens).map_or_else(|| "?".to_owned(), written);
        let minimum = |scheme| written(kind.minimum(scheme));
        let [light, dark, contrast_light, contrast_dark] = Scheme::ALL.map(ratio);
        table += &format!(
            "| `{foreground}` | `{background}` | {} | {} | {light} | {dark} | {} | \
             {contrast_light} | {contrast_dark} |\n",
            kind_name(*kind),
            minimum(Scheme::Light),
            minimum(Scheme::ContrastLight),
        );
    }
    table
}

/// The contrast of a pair in the stylesheet as it is now.
pub(crate) fn contrast(pair: &Pair, scheme: Scheme, tokens: &[Token]) -> Option<u32> {
    pair.contrast(scheme, |name, scheme| {
        tokens.iter().find(|token| token.name == name)?.colour(scheme)
    })
}

/// Hundredths as people read them.
fn written(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::LargeText => "large text",
        Kind::Control => "control",
        Kind::Focus => "focus",
        Kind::Hairline => "hairline",
    }
}

//! The colours of the stylesheet: each is a token, each pair of them is clear enough, and what is
//! written from them is up to date.

use csbs_theme::{PAIRS, Scheme};

use super::{File, Finding};
use crate::theme::{
    DOCUMENTATION, Declaration, PALETTE, SOURCE, Token, Value, contrast, declarations, documented,
    palette, tokens,
};

/// The rules of this file.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let named = |path: &str| files.iter().find(|file| file.path == path);
    let sheets = files.iter().filter(|file| file.path.starts_with("style/") && file.is("css"));
    let mut found: Vec<Finding> = sheets.flat_map(without_token).collect();
    let Some(source) = named(SOURCE) else {
        return found;
    };
    let tokens = tokens(&source.text);
    found.extend(of_tokens(&tokens));
    found.extend(of_pairs(&tokens));
    let generate = |file: &'static str| Finding {
        file: file.to_owned(),
        line: 0,
        rule: "what is written from style/tokens.css is up to date",
        remedy: "Run `cargo xtask generate`.".to_owned(),
    };
    if named(PALETTE).is_some_and(|file| file.text != palette(&tokens)) {
        found.push(generate(PALETTE));
    }
    let is_documented = |file: &File| documented(&file.text, &tokens).as_ref() == Some(&file.text);
    if named(DOCUMENTATION).is_some_and(|file| !is_documented(file)) {
        found.push(generate(DOCUMENTATION));
    }
    found
}

/// Every colour can be read, and stands somewhere.
fn of_tokens(tokens: &[Token]) -> Vec<Finding> {
    let finding = |token: &Token, rule, remedy: &str| Finding {
        file: SOURCE.to_owned(),
        line: token.line,
        rule,
        remedy: remedy.to_owned(),
    };
    let is_paired =
        |name: &str| PAIRS.iter().any(|pair| pair.foreground == name || pair.background == name);
    tokens
        .iter()
        .filter_map(|token| match token.value {
            Value::Unreadable => Some(finding(
                token,
                "a colour has four values, written as those beside it are",
                "Write the light and the dark one, and both for high contrast, as #rrggbb.",
            )),
            Value::Colours(_) if !is_paired(&token.name) => Some(finding(
                token,
                "every colour is in a pair whose contrast is checked",
                "Say in crates/csbs-theme/src/pair.rs what it stands on.",
            )),
            _ => None,
        })
        .collect()
}

/// Every pair is clear enough in every scheme.
fn of_pairs(tokens: &[Token]) -> Vec<Finding> {
    let all = PAIRS.iter().flat_map(|pair| Scheme::ALL.map(|scheme| (pair, scheme)));
    all.filter_map(|(pair, scheme)| {
        let (contrast, minimum) = (contrast(pair, scheme, tokens), pair.kind.minimum(scheme));
        let is_clear = contrast.is_some_and(|contrast| contrast >= minimum);
        let line = tokens.iter().find(|token| token.name == pair.foreground);
        (!is_clear).then(|| Finding {
            file: SOURCE.to_owned(),
            line: line.map_or(0, |token| token.line),
            rule: "every pair of colours is clear enough in every scheme",
            remedy: match contrast {
                None => format!("{} or {} is no colour here.", pair.foreground, pair.background),
                Some(contrast) => format!(
                    "{} on {} has {contrast} hundredths in the scheme {}, and needs {minimum}.",
                    pair.foreground,
                    pair.background,
                    scheme.as_str()
                ),
            },
        })
    })
    .collect()
}

/// Words of values that colour something and are none: keywords, functions, and the names of edges and
/// styles.
const WORDS: [&str; 19] = [
    "auto",
    "background-color",
    "border-color",
    "calc",
    "collapse",
    "currentColor",
    "dashed",
    "double",
    "inherit",
    "initial",
    "inset",
    "linear-gradient",
    "none",
    "outset",
    "solid",
    "transparent",
    "unset",
    "var",
    "border-box",
];

/// How properties begin that are called like those that colour something and do not.
const COLOURLESS: [&str; 10] = [
    "background-position",
    "background-repeat",
    "background-size",
    "border-collapse",
    "border-radius",
    "color-scheme",
    "forced-color-adjust",
    "print-color-adjust",
    "stroke-line",
    "stroke-width",
];

/// The colours of the system, which a person has chosen there.
const SYSTEM: [&str; 8] = [
    "ButtonBorder",
    "ButtonFace",
    "ButtonText",
    "Canvas",
    "CanvasText",
    "GrayText",
    "Highlight",
    "LinkText",
];

/// Colours that stand in a stylesheet and are no token.
fn without_token(file: &File) -> Vec<Finding> {
    let is_source = file.path == SOURCE;
    declarations(&file.text)
        .into_iter()
        .filter(|declaration| !(is_source && declaration.property.starts_with("--")))
        .filter_map(|declaration| Some((foreign_word(&declaration)?, declaration.line)))
        .map(|(word, line)| Finding {
            file: file.path.clone(),
            line,
            rule: "every colour is a token",
            remedy: format!("Use a property of style/tokens.css instead of {word}."),
        })
        .collect()
}

/// The first word of the value that is a colour of its own, where there can be one.
fn foreign_word(declaration: &Declaration) -> Option<String> {
    let Declaration { property, value, within, .. } = declaration;
    let is_forced = within.iter().any(|rule| rule.contains("forced-colors: active"));
    let may_be = |word: &&str| {
        word.is_empty()
            || word.starts_with("--csbs-")
            || word
                .starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == '-')
            || WORDS.contains(word)
            || (is_forced && SYSTEM.contains(word))
    };
    let colours = ["color", "background", "border", "outline", "fill", "stroke", "shadow"];
    let takes_colour = !COLOURLESS.iter().any(|start| property.starts_with(start))
        && (property.starts_with("--") || colours.iter().any(|part| property.contains(part)));
    let word = value.split([' ', ',', '(', ')', '/', '*', '+']).find(|word| !may_be(word));
    word.filter(|_| takes_colour).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::{File, tests::told};
    use crate::theme::SOURCE;

    const RULE: &str = "every colour is a token";

    #[test]
    fn a_colour_that_is_no_token_is_found() {
        let table = [
            ("color: #fff", true),
            ("color: red", true),
            ("background: rgb(0 0 0)", true),
            ("border-block-end: 1px solid Gray", true),
            ("--csbs-kind: tomato", true),
            ("box-shadow: inset 0 0 0 1px black", true),
            ("color: CanvasText", true),
            ("color: var(--csbs-text)", false),
            ("border: 1px solid currentColor", false),
            ("border-inline-start: 4px solid transparent", false),
            ("outline-offset: -3px", false),
            ("text-align: start", false),
            ("stroke-linecap: round", false),
            ("background-image: linear-gradient(transparent 20%, var(--csbs-sunken) 20%)", false),
            ("background-image: linear-gradient(transparent 20%, pink 20%)", true),
            ("background-position-x: right var(--csbs-space)", false),
        ];
        for (declaration, is_found) in table {
            let sheet = format!(".a {{ {declaration}; }}");
            let expected: &[_] = if is_found { &[(1, RULE)] } else { &[] };
            assert_eq!(told(findings, "style/components.css", &sheet), expected, "{declaration}");
        }
    }

    #[test]
    fn where_colours_are_forced_those_of_the_system_are_used() {
        let sheet =
            "@media (forced-colors: active) { .a { border-color: CanvasText; color: red } }";
        assert_eq!(told(findings, "style/base.css", sheet), [(1, RULE)]);
    }

    /// The findings about the stylesheet of the project, changed in one place.
    fn changed(from: &str, to: &str) -> Vec<String> {
        let text = include_str!("../../../../../style/tokens.css");
        assert!(text.contains(from), "{from}");
        let text = text.replacen(from, to, 1);
        let files = [File { path: SOURCE.to_owned(), text }];
        findings(&files).into_iter().map(|finding| finding.remedy).collect()
    }

    #[test]
    fn a_pair_that_is_not_clear_enough_is_found_in_its_scheme() {
        assert_eq!(changed("#566072", "#566072"), [""; 0]);
        let found = changed("#566072", "#8a93a3");
        assert!(found.len() >= 6, "{found:?}");
        assert!(
            found.iter().all(|it| it.contains("text-quiet on") && it.contains("scheme light")),
            "{found:?}"
        );
        let found = changed("#ffd60a", "#403500");
        assert!(found.iter().any(|it| it.contains("focus on page")), "{found:?}");
        assert!(found.iter().all(|it| it.contains("scheme contrast-dark")), "{found:?}");
    }

    #[test]
    fn a_colour_without_a_pair_and_one_that_is_written_otherwise_are_found() {
        let beside = "    /* What is read. */\n";
        let new = "    /* New. */\n    --csbs-new: var(--csbs-plain, light-dark(#000000, #ffffff)) \
                   var(--csbs-contrast, light-dark(#000000, #ffffff));\n";
        let found = changed(beside, &format!("{new}{beside}"));
        assert_eq!(found, ["Say in crates/csbs-theme/src/pair.rs what it stands on."]);
        let found = changed("#566072", "red");
        assert!(found.iter().any(|it| it.starts_with("Write the light and the dark")), "{found:?}");
    }
}

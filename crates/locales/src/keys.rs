//! The keys as Rust: what `say!` is checked against by the compiler.

use std::fmt::Write as _;

use crate::parts::is_first;
use crate::read::{Locale, Sentence};

/// The name of a language in itself, which all others show as well.
const OWN_NAME: &str = "language.name";

/// The group whose sentences are found by the place of their error code, not by name.
pub const ERROR_CODES: &str = "error_code";

/// A module for each group. A sentence without variables is a constant with its place; one with
/// variables is a struct that has a field for each, so that one that is missing or misspelt does not
/// compile, and one that nothing names is a warning.
#[must_use]
pub fn as_rust(locales: &[Locale]) -> String {
    let mut code = String::new();
    // Writing into a text cannot fail.
    let _ = languages(&mut code, locales);
    if let Some(english) = locales.first() {
        let (sentences, first) = placed(english);
        let counts = [first, sentences.len() - first];
        let _ = writeln!(code, "pub(super) const COUNTS: [usize; 2] = {counts:?};");
        let first = sentences.iter().find(|(_, sentence)| sentence.key.starts_with(ERROR_CODES));
        let first = first.map_or(sentences.len(), |(place, _)| *place);
        let _ = writeln!(code, "pub(super) const ERROR_CODES: usize = {first};");
        let _ = group(&mut code, "", &sentences);
    }
    code
}

/// The sentences, each with its place, and how many come first: the others follow after these.
fn placed(english: &Locale) -> (Vec<(usize, &Sentence)>, usize) {
    let first = english.sentences.iter().filter(|sentence| is_first(sentence)).count();
    let mut next = [0, first];
    let placed = english.sentences.iter().map(|sentence| {
        let [early, late] = &mut next;
        let place = if is_first(sentence) { early } else { late };
        *place += 1;
        (*place - 1, sentence)
    });
    (placed.collect(), first)
}

fn languages(code: &mut String, locales: &[Locale]) -> std::fmt::Result {
    writeln!(code, "pub(super) const LANGUAGES: [(&str, &str); {}] = [", locales.len())?;
    for locale in locales {
        writeln!(code, "    ({:?}, {:?}),", locale.code, locale.plain(OWN_NAME))?;
    }
    writeln!(code, "];")
}

/// The sentences whose keys begin with `above`, those of one group after the other.
fn group(code: &mut String, above: &str, sentences: &[(usize, &Sentence)]) -> std::fmt::Result {
    let mut rest = sentences;
    while let Some(((place, sentence), others)) = rest.split_first() {
        let name = sentence.key.strip_prefix(above).unwrap_or(&sentence.key);
        let Some((inner, _)) = name.split_once('.') else {
            self::sentence(code, *place, name, sentence)?;
            rest = others;
            continue;
        };
        let within = format!("{above}{inner}.");
        let count = rest.iter().take_while(|(_, one)| one.key.starts_with(&within)).count();
        let (members, others) = rest.split_at(count);
        if inner != ERROR_CODES {
            writeln!(code, "pub(crate) mod {inner} {{\nuse super::*;")?;
            group(code, &within, members)?;
            writeln!(code, "}}")?;
        }
        rest = others;
    }
    Ok(())
}

fn sentence(code: &mut String, place: usize, name: &str, sentence: &Sentence) -> std::fmt::Result {
    if sentence.key == OWN_NAME {
        return Ok(());
    }
    let variables = sentence.text.variables();
    if variables.is_empty() {
        return writeln!(code, "pub(crate) const {name}: Plain = Plain({place});");
    }
    writeln!(code, "pub(crate) struct {name}<'a> {{")?;
    for variable in &variables {
        writeln!(code, "pub(crate) {variable}: &'a dyn Value,")?;
    }
    writeln!(code, "}}\nimpl {name}<'_> {{")?;
    writeln!(code, "pub(crate) fn said(self, words: Words) -> String {{")?;
    let pairs: Vec<String> =
        variables.iter().map(|variable| format!("({variable:?}, self.{variable})")).collect();
    writeln!(code, "words.filled({place}, &[{}])\n}}\n}}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_its_place() {
        let json = r#"{"a":{"x":"X","b":{"y":"{{ n }}"},"z":"Z"},"language":{"name":"English"}}"#;
        let code = as_rust(&[Locale::read("en", json).expect("a locale")]);
        for part in [
            r#"("en", "English")"#,
            "const x: Plain = Plain(1);",
            "struct y<'a>",
            r#"words.filled(2, &[("n", self.n)])"#,
            "const z: Plain = Plain(3);",
            "COUNTS: [usize; 2] = [1, 3]",
        ] {
            assert!(code.contains(part), "{part} is not in\n{code}");
        }
    }
}

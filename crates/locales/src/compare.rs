//! What a language has to have in common with English.

use crate::read::Locale;
use crate::text::Text;

/// What is wrong with a language beside English, each a sentence for the translator.
#[must_use]
pub fn complaints(english: &Locale, other: &Locale) -> Vec<String> {
    let mut complaints = Vec::new();
    let file = format!("locales/{}.json", other.code);
    for sentence in &english.sentences {
        let key = &sentence.key;
        let Some(text) = other.get(key) else {
            complaints.push(format!("{file}: the sentence “{key}” is missing"));
            continue;
        };
        if sentence.text.variables() != text.variables() {
            let names: Vec<String> = sentence.text.variables().into_iter().collect();
            let names = names.join(", ");
            complaints.push(format!("{file}: “{key}” must have these variables: {names}"));
        }
        complaints.extend(forms(&other.code, text).map(|why| format!("{file}: “{key}” {why}")));
        if text.texts().any(|text| text.trim().is_empty()) {
            complaints.push(format!("{file}: “{key}” is empty"));
        }
        if text.texts().any(|text| text.matches("{{").count() != text.matches("}}").count()) {
            complaints.push(format!("{file}: “{key}” has braces that are not closed"));
        }
    }
    for sentence in &other.sentences {
        if english.get(&sentence.key).is_none() {
            complaints.push(format!("{file}: “{}” is not in locales/en.json", sentence.key));
        }
    }
    if complaints.is_empty() {
        let pairs = english.sentences.iter().zip(&other.sentences);
        let moved = pairs.filter(|(one, other)| one.key != other.key).map(|(one, _)| one);
        complaints.extend(moved.take(1).map(|sentence| {
            format!("{file}: “{}” must stand where it stands in locales/en.json", sentence.key)
        }));
    }
    complaints
}

/// What is wrong with the plural forms of a sentence.
fn forms(code: &str, text: &Text) -> Option<String> {
    let Text::Plural(forms) = text else {
        return None;
    };
    let needed = categories(code);
    let missing = needed.iter().find(|name| !forms.iter().any(|(category, _)| category == *name));
    let excess = forms.iter().find(|(name, _)| !needed.contains(&name.as_str()));
    match (missing, excess) {
        (Some(name), _) => Some(format!("needs the plural form “{name}”")),
        (None, Some((name, _))) => Some(format!("has the plural form “{name}”, never used")),
        (None, None) => None,
    }
}

/// The plural categories of whole numbers up to some thousands, by the CLDR. A language that is not
/// named here must have `other`, and `one` if it has that.
fn categories(code: &str) -> &'static [&'static str] {
    match code {
        "ja" | "ko" | "zh" | "th" | "vi" | "id" | "ms" => &["other"],
        "pl" | "uk" | "ru" => &["one", "few", "many", "other"],
        "cs" | "sk" => &["one", "few", "other"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(code: &str, json: &str) -> Locale {
        Locale::read(code, json).expect("a locale")
    }

    #[test]
    fn every_difference_is_named() {
        let english = locale(
            "en",
            r#"{"a":{"x":"{{ name }}","n":{"one":"1","other":"{{ count }}"},"y":"Y"}}"#,
        );
        for (json, said) in [
            (
                r#"{"a":{"x":"{{ name }}","n":{"one":"1","other":"{{ count }}"}}}"#,
                "“a.y” is missing",
            ),
            (
                r#"{"a":{"x":"{{ nam }}","n":{"one":"1","other":"{{ count }}"},"y":"Y"}}"#,
                "“a.x” must have these variables: name",
            ),
            (r#"{"a":{"x":"{{ name }}","n":"{{ count }}","y":""}}"#, "“a.y” is empty"),
            (
                r#"{"a":{"x":"{{ name }}","n":{"few":"1","other":"{{ count }}"},"y":"Y"}}"#,
                "needs the plural form “one”",
            ),
            (
                r#"{"a":{"x":"{{ name }}","n":{"one":"1","other":"{{ count }}"},"y":"Y","z":"Z"}}"#,
                "“a.z” is not in locales/en.json",
            ),
            (
                r#"{"a":{"x":"{{ name }}","y":"Y","n":{"one":"1","other":"{{ count }}"}}}"#,
                "“a.n” must stand where",
            ),
        ] {
            let complaints = complaints(&english, &locale("de", json));
            assert!(complaints.iter().any(|complaint| complaint.contains(said)), "{complaints:?}");
        }
        let alike = r#"{"a":{"x":"{{ name }}!","n":{"one":"1","other":"{{ count }}"},"y":"J"}}"#;
        assert_eq!(complaints(&english, &locale("de", alike)), Vec::<String>::new());
    }

    #[test]
    fn polish_has_more_forms() {
        let english = locale("en", r#"{"a":{"n":{"one":"1","other":"{{ count }}"}}}"#);
        let polish = locale("pl", r#"{"a":{"n":{"one":"1","other":"{{ count }}"}}}"#);
        assert_eq!(complaints(&english, &polish).len(), 1);
    }
}

//! One sentence, and the variables in it.

use std::collections::BTreeSet;

/// The plural categories of the Unicode CLDR, of which each language uses some.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same words whatever the numbers are.
    Plain(String),
    /// Words for each plural category; the variable `count` decides.
    Plural(Vec<(String, String)>),
}

impl Text {
    /// The variables of the sentence: what stands in `{{ … }}`, and `count` where it decides.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<String> {
        match self {
            Self::Plain(text) => variables_in(text),
            Self::Plural(forms) => {
                let named = forms.iter().flat_map(|(_, text)| variables_in(text));
                named.chain(["count".to_owned()]).collect()
            }
        }
    }

    /// The words on one line.
    pub(crate) fn packed(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Plural(forms) => {
                let forms = forms.iter().flat_map(|(category, text)| [category.as_str(), text]);
                forms.collect::<Vec<_>>().join("\t")
            }
        }
    }

    /// The texts as they stand in the file.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (plain, forms): (_, &[_]) = match self {
            Self::Plain(text) => (Some(text.as_str()), &[]),
            Self::Plural(forms) => (None, forms),
        };
        plain.into_iter().chain(forms.iter().map(|(_, text)| text.as_str()))
    }
}

fn variables_in(text: &str) -> BTreeSet<String> {
    let pieces = text.split("{{").skip(1);
    pieces.filter_map(|piece| Some(piece.split_once("}}")?.0.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_and_braces_alone_are_none() {
        let plain = |text: &str| Text::Plain(text.into()).variables();
        assert_eq!(plain("{{ a }} of {{b}}"), BTreeSet::from(["a".into(), "b".into()]));
        assert_eq!(plain("{\"ticket\": \"42\"} and {url}"), BTreeSet::new());
        let plural = Text::Plural(vec![("one".into(), "1 disk".into())]);
        assert_eq!(plural.variables(), BTreeSet::from(["count".into()]));
    }
}

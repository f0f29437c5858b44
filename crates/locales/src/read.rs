//! A language file, in its own order.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::parts::is_first;
use crate::text::{CATEGORIES, Text};

/// One language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// Its code, such as `de`.
    pub code: String,
    /// Its sentences, in the order of the file.
    pub sentences: Vec<Sentence>,
}

/// One key with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The groups it is in, and its own name, such as `action.start`.
    pub key: String,
    /// The words.
    pub text: Text,
}

impl Locale {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, for the person who wrote it.
    pub fn read(code: &str, json: &str) -> Result<Self, String> {
        let failed = |why: &dyn fmt::Display| format!("locales/{code}.json: {why}");
        let Node::Group(group) = serde_json::from_str(json).map_err(|why| failed(&why))? else {
            return Err(failed(&"it must be an object of groups"));
        };
        let mut sentences = Vec::new();
        gather("", group, &mut sentences).map_err(|why| failed(&why))?;
        Ok(Self { code: code.to_owned(), sentences })
    }

    /// The words of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Text> {
        self.sentences.iter().find(|sentence| sentence.key == key).map(|sentence| &sentence.text)
    }

    /// A text without variables, or nothing.
    #[must_use]
    pub fn plain(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Text::Plain(text)) => text,
            _ => "",
        }
    }

    /// What comes with the page, and what comes later.
    #[must_use]
    pub fn parts(&self) -> [Vec<&Text>; 2] {
        let (first, later): (Vec<&Sentence>, Vec<&Sentence>) =
            self.sentences.iter().partition(|sentence| is_first(sentence));
        [first, later].map(|part| part.into_iter().map(|sentence| &sentence.text).collect())
    }

    /// What the page loads: the words alone, in their order, of each part, a sentence a line. A
    /// plural is its categories and their words in turn, with tabs between.
    #[must_use]
    pub fn packed(&self) -> [String; 2] {
        self.parts().map(|part| part.into_iter().map(Text::packed).collect::<Vec<_>>().join("\n"))
    }
}

/// What a file is made of. An object keeps its order, and a key that is there twice.
enum Node {
    Text(String),
    Group(Vec<(String, Node)>),
}

impl Node {
    /// The forms, if this is a sentence with plurals: an object of categories and nothing else.
    fn forms(group: &[(String, Self)]) -> Option<Vec<(String, String)>> {
        let is_plural = group.len() > 1
            && group.iter().all(|(key, _)| CATEGORIES.contains(&key.as_str()))
            && group.iter().any(|(key, _)| key == "other");
        let forms = group.iter().map(|(key, node)| match node {
            Self::Text(text) => Some((key.clone(), text.clone())),
            Self::Group(_) => None,
        });
        if is_plural { forms.collect() } else { None }
    }
}

fn gather(above: &str, group: Vec<(String, Node)>, into: &mut Vec<Sentence>) -> Result<(), String> {
    for (name, node) in group {
        if name.is_empty()
            || !name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
        {
            return Err(format!("the key “{name}” must have small letters, digits and _ only"));
        }
        let key = if above.is_empty() { name } else { format!("{above}.{name}") };
        let text = match node {
            Node::Text(text) => Text::Plain(text),
            Node::Group(group) => match Node::forms(&group) {
                Some(forms) => Text::Plural(forms),
                None => {
                    gather(&key, group, into)?;
                    continue;
                }
            },
        };
        if text.texts().any(|text| text.contains(['\n', '\t'])) {
            return Err(format!("“{key}” has a line break or a tab in it"));
        }
        if into.iter().any(|sentence| sentence.key == key) {
            return Err(format!("the key “{key}” is there twice"));
        }
        into.push(Sentence { key, text });
    }
    Ok(())
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a sentence, or a group of them")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut group = Vec::new();
        while let Some(entry) = map.next_entry()? {
            group.push(entry);
        }
        Ok(Node::Group(group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_become_keys_in_the_order_of_the_file() {
        let json = r#"{"b":{"x":"X","deep":{"other":"O"}},"page":{"n":{"one":"1","other":"2"}}}"#;
        let locale = Locale::read("en", json).expect("a locale");
        let keys: Vec<&str> = locale.sentences.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["b.x", "b.deep.other", "page.n"]);
        assert_eq!(locale.plain("b.deep.other"), "O");
        assert_eq!(locale.packed(), ["one\t1\tother\t2", "X\nO"]);
    }

    #[test]
    fn what_is_no_locale_is_refused_with_the_reason() {
        for (json, reason) in [
            ("\"x\"", "an object of groups"),
            (r#"{"a":{"x":1}}"#, "a sentence, or a group"),
            (r#"{"a":{"x":"1","x":"2"}}"#, "“a.x” is there twice"),
            (r#"{"A":{"x":"1"}}"#, "“A” must have"),
            (r#"{"a":{"x":"1\n2"}}"#, "“a.x” has a line break"),
        ] {
            let said = Locale::read("de", json).expect_err("a reason");
            assert!(said.contains(reason) && said.contains("locales/de.json"), "{said}");
        }
    }
}

//! The sentences of the language that is shown, and how the variables get into them.

use std::cell::Cell;
use std::fmt::Write as _;

use super::keys::{COUNT, ERROR_CODES};
use super::{language, number};

/// A sentence without variables, known by its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain(pub(crate) usize);

/// The words of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same words whatever the numbers are.
    Plain(String),
    /// Words for each plural category of the language.
    Plural(Vec<(String, String)>),
}

/// All sentences of a language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The code of the language, such as `de`.
    pub language: String,
    /// The sentences, in the order of `locales/en.json`.
    pub sentences: Vec<Text>,
}

impl Table {
    /// Whether it has as many sentences as this program: a file of another build does not.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.sentences.len() == COUNT
    }
}

/// The sentences of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static Table);

thread_local! {
    static SHOWN: Cell<Option<Words>> = const { Cell::new(None) };
}

/// The words that the page is drawn with.
///
/// Changing the language draws the page again, so a component asks once and keeps them.
#[must_use]
pub fn use_words() -> Words {
    SHOWN.get().unwrap_or_else(Words::first)
}

impl Words {
    /// The sentences of this table. There is one for each language that was shown, so that they may
    /// stay for as long as the page.
    #[must_use]
    pub fn of(table: Table) -> Self {
        Self(Box::leak(Box::new(table)))
    }

    /// Takes these for all that is drawn from now on.
    pub fn show(self) {
        SHOWN.set(Some(self));
    }

    /// The code of the language.
    #[must_use]
    pub fn language(self) -> &'static str {
        &self.0.language
    }

    /// What there is before a language was loaded: nothing.
    #[cfg(not(all(test, not(target_arch = "wasm32"))))]
    fn first() -> Self {
        static NONE: Table = Table { language: String::new(), sentences: Vec::new() };
        Self(&NONE)
    }

    #[cfg(all(test, not(target_arch = "wasm32")))]
    fn first() -> Self {
        Self::default()
    }

    pub(crate) fn plain(self, sentence: &Plain) -> &'static str {
        self.at(sentence.0)
    }

    /// What an error code means, and what to do, by its place in [`csbs::ERROR_CODES`].
    #[must_use]
    pub fn documented(self, code: &csbs::ErrorCode) -> [&'static str; 2] {
        let place = ERROR_CODES + 2 * code.place();
        [self.at(place), self.at(place + 1)]
    }

    fn at(self, place: usize) -> &'static str {
        match self.0.sentences.get(place) {
            Some(Text::Plain(text)) => text,
            _ => "",
        }
    }

    /// The sentence at this place with its variables, of which `count` decides the plural.
    pub(crate) fn filled(self, place: usize, variables: &[(&str, &dyn Value)]) -> String {
        let text = match self.0.sentences.get(place) {
            Some(Text::Plain(text)) => text,
            Some(Text::Plural(forms)) => {
                let count = variables.iter().find(|(name, _)| *name == "count");
                let count = count.and_then(|(_, value)| value.count()).unwrap_or_default();
                self.form(forms, count)
            }
            None => "",
        };
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            filled.push_str(before);
            let (name, after) = after.split_once("}}").unwrap_or((after, ""));
            let value = variables.iter().find(|(known, _)| *known == name.trim());
            if let Some((_, value)) = value {
                value.put(self, &mut filled);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn form(self, forms: &'static [(String, String)], count: u64) -> &'static str {
        let category = language::plural(self.language(), count);
        let of = |name: &str| forms.iter().find(|(category, _)| category == name);
        of(&category).or_else(|| of("other")).map_or("", |(_, text)| text)
    }
}

/// What can stand in a sentence.
pub(crate) trait Value {
    /// Writes it as the language does.
    fn put(&self, words: Words, into: &mut String);

    /// The number, where it is one.
    fn count(&self) -> Option<u64> {
        None
    }
}

macro_rules! texts {
    ($($kind:ty),+) => {$(
        impl Value for $kind {
            fn put(&self, _: Words, into: &mut String) {
                // Writing into a text cannot fail.
                let _ = write!(into, "{self}");
            }
        }
    )+};
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Value for $kind {
            fn put(&self, words: Words, into: &mut String) {
                into.push_str(&number::whole(words.language(), self.count().unwrap_or_default()));
            }

            fn count(&self) -> Option<u64> {
                u64::try_from(*self).ok()
            }
        }
    )+};
}

impl<T: Value + ?Sized> Value for &T {
    fn put(&self, words: Words, into: &mut String) {
        (*self).put(words, into);
    }

    fn count(&self) -> Option<u64> {
        (*self).count()
    }
}

texts!(str, String, char);
numbers!(u16, u32, u64, usize, i64, i32);

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

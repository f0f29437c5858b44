//! The sentences of the language that is shown, and how the variables get into them.

use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::OnceLock;

use super::keys::{COUNTS, ERROR_CODES};
use super::{language, number};

/// A sentence without variables, known by its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain(pub(crate) usize);

/// The part of the words that comes with the page.
pub const FIRST: usize = 0;

/// The part that comes with the rest of the program.
pub const LATER: usize = 1;

/// The sentences of a language, in two parts. There is one of it for each language that was loaded,
/// and it stays for as long as the page.
#[derive(Debug)]
pub struct Table {
    language: String,
    /// A sentence each. One with plural forms has their categories and words in turn, with tabs
    /// between.
    parts: [OnceLock<Vec<&'static str>>; 2],
}

/// The sentences of the language that is shown. It is nothing but the right to ask for them, so that
/// it costs nothing to keep; changing the language draws the page again.
#[derive(Debug, Clone, Copy)]
pub struct Words(());

static NONE: Table = Table { language: String::new(), parts: [const { OnceLock::new() }; 2] };

thread_local! {
    static SHOWN: Cell<&'static Table> = const { Cell::new(&NONE) };
}

/// The words that the page is drawn with.
#[must_use]
pub fn use_words() -> Words {
    Words(())
}

impl Table {
    /// A language without words yet.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        Box::leak(Box::new(Self {
            language: language.to_owned(),
            parts: [const { OnceLock::new() }; 2],
        }))
    }

    /// Takes a part of the words, a sentence a line; `false` when these are not as many as this
    /// program has: they are of another build.
    #[must_use]
    pub fn take(&self, part: usize, lines: String) -> bool {
        let lines: &'static str = lines.leak();
        let sentences: Vec<&str> = lines.split('\n').collect();
        let fits = COUNTS.get(part) == Some(&sentences.len());
        if fits && let Some(place) = self.parts.get(part) {
            // What is there already is the same.
            let _ = place.set(sentences);
        }
        fits
    }

    /// Whether a part is there.
    #[must_use]
    pub fn has(&self, part: usize) -> bool {
        self.parts.get(part).is_some_and(|part| part.get().is_some())
    }

    /// The code of the language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Makes these the words of all that is said from now on.
    pub fn show(&'static self) {
        SHOWN.set(self);
    }

    /// The words of the language that is shown.
    #[must_use]
    pub fn shown() -> &'static Self {
        let shown = SHOWN.get();
        #[cfg(test)]
        let shown = if shown.language.is_empty() { tests::english() } else { shown };
        shown
    }

    /// The sentence at this place. Those of the second part follow after those of the first.
    fn at(&self, place: usize) -> &'static str {
        let [first, later] = &self.parts;
        let (part, place) = match place.checked_sub(COUNTS[FIRST]) {
            None => (first, place),
            Some(place) => (later, place),
        };
        part.get().and_then(|part| part.get(place)).copied().unwrap_or_default()
    }
}

impl Words {
    /// The code of the language.
    #[must_use]
    pub fn language(self) -> &'static str {
        Table::shown().language()
    }

    #[inline(never)]
    pub(crate) fn plain(self, Plain(place): Plain) -> &'static str {
        Table::shown().at(place)
    }

    /// What an error code means, and what to do, by its place in [`csbs::ERROR_CODES`].
    #[must_use]
    pub fn documented(self, code: &csbs::ErrorCode) -> [&'static str; 2] {
        let place = ERROR_CODES + 2 * code.place();
        [Table::shown().at(place), Table::shown().at(place + 1)]
    }

    /// The sentence at this place with its variables, of which `count` decides the plural.
    pub(crate) fn filled(self, place: usize, variables: &[(&str, &dyn Value)]) -> String {
        let mut text = Table::shown().at(place);
        if text.contains('\t') {
            let count = variables.iter().find(|(name, _)| *name == "count");
            let count = count.and_then(|(_, value)| value.count()).unwrap_or_default();
            text = form(text, &language::plural(self.language(), count));
        }
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest = text;
        // Braces are looked for one by one: what looks for texts is several kilobytes of program.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let variable = after.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let Some((name, after)) = variable else {
                filled.push('{');
                rest = after;
                continue;
            };
            let value = variables.iter().find(|(known, _)| *known == name.trim());
            if let Some((_, value)) = value {
                value.put(self, &mut filled);
            }
            rest = after.strip_prefix('}').unwrap_or(after);
        }
        filled.push_str(rest);
        filled
    }
}

/// The words for a plural category, or for all others: these come last.
fn form(forms: &'static str, category: &str) -> &'static str {
    let mut parts = forms.split('\t');
    let mut words = "";
    while let (Some(name), Some(form)) = (parts.next(), parts.next()) {
        words = form;
        if name == category {
            break;
        }
    }
    words
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

#[cfg(test)]
mod tests;

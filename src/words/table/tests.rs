use locales::Locale;

use super::*;

const ENGLISH: &str = include_str!("../../../locales/en.json");
const GERMAN: &str = include_str!("../../../locales/de.json");

/// The words of a language, from its file.
fn words(code: &str, json: &str) -> Words {
    let locale = Locale::read(code, json).expect("a locale");
    let sentences = locale.sentences.into_iter().map(|sentence| match sentence.text {
        locales::Text::Plain(text) => Text::Plain(text),
        locales::Text::Plural(forms) => Text::Plural(forms),
    });
    Words::of(Table { language: locale.code, sentences: sentences.collect() })
}

thread_local! {
    static WORDS: [Words; 2] = [words("en", ENGLISH), words("de", GERMAN)];
}

/// Tests speak English unless they ask for something else.
impl Default for Words {
    fn default() -> Self {
        WORDS.with(|words| words[0])
    }
}

impl Words {
    /// The words for tests of German.
    pub(crate) fn german() -> Self {
        WORDS.with(|words| words[1])
    }
}

/// A language with one sentence.
fn one(text: Text) -> Words {
    Words::of(Table { language: "en".into(), sentences: vec![text] })
}

#[test]
fn every_language_has_every_sentence() {
    for words in [Words::default(), Words::german()] {
        assert!(words.0.is_whole(), "{}", words.language());
    }
    assert!(!Table::default().is_whole());
}

#[test]
fn variables_get_into_their_places() {
    let words = one(Text::Plain("{{ b }} before {{a}}, {x} and {{ b }}".into()));
    assert_eq!(words.filled(0, &[("a", &"{{ b }}"), ("b", &7_u16)]), "7 before {{ b }}, {x} and 7");
}

#[test]
fn the_count_decides_the_plural() {
    let forms = [("one", "1 disk"), ("other", "{{ count }} disks")];
    let forms = forms.map(|(category, text)| (category.to_owned(), text.to_owned())).to_vec();
    let words = one(Text::Plural(forms));
    let table = [(0_usize, "0 disks"), (1, "1 disk"), (2, "2 disks"), (1500, "1,500 disks")];
    for (count, said) in table {
        assert_eq!(words.filled(0, &[("count", &count)]), said);
    }
}

#[test]
fn a_sentence_that_is_not_there_is_nothing() {
    let words = one(Text::Plain("x".into()));
    assert_eq!(words.filled(9, &[]), "");
    assert_eq!(words.plain(&Plain(9)), "");
}

#[test]
fn every_error_code_means_the_same_as_in_the_documents() {
    let english = Words::default();
    for code in &csbs::ERROR_CODES {
        assert_eq!(english.documented(code), [code.description(), code.solution()], "{}", code.code);
        let german = Words::german().documented(code);
        assert!(german.iter().all(|text| !text.is_empty()), "{}", code.code);
        assert_ne!(german[0], code.description(), "{} is not translated", code.code);
    }
}

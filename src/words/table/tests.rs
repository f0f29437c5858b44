use locales::Locale;

use super::*;

const ENGLISH: &str = include_str!("../../../locales/en.json");
const GERMAN: &str = include_str!("../../../locales/de.json");

fn own(text: &locales::Text) -> Text {
    match text {
        locales::Text::Plain(text) => Text::Plain(text.clone()),
        locales::Text::Plural(forms) => Text::Plural(forms.clone()),
    }
}

/// The words of a language, from its file.
fn words(code: &str, json: &str) -> Words {
    let locale = Locale::read(code, json).expect("a locale");
    let words = Words::of(code);
    for (part, texts) in locale.parts().into_iter().enumerate() {
        assert!(words.take(part, texts.into_iter().map(own).collect()), "{code}");
    }
    words
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

/// Words of which only the first sentence matters.
fn beginning_with(text: Text) -> Words {
    let words = Words::of("en");
    let mut sentences = vec![Text::Plain(String::new()); COUNTS[FIRST]];
    sentences[0] = text;
    assert!(words.take(FIRST, sentences));
    words
}

#[test]
fn words_of_another_build_are_refused() {
    let words = Words::of("en");
    assert!(!words.take(FIRST, Vec::new()) && !words.has(FIRST));
    assert!(!words.take(2, Vec::new()));
    assert!(Words::german().has(FIRST) && Words::german().has(LATER));
}

#[test]
fn variables_get_into_their_places() {
    let words = beginning_with(Text::Plain("{{ b }} before {{a}}, {x}, { and {{ b }}".into()));
    let filled = words.filled(0, &[("a", &"{{ b }}"), ("b", &7_u16)]);
    assert_eq!(filled, "7 before {{ b }}, {x}, { and 7");
}

#[test]
fn the_count_decides_the_plural() {
    let forms = [("one", "1 disk"), ("other", "{{ count }} disks")];
    let forms = forms.map(|(category, text)| (category.to_owned(), text.to_owned())).to_vec();
    let words = beginning_with(Text::Plural(forms));
    let table = [(0_usize, "0 disks"), (1, "1 disk"), (2, "2 disks"), (1500, "1,500 disks")];
    for (count, said) in table {
        assert_eq!(words.filled(0, &[("count", &count)]), said);
    }
}

#[test]
fn a_sentence_that_is_not_there_is_nothing() {
    let words = beginning_with(Text::Plain("x".into()));
    for place in [COUNTS[FIRST], 9999] {
        assert_eq!(words.filled(place, &[]), "");
        assert_eq!(words.plain(&Plain(place)), "");
    }
}

#[test]
fn every_error_code_means_the_same_as_in_the_documents() {
    let english = Words::default();
    for code in &csbs::ERROR_CODES {
        assert_eq!(
            english.documented(code),
            [code.description(), code.solution()],
            "{}",
            code.code
        );
        let german = Words::german().documented(code);
        assert!(german.iter().all(|text| !text.is_empty()), "{}", code.code);
        assert_ne!(german[0], code.description(), "{} is not translated", code.code);
    }
}

use locales::Locale;

use super::*;

const ENGLISH: &str = include_str!("../../../locales/en.json");
const GERMAN: &str = include_str!("../../../locales/de.json");

/// The words of a language, from its file.
fn words(code: &str, json: &str) -> Words {
    let locale = Locale::read(code, json).expect("a locale");
    let words = Words::of(code);
    for (part, lines) in locale.packed().into_iter().enumerate() {
        assert!(words.take(part, lines), "{code}");
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
fn beginning_with(text: &str) -> Words {
    let words = Words::of("en");
    assert!(words.take(FIRST, text.to_owned() + &"\n".repeat(COUNTS[FIRST] - 1)));
    words
}

#[test]
fn words_of_another_build_are_refused() {
    let words = Words::of("en");
    assert!(!words.take(FIRST, String::new()) && !words.has(FIRST));
    assert!(!words.take(2, String::new()));
    assert!(Words::german().has(FIRST) && Words::german().has(LATER));
}

#[test]
fn variables_get_into_their_places() {
    let words = beginning_with("{{ b }} before {{a}}, {x}, { and {{ b }}");
    let filled = words.filled(0, &[("a", &"{{ b }}"), ("b", &7_u16)]);
    assert_eq!(filled, "7 before {{ b }}, {x}, { and 7");
}

#[test]
fn the_count_decides_the_plural() {
    let words = beginning_with("one\t1 disk\tother\t{{ count }} disks");
    let table = [(0_usize, "0 disks"), (1, "1 disk"), (2, "2 disks"), (1500, "1,500 disks")];
    for (count, said) in table {
        assert_eq!(words.filled(0, &[("count", &count)]), said);
    }
}

#[test]
fn a_sentence_that_is_not_there_is_nothing() {
    let words = beginning_with("x");
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

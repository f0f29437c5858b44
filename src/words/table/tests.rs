use locales::Locale;

use super::*;

const ENGLISH: &str = include_str!("../../../locales/en.json");
const GERMAN: &str = include_str!("../../../locales/de.json");

/// The words of a language, from its file.
fn table(code: &str, json: &str) -> &'static Table {
    let locale = Locale::read(code, json).expect("a locale");
    let table = Table::of(code);
    for (part, lines) in locale.packed().into_iter().enumerate() {
        assert!(table.take(part, lines), "{code}");
    }
    table
}

thread_local! {
    static TABLES: [&'static Table; 2] = [table("en", ENGLISH), table("de", GERMAN)];
}

/// What tests speak unless they ask for something else.
pub(super) fn english() -> &'static Table {
    TABLES.with(|[english, _]| *english)
}

impl Default for Words {
    fn default() -> Self {
        english().show();
        Self(())
    }
}

impl Words {
    /// The words for tests of German.
    pub(crate) fn german() -> Self {
        TABLES.with(|[_, german]| german.show());
        Self(())
    }
}

/// Words of which only the first sentence matters.
fn beginning_with(text: &str) -> Words {
    let table = Table::of("en");
    assert!(table.take(FIRST, text.to_owned() + &"\n".repeat(COUNTS[FIRST] - 1)));
    table.show();
    use_words()
}

#[test]
fn words_of_another_build_are_refused() {
    let table = Table::of("en");
    assert!(!table.take(FIRST, String::new()) && !table.has(FIRST));
    assert!(!table.take(2, String::new()));
    assert!(english().has(FIRST) && english().has(LATER));
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
        assert_eq!(words.plain(Plain(place)), "");
    }
}

#[test]
fn every_error_code_means_the_same_as_in_the_documents() {
    for code in &csbs::ERROR_CODES {
        assert_eq!(
            Words::default().documented(code),
            [code.description(), code.solution()],
            "{}",
            code.code
        );
        let german = Words::german().documented(code);
        assert!(german.iter().all(|text| !text.is_empty()), "{}", code.code);
        assert_ne!(german[0], code.description(), "{} is not translated", code.code);
    }
}

//! What a JSON text says.

use std::str::Chars;

/// The content of a JSON text that is given with its quotation marks. Half of a surrogate pair,
/// which JSON can write and no text can hold, reads as U+FFFD.
pub(super) fn unescape(raw: &str) -> String {
    let mut characters = inside(raw).chars();
    let mut content = String::with_capacity(raw.len());
    while let Some(character) = characters.next() {
        content.push(if character == '\\' { escaped(&mut characters) } else { character });
    }
    content
}

/// Whether a JSON text says this.
pub(super) fn says(raw: &str, content: &str) -> bool {
    let inside = inside(raw);
    if inside.contains('\\') { unescape(raw) == content } else { inside == content }
}

fn inside(raw: &str) -> &str {
    raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw)
}

fn escaped(characters: &mut Chars<'_>) -> char {
    match characters.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => code_point(characters),
        Some(itself) => itself,
        None => char::REPLACEMENT_CHARACTER,
    }
}

fn code_point(characters: &mut Chars<'_>) -> char {
    let first = four_digits(characters);
    if (0xd800..0xdc00).contains(&first) {
        let mut ahead = characters.clone();
        if (ahead.next(), ahead.next()) == (Some('\\'), Some('u')) {
            let second = four_digits(&mut ahead);
            if (0xdc00..0xe000).contains(&second) {
                *characters = ahead;
                let pair = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn four_digits(characters: &mut Chars<'_>) -> u32 {
    let digits = characters.take(4).filter_map(|character| character.to_digit(16));
    digits.fold(0, |sum, digit| sum * 16 + digit)
}

//! What can be wrong with one piece of a JSON text by itself.

use serde::de::IgnoredAny;

use super::mistake::JsonMistake;
use super::token::Token;

/// What is wrong with a piece by itself, and how many bytes into it.
pub(super) fn malformed(token: Token<'_>) -> Option<(usize, JsonMistake)> {
    match token {
        Token::Text(raw) => malformed_text(raw),
        Token::Word(word) => {
            serde_json::from_str::<IgnoredAny>(word).is_err().then(|| (0, malformed_word(word)))
        }
        _ => None,
    }
}

fn malformed_text(raw: &str) -> Option<(usize, JsonMistake)> {
    let mut characters = raw.char_indices();
    while let Some((offset, found)) = characters.next() {
        if found.is_ascii_control() && found != '\u{7f}' {
            return Some((offset, JsonMistake::ControlCharacter { found }));
        }
        if found == '\\' {
            let known = match characters.next() {
                Some((_, 'u')) => {
                    (0..4).all(|_| characters.next().is_some_and(|(_, c)| c.is_ascii_hexdigit()))
                }
                Some((_, escaped)) => {
                    matches!(escaped, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')
                }
                None => true,
            };
            if !known {
                return Some((offset, JsonMistake::Escape));
            }
        }
    }
    None
}

fn malformed_word(word: &str) -> JsonMistake {
    match word.chars().next().unwrap_or_default() {
        found @ ('\'' | '`' | '´' | '‘'..='‟' | '«' | '»') => {
            JsonMistake::QuotationMark { found }
        }
        '0'..='9' | '-' | '+' | '.' => JsonMistake::Number,
        found if is_like_a_letter(found) => JsonMistake::Unquoted,
        found => JsonMistake::Unexpected { found },
    }
}

/// Letters of any script, and what else a person might think of as part of a word. (Exactly the
/// letters of Unicode would need a table of them.)
fn is_like_a_letter(character: char) -> bool {
    let is_foreign = !character.is_ascii() && !character.is_whitespace();
    character.is_ascii_alphabetic() || character == '_' || is_foreign
}

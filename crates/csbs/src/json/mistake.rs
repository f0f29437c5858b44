//! Where a text stops being JSON, and why, in terms a person can act on.
//!
//! serde_json says whether and where; the pieces up to that place say what was expected there.

use serde::de::IgnoredAny;

use super::token::{Piece, Token, pieces};
use crate::text;

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonMistake {
    /// The text ends before everything that was opened is closed.
    Unfinished,
    /// A quotation mark of another kind stands where `"` is needed: single or typographic.
    QuotationMark {
        /// The mark.
        found: char,
    },
    /// A word stands without quotation marks; only `true`, `false`, `null` and numbers may.
    Unquoted,
    /// The colon between a key and its value is missing before this place.
    MissingColon,
    /// A comma is missing before this place.
    MissingComma,
    /// The comma before this closing bracket has nothing after it.
    TrailingComma,
    /// A number is not written as JSON writes it: a leading zero or plus, nothing before or after
    /// the point.
    Number,
    /// A backslash in a text is followed by something that JSON does not know.
    Escape,
    /// A line break, tab or other control character stands in a text as it is.
    ControlCharacter {
        /// The character.
        found: char,
    },
    /// There is more after the end of the value.
    AfterTheEnd,
    /// Something else is expected here.
    Unexpected {
        /// What stands here.
        found: char,
    },
}

/// The first mistake of a text that is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong there.
    pub reason: JsonMistake,
}

/// The first mistake of a text; `None` when it is JSON.
pub(super) fn first_mistake(json: &str) -> Option<Mistake> {
    let error = error_in(json)?;
    let (offset, reason) = if error.is_eof() {
        (json.len(), JsonMistake::Unfinished)
    } else {
        explain(json, offset_of(json, error.line(), error.column()))
    };
    let (line, column) = place(json, offset);
    Some(Mistake { line, column, reason })
}

/// Line and column of an offset in bytes; both count from 1, the column in characters.
pub(crate) fn place(whole: &str, offset: usize) -> (usize, usize) {
    let before = whole.get(..offset).unwrap_or(whole);
    let line_start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    (line, text::count(before.get(line_start..).unwrap_or_default()) + 1)
}

/// What serde_json says against a text. It looks at the text without taking anything from it.
fn error_in(json: &str) -> Option<serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(json).err()
}

/// Says what is wrong with a text that serde_json stopped reading at an offset.
fn explain(json: &str, stopped_at: usize) -> (usize, JsonMistake) {
    let mut context = Context::default();
    for piece in pieces(json) {
        let malformed = malformed(piece.token);
        if piece.end() > stopped_at || malformed.is_some() {
            let (within, reason) = match (context.misplaced(piece.token), malformed) {
                (Some(reason), _) => (0, reason),
                (None, Some(malformed)) => malformed,
                (None, None) => (0, unexpected(piece.token)),
            };
            return Mistake {
                offset: piece.start + within,
                reason,
            };
        }
        context.pass(piece);
    }
    Mistake {
        offset: json.len(),
        reason: JsonMistake::Unfinished,
    }
}

/// The offset of the byte that serde_json stopped at. It counts lines from 1 and bytes in the
/// line, that byte included; for a control character in a text it may be one less.
fn offset_of(json: &str, line: usize, column: usize) -> usize {
    let lines_before = json.split_inclusive('\n').take(line.saturating_sub(1));
    let line_start: usize = lines_before.map(str::len).sum();
    (line_start + column).saturating_sub(1)
}

/// What is wrong with a piece by itself, and how many bytes into it.
fn malformed(token: Token<'_>) -> Option<(usize, JsonMistake)> {
    match token {
        Token::Text(raw) => malformed_text(raw),
        Token::Word(word) if !is_json(word) => Some((0, malformed_word(word))),
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
                Some((_, 'u')) => (0..4).all(|_| {
                    characters
                        .next()
                        .is_some_and(|(_, c)| c.is_ascii_hexdigit())
                }),
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
        found if found.is_alphabetic() || found == '_' => JsonMistake::Unquoted,
        found => JsonMistake::Unexpected { found },
    }
}

fn unexpected(token: Token<'_>) -> JsonMistake {
    let found = match token {
        Token::Open(mark) | Token::Close(mark) => mark,
        Token::Comma => ',',
        Token::Colon => ':',
        Token::Text(raw) | Token::Word(raw) => raw.chars().next().unwrap_or_default(),
    };
    JsonMistake::Unexpected { found }
}

/// Where in the structure of a JSON text a piece stands.
#[derive(Default)]
struct Context<'a> {
    open: Vec<char>,
    last: Option<Token<'a>>,
    last_is_key: bool,
}

/// What may come next.
#[derive(PartialEq, Eq)]
enum Expected {
    Key,
    Colon,
    Value,
    Comma,
    End,
}

impl<'a> Context<'a> {
    fn pass(&mut self, piece: Piece<'a>) {
        self.last_is_key = self.expected() == Expected::Key;
        match piece.token {
            Token::Open(mark) => self.open.push(mark),
            Token::Close(_) => drop(self.open.pop()),
            _ => {}
        }
        self.last = Some(piece.token);
    }

    fn expected(&self) -> Expected {
        let in_object = self.open.last() == Some(&'{');
        match self.last {
            Some(Token::Open('{')) => Expected::Key,
            Some(Token::Comma) if in_object => Expected::Key,
            None | Some(Token::Open(_) | Token::Comma | Token::Colon) => Expected::Value,
            Some(Token::Text(_)) if self.last_is_key => Expected::Colon,
            _ if self.open.is_empty() => Expected::End,
            _ => Expected::Comma,
        }
    }

    /// What is wrong with a piece because of where it stands; `None` when such a piece may stand
    /// there or nothing more helpful than "unexpected" can be said.
    fn misplaced(&self, token: Token<'_>) -> Option<JsonMistake> {
        match (self.expected(), token) {
            (Expected::End, _) => Some(JsonMistake::AfterTheEnd),
            (Expected::Colon, _) => Some(JsonMistake::MissingColon),
            (Expected::Comma, Token::Text(_) | Token::Word(_) | Token::Open(_)) => {
                Some(JsonMistake::MissingComma)
            }
            (Expected::Key | Expected::Value, Token::Close(_))
                if self.last == Some(Token::Comma) =>
            {
                Some(JsonMistake::TrailingComma)
            }
            (Expected::Key, Token::Word(_)) if malformed(token).is_none() => {
                Some(JsonMistake::Unquoted)
            }
            _ => None,
        }
    }
}

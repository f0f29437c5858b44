//! Where a text stops being JSON, and why.
//!
//! serde_json says whether and where; the pieces up to that place say what was expected there.

use serde::de::IgnoredAny;

use super::context::Context;
use super::malformed::malformed;
use super::mistake::{JsonMistake, Mistake};
use super::token::{Token, pieces};
use crate::text;

/// The first mistake of a text; `None` when it is JSON.
pub(super) fn first_mistake(json: &str) -> Option<Mistake> {
    let error = serde_json::from_str::<IgnoredAny>(json).err()?;
    let stopped_at =
        if error.is_eof() { json.len() } else { offset_of(json, error.line(), error.column()) };
    let (offset, reason) = explain(json, stopped_at);
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

/// Says what is wrong with a text that serde_json stopped reading at an offset: at its end, when it
/// ends early. It says that, too, of a `\u` with less behind it than four digits would take; so there
/// only the last piece is taken for one that is not finished.
fn explain(json: &str, stopped_at: usize) -> (usize, JsonMistake) {
    let mut context = Context::default();
    for piece in pieces(json) {
        let is_finished = piece.end().min(stopped_at) < json.len();
        let malformed = malformed(piece.token).filter(|_| is_finished);
        if piece.end() > stopped_at || malformed.is_some() {
            let (within, reason) = match (context.misplaced(piece.token), malformed) {
                (Some(reason), _) => (0, reason),
                (None, Some(malformed)) => malformed,
                (None, None) => (0, unexpected(piece.token)),
            };
            return (piece.start + within, reason);
        }
        context.pass(piece.token);
    }
    (json.len(), JsonMistake::Unfinished)
}

/// The offset of the byte that serde_json stopped at. It counts lines from 1 and bytes in the
/// line, that byte included; for a control character in a text it may be one less.
fn offset_of(json: &str, line: usize, column: usize) -> usize {
    let lines_before = json.split_inclusive('\n').take(line.saturating_sub(1));
    let line_start: usize = lines_before.map(str::len).sum();
    (line_start + column).saturating_sub(1)
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

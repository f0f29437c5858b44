//! Keys that stand twice in one JSON object.

use std::collections::BTreeSet;

use super::escape::unescape;
use super::token::{Token, pieces};

/// The first key that its object has already, unescaped, and where it starts, in bytes.
///
/// The text has to be JSON. Keys are compared as they read, so `"a"` and `"\u0061"` are the same.
pub(crate) fn first_duplicate_key(json: &str) -> Option<(String, usize)> {
    let mut levels: Vec<BTreeSet<String>> = Vec::new();
    let mut last_text = None;
    for piece in pieces(json) {
        match piece.token {
            Token::Open(_) => levels.push(BTreeSet::new()),
            Token::Close(_) => drop(levels.pop()),
            Token::Text(raw) => last_text = Some((raw, piece.start)),
            Token::Colon => {
                let (raw, start) = last_text?;
                let key = unescape(raw);
                let keys = levels.last_mut()?;
                if keys.contains(&key) {
                    return Some((key, start));
                }
                keys.insert(key);
            }
            Token::Comma | Token::Word(_) => {}
        }
    }
    None
}

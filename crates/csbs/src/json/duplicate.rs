//! Keys that stand twice in one JSON object.

use std::collections::BTreeMap;

use super::diagnosis::place;
use super::escape::unescape;
use super::read::Json;
use super::token::{Token, pieces};

/// The first key that its object has already, as it reads, with the line and column of its second
/// place; both count from 1, the column in characters.
pub(crate) fn first_duplicate_key(json: Json<'_>) -> Option<(String, usize, usize)> {
    // With the place of each, as the map of pasted ids has: two kinds of maps would cost twice.
    let mut levels: Vec<BTreeMap<String, usize>> = Vec::new();
    let mut last_text = None;
    for piece in pieces(json.as_str()) {
        match piece.token {
            Token::Open(_) => levels.push(BTreeMap::new()),
            Token::Close(_) => drop(levels.pop()),
            Token::Text(raw) => last_text = Some((raw, piece.start)),
            Token::Colon => {
                let (raw, start) = last_text?;
                let key = unescape(raw);
                let keys = levels.last_mut()?;
                if keys.contains_key(&key) {
                    let (line, column) = place(json.as_str(), start);
                    return Some((key, line, column));
                }
                keys.insert(key, start);
            }
            Token::Comma | Token::Word(_) => {}
        }
    }
    None
}

//! The rule that all typed texts share: a set of characters and a greatest length.
//!
//! It knows no field; the types of values bring their set and their limit.

use crate::fault::Fault;
use crate::text;

/// Holds a trimmed text against a set of characters and a limit in characters.
///
/// A character that may not be there is named before the length, because removing it may cure
/// both.
pub(crate) fn check(value: &str, limit: usize, allowed: fn(char) -> bool) -> Result<(), Fault> {
    if let Some((position, found)) = value.char_indices().find(|&(_, found)| !allowed(found)) {
        let before = value.get(..position).unwrap_or_default();
        return Err(Fault::Character { found, after: ending(before).to_owned() });
    }
    let count = text::count(value);
    if count > limit { Err(Fault::TooLong { limit, count }) } else { Ok(()) }
}

/// How many characters before a fault are quoted with it: enough to find the place by.
const QUOTED: usize = 12;

fn ending(text: &str) -> &str {
    let start = text.char_indices().rev().nth(QUOTED - 1).map_or(0, |(position, _)| position);
    text.get(start..).unwrap_or_default()
}

//! Characters: how they are counted, which ones surround a text without belonging to it, and
//! which ones names are made of.
//!
//! It knows no field and no limit.

/// The number of characters of a text, as every limit of this crate counts them.
///
/// The unit is the Unicode scalar value: `ä` is 1, an emoji is 1 (or more, when it is made of
/// several), a line break is 1. The API page says "characters" and nothing more precise.
///
/// ```
/// assert_eq!(csbs::text::count("Köln"), 4);
/// ```
pub fn count(text: &str) -> usize {
    text.chars().count()
}

/// A text without what surrounds it: white space, and the invisible characters that copying from
/// web pages and chats brings along (zero width space, direction marks, byte order mark).
///
/// Nothing inside the text is touched.
///
/// ```
/// assert_eq!(csbs::text::trim("\u{feff} web 01 \n"), "web 01");
/// ```
pub fn trim(text: &str) -> &str {
    text.trim_matches(surrounds)
}

/// Whether a character may stand in a name, an id, a tag key or a tag value: ASCII letters and
/// digits, hyphen and underscore (Tables 3 and 4).
pub fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-' || character == '_'
}

/// A text without what stands before it; see [`trim`].
pub(crate) fn trim_start(text: &str) -> &str {
    text.trim_start_matches(surrounds)
}

fn surrounds(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

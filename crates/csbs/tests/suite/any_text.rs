//! Texts for the properties: any at all, and what is nearly something.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Characters that few texts have and many readers trip over: not seen, of no width, a line break
/// to some and not to others, the last there is; and those that mean something to JSON, to a link
/// or to a page.
const UNUSUAL: &str = "\0\t\n\r\u{1f}\u{7f}\u{85}\u{a0}\u{180e}\u{200b}\u{200e}\u{2028}\u{2060}\
    \u{3000}\u{feff}\u{fffd}\u{10ffff}\"\\/%&=+<>{}[]:,;|";

/// Any text at all. What proptest calls any text has neither control nor format characters.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let unusual = select(UNUSUAL.chars().collect::<Vec<_>>());
    let character = prop_oneof![any::<char>(), unusual];
    prop_oneof![any::<String>(), vec(character, 0..40).prop_map(String::from_iter)]
}

/// A text of one character or more, with one of them removed or replaced by one of these, or with one
/// of these put in.
pub(crate) fn nearly(
    text: impl Strategy<Value = String>,
    characters: &str,
) -> impl Strategy<Value = String> {
    let character = select(characters.chars().collect::<Vec<_>>());
    let change = (any::<Index>(), proptest::option::of(character), any::<bool>());
    (text, change).prop_map(|(text, (place, character, remove))| {
        let mut characters: Vec<char> = text.chars().collect();
        let place = place.index(characters.len() + usize::from(!remove));
        if remove {
            characters.remove(place);
        }
        if let Some(character) = character {
            characters.insert(place, character);
        }
        characters.into_iter().collect()
    })
}

/// The id of a server, in any letter case.
pub(crate) fn uuid() -> impl Strategy<Value = String> {
    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
}

/// The different UUIDs of a text that touch neither letter nor digit, in lower case and in order.
pub(crate) fn uuids(text: &str) -> Vec<String> {
    let characters: Vec<char> = format!(" {text} ").chars().collect();
    let is_alone = |window: &&[char]| {
        let (id, around) = (&window[1..37], [window[0], window[37]]);
        let fits = |(place, character): (usize, &char)| match place {
            8 | 13 | 18 | 23 => *character == '-',
            _ => character.is_ascii_hexdigit(),
        };
        id.iter().enumerate().all(fits) && !around.iter().any(char::is_ascii_alphanumeric)
    };
    let mut found = Vec::new();
    for window in characters.windows(38).filter(is_alone) {
        let id = String::from_iter(&window[1..37]).to_lowercase();
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// What surrounds a text without belonging to it, restated.
pub(crate) fn surrounds(character: char) -> bool {
    character.is_whitespace() || "\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}".contains(character)
}

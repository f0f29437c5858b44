//! How a single character is named, so that an invisible one can be found and removed.

use super::{Words, say};

impl Words {
    /// A character as it is called within a sentence: `“!”`, `the space`.
    #[must_use]
    pub fn character(self, character: char) -> String {
        match character {
            ' ' => say!(self, character.space).into(),
            '\u{a0}' | '\u{202f}' => say!(self, character.no_break_space).into(),
            '\t' => say!(self, character.tab).into(),
            '\n' | '\r' => say!(self, character.line_break).into(),
            _ if is_invisible(character) => {
                let code = format!("U+{:04X}", u32::from(character));
                say!(self, character.invisible, code = code)
            }
            _ => say!(self, character.visible, character = character),
        }
    }
}

/// Characters that show nothing, or change how their neighbours show: controls, zero-width and
/// bidirectional ones, unusual spaces, variation selectors, tags.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_can_be_pointed_at() {
        let table = [
            (' ', "the space"),
            ('\u{a0}', "the no-break space"),
            ('\n', "the line break"),
            ('\u{200b}', "the invisible character U+200B"),
            ('\u{202e}', "the invisible character U+202E"),
            ('\0', "the invisible character U+0000"),
            ('ä', "“ä”"),
            ('<', "“<”"),
        ];
        for (character, name) in table {
            assert_eq!(Words::default().character(character), name, "{character:?}");
        }
    }
}

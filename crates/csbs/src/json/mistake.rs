//! What can be wrong with a text that is not JSON, in terms a person can act on.

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

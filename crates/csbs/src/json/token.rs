//! The pieces of a JSON text, for those who have to look at it without changing it.
//!
//! Any text can be taken apart; whether the pieces make sense is not decided here.

/// A piece of a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{` or `[`
    Open(char),
    /// `}` or `]`
    Close(char),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text with its quotation marks; the closing one is missing where the text ends early.
    Text(&'a str),
    /// A run of anything else: a number, `true`, or what should not be there.
    Word(&'a str),
}

/// A piece and where it starts, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) token: Token<'a>,
    pub(super) start: usize,
    pub(super) length: usize,
}

impl Piece<'_> {
    /// Where the piece ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.length
    }
}

/// All pieces of a text, in order; what is between them is space.
pub(super) fn pieces(json: &str) -> Pieces<'_> {
    Pieces { json, position: 0 }
}

/// The iterator behind [`pieces`].
pub(super) struct Pieces<'a> {
    json: &'a str,
    position: usize,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let bytes = self.json.as_bytes();
        while bytes.get(self.position).is_some_and(|&byte| is_space(byte)) {
            self.position += 1;
        }
        let start = self.position;
        let first = *bytes.get(start)?;
        let length = match first {
            b'"' => text_length(bytes.get(start..)?),
            _ if is_mark(first) => 1,
            _ => bytes.get(start..)?.iter().take_while(|&&byte| is_word(byte)).count(),
        };
        self.position = start + length;
        let piece = self.json.get(start..self.position)?;
        let token = match first {
            b'{' | b'[' => Token::Open(char::from(first)),
            b'}' | b']' => Token::Close(char::from(first)),
            b',' => Token::Comma,
            b':' => Token::Colon,
            b'"' => Token::Text(piece),
            _ => Token::Word(piece),
        };
        Some(Piece { token, start, length })
    }
}

/// The bytes of a text from its opening quotation mark to its closing one, or to the end.
fn text_length(bytes: &[u8]) -> usize {
    let mut escaped = false;
    for (position, &byte) in bytes.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return position + 1,
            _ => {}
        }
    }
    bytes.len()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':')
}

fn is_word(byte: u8) -> bool {
    !is_space(byte) && !is_mark(byte) && byte != b'"'
}

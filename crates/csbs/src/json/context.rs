//! Where in the structure of a JSON text a piece stands, and what may stand there.

use super::malformed::malformed;
use super::mistake::JsonMistake;
use super::token::Token;

/// Where in the structure of a JSON text a piece stands.
#[derive(Default)]
pub(super) struct Context<'a> {
    open: Vec<char>,
    last: Option<Token<'a>>,
    last_is_key: bool,
}

impl<'a> Context<'a> {
    /// Goes on past a piece that may stand here.
    pub(super) fn pass(&mut self, token: Token<'a>) {
        self.last_is_key = self.expected() == Expected::Key;
        match token {
            Token::Open(mark) => self.open.push(mark),
            Token::Close(_) => drop(self.open.pop()),
            _ => {}
        }
        self.last = Some(token);
    }

    /// What is wrong with a piece because of where it stands; `None` when such a piece may stand
    /// there or nothing more helpful than "unexpected" can be said.
    pub(super) fn misplaced(&self, token: Token<'_>) -> Option<JsonMistake> {
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

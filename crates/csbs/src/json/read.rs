//! Looking into JSON one level at a time, leniently.
//!
//! `null`, an empty text and a missing key all read as nothing.

use super::diagnosis::first_mistake;
use super::escape::{says, unescape};
use super::mistake::Mistake;
use super::token::{Token, pieces};

/// A text that is JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Json<'a>(&'a str);

/// What a JSON value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// `"…"`
    Text,
    /// A number.
    Number,
    /// `true` or `false`
    Boolean,
    /// `null`
    Null,
}

impl<'a> Json<'a> {
    /// Reads a text; the space around the value and a byte order mark are left out. Of a text that
    /// is not JSON, the first mistake is told.
    ///
    /// ```
    /// use csbs::json::{Json, JsonKind};
    ///
    /// let answer = Json::parse(r#"{"quota": {"used": "12.0"}}"#).unwrap();
    /// let quota = answer.object().and_then(|answer| answer.object("quota")).unwrap();
    /// assert_eq!(quota.get("used").map(Json::kind), Some(JsonKind::Text));
    /// assert_eq!(quota.get("used").and_then(Json::whole_number), Some(12));
    /// assert!(quota.get("free").is_none());
    /// ```
    pub fn parse(text: &'a str) -> Result<Self, Mistake> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match first_mistake(text) {
            None => Ok(Self(text.trim_ascii())),
            Some(mistake) => Err(mistake),
        }
    }

    /// The JSON as it is written.
    pub fn as_str(self) -> &'a str {
        self.0
    }

    /// What the value is.
    pub fn kind(self) -> JsonKind {
        match self.0.bytes().next() {
            Some(b'{') => JsonKind::Object,
            Some(b'[') => JsonKind::Array,
            Some(b'"') => JsonKind::Text,
            Some(b't' | b'f') => JsonKind::Boolean,
            Some(b'n') => JsonKind::Null,
            _ => JsonKind::Number,
        }
    }

    /// The value as an object; `None` when it is something else.
    pub fn object(self) -> Option<Object<'a>> {
        (self.kind() == JsonKind::Object).then(|| Object(self.parts()))
    }

    /// The elements of an array; none when it is something else.
    pub fn elements(self) -> Vec<Json<'a>> {
        if self.kind() == JsonKind::Array { self.parts() } else { Vec::new() }
    }

    /// What the value says as text: the content of a text, anything else as it is written. `None`
    /// for `null` and for an empty text.
    pub fn text(self) -> Option<String> {
        let text = match self.kind() {
            JsonKind::Null => return None,
            JsonKind::Text => unescape(self.0),
            _ => self.0.to_owned(),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// A number that is documented as whole, but may come as a fraction or as a text. Fractions
    /// are rounded down; what is negative, too large or no number reads as nothing.
    pub fn whole_number(self) -> Option<u64> {
        let written = self.text()?;
        written.trim().split('.').next()?.parse().ok()
    }

    /// A number as it is written, which may come as a text.
    pub fn number(self) -> Option<String> {
        let written = self.text()?;
        let number = Json::parse(&written).ok()?;
        (number.kind() == JsonKind::Number).then(|| number.as_str().to_owned())
    }

    /// A value that is documented as true or false, but may come as a text, in any letter case.
    pub fn boolean(self) -> Option<bool> {
        let written = self.text()?;
        [("true", true), ("false", false)]
            .into_iter()
            .find(|(word, _)| written.trim().eq_ignore_ascii_case(word))
            .map(|(_, value)| value)
    }

    /// The values one level down, in order: the elements of an array; of an object each key,
    /// which is a text, and its value.
    fn parts(self) -> Vec<Json<'a>> {
        let mut parts = Vec::new();
        let mut depth = 0_usize;
        let mut opened_at = 0;
        for piece in pieces(self.0) {
            match piece.token {
                Token::Open(_) => {
                    if depth == 1 {
                        opened_at = piece.start;
                    }
                    depth += 1;
                }
                Token::Close(_) => {
                    depth = depth.saturating_sub(1);
                    if depth == 1 {
                        parts.extend(self.0.get(opened_at..piece.end()).map(Json));
                    }
                }
                Token::Text(raw) | Token::Word(raw) if depth == 1 => parts.push(Json(raw)),
                _ => {}
            }
        }
        parts
    }
}

/// A JSON object. Keys are compared as they read, whatever escapes they are written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object<'a>(Vec<Json<'a>>);

impl<'a> Object<'a> {
    /// The value of a key. `null` reads as missing. Of a key that is there twice, the last one
    /// counts, as in most readers.
    pub fn get(&self, key: &str) -> Option<Json<'a>> {
        let (_, value) = self.pairs().rfind(|(candidate, _)| says(candidate.0, key))?;
        Some(value).filter(|value| value.kind() != JsonKind::Null)
    }

    /// The value of a key as text; see [`Json::text`].
    pub fn text(&self, key: &str) -> Option<String> {
        self.get(key).and_then(Json::text)
    }

    /// The value of a key as an object.
    pub fn object(&self, key: &str) -> Option<Object<'a>> {
        self.get(key).and_then(Json::object)
    }

    /// The elements of the array that a key has; none when it has something else.
    pub fn elements(&self, key: &str) -> Vec<Json<'a>> {
        self.get(key).map(Json::elements).unwrap_or_default()
    }

    /// All entries in order, but those that are `null`.
    pub fn entries(&self) -> impl Iterator<Item = (String, Json<'a>)> {
        self.all().filter(|(_, value)| value.kind() != JsonKind::Null)
    }

    /// All entries in order, those that are `null` and repeated keys as well: for readers that
    /// take nothing but what they know.
    pub fn all(&self) -> impl Iterator<Item = (String, Json<'a>)> {
        self.pairs().map(|(key, value)| (unescape(key.0), value))
    }

    fn pairs(&self) -> impl DoubleEndedIterator<Item = (Json<'a>, Json<'a>)> {
        let (pairs, _) = self.0.as_chunks();
        pairs.iter().map(|&[key, value]| (key, value))
    }
}

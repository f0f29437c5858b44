//! `extra_info` of a request (Table 3).

use crate::fault::Fault;
use crate::json::{self, Json, JsonKind, Mistake};
use crate::text;

/// `extra_info` (Table 3): a JSON object ("Dict") of any content, kept as it was written.
///
/// The page gives no limit and no keys. Only the space between its parts changes before it is
/// sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraInfo(String);

impl ExtraInfo {
    /// Reads an object that has to be there; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::JsonSyntax`], [`Fault::NotAnObject`],
    /// [`Fault::DuplicateJsonKey`], in this order.
    ///
    /// ```
    /// use csbs::{ExtraInfo, Fault, JsonMistake};
    ///
    /// assert_eq!(ExtraInfo::parse(r#"{"a": 1.0}"#).unwrap().as_json(), r#"{"a": 1.0}"#);
    /// assert_eq!(
    ///     ExtraInfo::parse(r#"{"a": 1,}"#),
    ///     Err(Fault::JsonSyntax { line: 1, column: 9, reason: JsonMistake::TrailingComma }),
    /// );
    /// ```
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        if text::trim(typed).is_empty() {
            return Err(Fault::Empty);
        }
        Self::parse_json(typed)
    }

    /// Reads the field of the form, where nothing typed means that the parameter is not sent.
    ///
    /// Faults: as [`ExtraInfo::parse`], without [`Fault::Empty`].
    pub fn read(typed: &str) -> Result<Option<Self>, Fault> {
        if text::trim(typed).is_empty() {
            return Ok(None);
        }
        Self::parse_json(typed).map(Some)
    }

    /// The object as it was written, without surrounding space.
    pub fn as_json(&self) -> &str {
        &self.0
    }

    fn parse_json(typed: &str) -> Result<Self, Fault> {
        let object = text::trim(typed);
        let in_typed = |line, column| place_in_typed(typed, line, column);
        let json = Json::parse(object).map_err(|Mistake { line, column, reason }| {
            let (line, column) = in_typed(line, column);
            Fault::JsonSyntax { line, column, reason }
        })?;
        if json.kind() != JsonKind::Object {
            return Err(Fault::NotAnObject { found: json.kind() });
        }
        if let Some((key, line, column)) = json::first_duplicate_key(json) {
            let (line, column) = in_typed(line, column);
            return Err(Fault::DuplicateJsonKey { key, line, column });
        }
        Ok(Self(object.to_owned()))
    }
}

/// Where a place in the trimmed text is in the text as typed.
fn place_in_typed(typed: &str, line: usize, column: usize) -> (usize, usize) {
    let leading = typed.len() - text::trim_start(typed).len();
    let (first_line, first_column) = json::place(typed, leading);
    let column = if line == 1 { first_column + column - 1 } else { column };
    (first_line + line - 1, column)
}

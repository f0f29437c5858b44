//! Values that come as JSON or as a text, which in turn may hold JSON.

use crate::checkpoint::ExtraInfoRead;
use crate::json::{Json, JsonKind, indent};

/// Reads `extra_info`; `None` when it is an empty text.
pub(super) fn read_extra_info(value: Json<'_>) -> Option<ExtraInfoRead> {
    Some(match unpack(value)? {
        Unpacked::Json(json) => ExtraInfoRead::Json(indent(&json)),
        Unpacked::Text(text) => ExtraInfoRead::Text(text),
    })
}

/// What a value really holds.
pub(super) enum Unpacked {
    /// JSON that is not a text.
    Json(String),
    /// A text that holds no JSON object or array.
    Text(String),
}

/// Takes JSON out of the text, or the text within a text, that holds it; `None` for an empty
/// text. A text that holds a bare number or word is a text, as that is how it looks either way.
pub(super) fn unpack(value: Json<'_>) -> Option<Unpacked> {
    if value.kind() != JsonKind::Text {
        return Some(Unpacked::Json(value.as_str().to_owned()));
    }
    let mut content = value.text()?;
    for _ in 0..DEEPEST_PACKING {
        match Json::parse(&content) {
            Ok(json) if json.kind() == JsonKind::Text => content = json.text()?,
            Ok(json) if matches!(json.kind(), JsonKind::Object | JsonKind::Array) => {
                return Some(Unpacked::Json(json.as_str().to_owned()));
            }
            _ => break,
        }
    }
    Some(Unpacked::Text(content))
}

/// Values were seen to be encoded twice; one more does no harm, and there is an end to it.
const DEEPEST_PACKING: usize = 3;

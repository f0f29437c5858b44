//! Values that come as JSON or as a text, which in turn may hold JSON.

use crate::checkpoint::ExtraInfoRead;
use crate::json::{self, JsonKind};

/// Reads `extra_info`; `None` when it is an empty text.
pub(super) fn read_extra_info(raw: &str) -> Option<ExtraInfoRead> {
    Some(match unpack(raw)? {
        Unpacked::Json(json) => ExtraInfoRead::Json(json::indent(&json)),
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
pub(super) fn unpack(raw: &str) -> Option<Unpacked> {
    let mut json = raw.to_owned();
    for _ in 0..DEEPEST_PACKING {
        if json::kind(&json) != JsonKind::Text {
            return Some(Unpacked::Json(json));
        }
        let content = json::text(&json)?;
        let worth_unpacking = content.trim_start().starts_with(['{', '[', '"']);
        if !worth_unpacking || !json::is_json(&content) {
            return Some(Unpacked::Text(content));
        }
        json = content;
    }
    Some(Unpacked::Text(json))
}

/// Values were seen to be encoded twice; one more does no harm, and there is an end to it.
const DEEPEST_PACKING: usize = 4;

//! The fonts of a portal, by name: those that people have on their devices.

use csbs::json::{Json, JsonKind};

/// How many fonts there may be.
pub const MAX_FAMILIES: usize = 5;

const MAX_LENGTH: usize = 60;

/// What stands for whatever font the system has of a kind.
const GENERIC: [&str; 4] = ["sans-serif", "serif", "monospace", "system-ui"];

/// Reads a list of names.
pub(super) fn read(value: Json<'_>) -> Option<Vec<String>> {
    if value.kind() != JsonKind::Array {
        return None;
    }
    let name = |value: Json<'_>| {
        let text = if value.kind() == JsonKind::Text { value.text()? } else { return None };
        is_name(&text).then_some(text)
    };
    let names: Option<Vec<String>> = value.elements().into_iter().map(name).collect();
    names.filter(|names| (1..=MAX_FAMILIES).contains(&names.len()))
}

fn is_name(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" -".contains(&byte);
    text.len() <= MAX_LENGTH
        && text.bytes().all(is_plain)
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !text.ends_with(' ')
}

/// The names as CSS has them, with the font of the system last. The names have no quotation marks
/// and no backslashes, so nothing of them is read as anything else.
pub(super) fn written(names: &[String]) -> String {
    let quoted = names.iter().map(|name| {
        if GENERIC.contains(&name.as_str()) { name.clone() } else { format!("\"{name}\"") }
    });
    let last = ["system-ui".to_owned(), "sans-serif".to_owned()];
    quoted.chain(last).collect::<Vec<_>>().join(", ")
}

//! Writing JSON one level at a time.

/// Writes a text with its quotation marks.
pub(crate) fn write_text(text: &str) -> String {
    // Writing a text into memory has no way to fail.
    serde_json::to_string(text).unwrap_or_default()
}

/// Writes an object of values that are JSON; an entry without a value is left out.
pub(crate) fn write_object<const N: usize>(entries: [(&str, Option<String>); N]) -> String {
    let entries = entries.into_iter().filter_map(|(key, value)| Some((key, value?)));
    let entries: Vec<String> =
        entries.map(|(key, value)| [&write_text(key), ":", &value].concat()).collect();
    ["{", &entries.join(","), "}"].concat()
}

/// Writes an array of elements that are JSON.
pub(crate) fn write_array(elements: impl Iterator<Item = String>) -> String {
    let elements: Vec<String> = elements.collect();
    ["[", &elements.join(","), "]"].concat()
}

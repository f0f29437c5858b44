//! Writing JSON one level at a time.

/// Writes a text with its quotation marks.
pub fn write_text(text: &str) -> String {
    // Writing a text into memory has no way to fail.
    serde_json::to_string(text).unwrap_or_default()
}

/// Writes an object of values that are JSON; an entry without a value is left out.
pub fn write_object(entries: &[(&str, Option<String>)]) -> String {
    let mut out = String::from("{");
    for (key, value) in entries {
        if let Some(value) = value {
            separate(&mut out);
            out.push_str(&write_text(key));
            out.push(':');
            out.push_str(value);
        }
    }
    out.push('}');
    out
}

/// Writes an array of elements that are JSON.
pub fn write_array(elements: impl Iterator<Item = String>) -> String {
    let mut out = String::from("[");
    for element in elements {
        separate(&mut out);
        out.push_str(&element);
    }
    out.push(']');
    out
}

fn separate(out: &mut String) {
    if out.len() > 1 {
        out.push(',');
    }
}

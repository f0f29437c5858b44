//! Writing JSON that holds a secret: into one piece of memory, which is wiped when it is dropped.

use zeroize::Zeroizing;

/// JSON that is written from its beginning to its end.
///
/// The room is there from the start. A text that grew, or one that was put together from smaller
/// ones, would leave copies of the secret behind that nobody wipes.
pub(crate) struct WipedJson(Zeroizing<Vec<u8>>);

impl WipedJson {
    /// What an escaped character takes at most: `\u001f`.
    const ESCAPED: usize = 6;
    /// More than all that is written besides the texts.
    const AROUND: usize = 512;

    /// Nothing yet, with room for these texts.
    pub(crate) fn with_room_for(texts: &[&str]) -> Self {
        let bytes: usize = texts.iter().map(|text| text.len()).sum();
        Self(Zeroizing::new(Vec::with_capacity(bytes * Self::ESCAPED + Self::AROUND)))
    }

    /// Goes on with this JSON, as it is.
    pub(crate) fn json(mut self, json: &str) -> Self {
        self.0.extend_from_slice(json.as_bytes());
        self
    }

    /// Goes on with this text, with its quotation marks.
    pub(crate) fn text(mut self, text: &str) -> Self {
        // Writing a text into memory has no way to fail.
        let _ = serde_json::to_writer(&mut *self.0, text);
        self
    }

    /// All of it.
    pub(crate) fn written(mut self) -> Zeroizing<String> {
        String::from_utf8(std::mem::take(&mut *self.0)).unwrap_or_default().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_for_what_is_escaped_is_enough() {
        let secret = "\u{1f}\"ü".repeat(300);
        let json = WipedJson::with_room_for(&[&secret]);
        let (start, room) = (json.0.as_ptr(), json.0.capacity());
        let json = json.json("{\"a\":").text(&secret).json("}");
        assert_eq!((json.0.as_ptr(), json.0.capacity()), (start, room));
        let written: serde_json::Value = serde_json::from_str(&json.written()).unwrap();
        assert_eq!(written["a"], secret);
    }
}

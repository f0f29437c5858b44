//! Elements that the program would make from text, which the page's security policy forbids.
//!
//! Leptos makes an element whose attributes and children are all fixed text by `innerHTML`, from
//! one string. The policy enforces Trusted Types and allows no way to make such a string trusted,
//! so the page would break where that element is drawn. All others are made by
//! `document.createElement`; today these are all that the page has.

use std::path::Path;

use anyhow::{Result, bail};

/// Fails when there is markup among the texts of the wasm.
pub(super) fn refuse(wasm: &Path, bytes: &[u8]) -> Result<()> {
    match find(bytes) {
        None => Ok(()),
        Some(markup) => bail!(
            "{} has the markup `{markup}`: a `view!` has an element of nothing but fixed text, \
             which Leptos makes by innerHTML, and the security policy forbids that. Give it an \
             attribute or a child that is not fixed, such as `class=name` with a constant.",
            wasm.display()
        ),
    }
}

/// The first closing tag that follows text, with some of what is before it.
fn find(bytes: &[u8]) -> Option<String> {
    const BEFORE: usize = 60;
    let is_closing = |at: usize| {
        let name = bytes.get(at + 2..)?;
        let length = name.iter().position(|byte| !byte.is_ascii_alphanumeric())?;
        let follows_text = at > 0 && matches!(bytes[at - 1], b' '..=b'~');
        let is_tag =
            follows_text && length > 0 && name[0].is_ascii_lowercase() && name[length] == b'>';
        is_tag.then_some(at + 2 + length + 1)
    };
    let (start, end) = bytes
        .windows(2)
        .enumerate()
        .filter(|(_, two)| two == b"</")
        .find_map(|(at, _)| Some((at, is_closing(at)?)))?;
    Some(String::from_utf8_lossy(&bytes[start.saturating_sub(BEFORE)..end]).into_owned())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn markup_is_found_among_other_bytes() {
        let wasm = b"\0asm\x01\x3c/\xff\x00<b class=\"x\"></b>\x00";
        assert!(find(wasm).is_some_and(|found| found.ends_with("<b class=\"x\"></b>")));
        assert_eq!(find(b"<p>Text</p>").as_deref(), Some("<p>Text</p>"));
    }

    #[test]
    fn other_bytes_are_no_markup() {
        for bytes in
            [&b""[..], b"</", b"</p>", b"\x00</p>", b"a < b </ c>", b"x</P>", b"x</p", b"x</>"]
        {
            assert_eq!(find(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}

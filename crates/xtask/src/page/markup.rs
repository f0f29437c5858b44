//! Elements that the program would make from text, which the page's security policy forbids.
//!
//! Leptos makes an element whose attributes and children are all fixed text by `innerHTML`, from
//! one string. The policy enforces Trusted Types and allows no way to make such a string trusted,
//! so the page would break where that element is drawn. All others are made by
//! `document.createElement`; today these are all that the page has.

use std::path::Path;

use anyhow::{Result, bail};

/// Elements that are never closed, so that only their beginning tells them.
const VOID: [&[u8]; 5] = [b"<br", b"<hr", b"<img", b"<input", b"<wbr"];

/// How much of what is before a tag is shown.
const BEFORE: usize = 60;

/// Fails when there is markup among the texts of the wasm.
pub(super) fn refuse(wasm: &Path, bytes: &[u8]) -> Result<()> {
    match find(bytes) {
        None => Ok(()),
        Some(markup) => bail!(
            "{} has the markup `{markup}`: a `view!` has an element of nothing but fixed text, \
             which Leptos makes by innerHTML, and the security policy forbids that. Give it an \
             attribute or a child that is not fixed, such as `class=NAME` with a constant.",
            wasm.display()
        ),
    }
}

/// The first tag, with some of what is before it.
fn find(bytes: &[u8]) -> Option<String> {
    let starts = (0..bytes.len()).filter(|at| bytes[*at] == b'<');
    let mut tags = starts.filter_map(|at| Some((at, end_of_tag(bytes, at)?)));
    let (at, end) = tags.next()?;
    let texts = bytes[..at].iter().rev().take(BEFORE);
    let before = texts.take_while(|byte| is_text(**byte)).count();
    Some(String::from_utf8_lossy(&bytes[at - before..end]).into_owned())
}

/// Where the tag ends that begins here, if one does: a closing one after text, or a void one.
fn end_of_tag(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    if let Some(void) = VOID.iter().find(|void| rest.starts_with(void)) {
        return matches!(rest.get(void.len()), Some(b' ' | b'>')).then_some(at + void.len());
    }
    let name = rest.strip_prefix(b"</")?;
    let length = name.iter().position(|byte| !byte.is_ascii_alphanumeric())?;
    let follows_text = at > 0 && is_text(bytes[at - 1]);
    let is_closing = follows_text && name[0].is_ascii_lowercase() && name[length] == b'>';
    is_closing.then_some(at + 2 + length + 1)
}

fn is_text(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn markup_is_found_among_other_bytes() {
        for (bytes, found) in [
            (&b"\0asm\x01</\xff\x00<b class=\"x\"></b>\x00"[..], "<b class=\"x\"></b>"),
            (b"<p>Text</p>", "<p>Text</p>"),
            (b"\x00\x07<hr class=\"x\">", "<hr"),
            (b"a<br>b", "a<br"),
        ] {
            assert_eq!(find(bytes).as_deref(), Some(found));
        }
    }

    #[test]
    fn other_bytes_are_no_markup() {
        for bytes in [
            &b""[..],
            b"</",
            b"</p>",
            b"\x00</p>",
            b"a < b </ c>",
            b"x</P>",
            b"x</p",
            b"x</>",
            b"<bread>",
            b"<br",
        ] {
            assert_eq!(find(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}

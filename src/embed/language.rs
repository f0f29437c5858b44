//! The language that a portal asks for.

use super::protocol::Refused;
use crate::app::switching;
use crate::state::Console;
use crate::words::language::LANGUAGES;

/// Speaks the language of this tag from now on; a person may still choose another one.
///
/// # Errors
///
/// [`Refused::Language`] when the console does not know it; it stays with the one it has.
pub fn choose(console: Console, tag: &str) -> Result<(), Refused> {
    let code = known(tag).ok_or(Refused::Language)?;
    switching::set(console, code.to_owned(), false);
    Ok(())
}

/// The language of a tag, whatever country it names.
fn known(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or_default();
    LANGUAGES.iter().map(|(code, _)| *code).find(|code| language.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_of_any_country() {
        for (tag, code) in [("en", "en"), ("en-GB", "en"), ("EN-us", "en"), ("de-AT", "de")] {
            assert_eq!(known(tag), Some(code), "{tag}");
        }
        for tag in ["fr", "enm", "x-en", ""] {
            assert_eq!(known(tag), None, "{tag}");
        }
    }
}

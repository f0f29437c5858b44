//! The language that a portal asks for.

use super::protocol::Refused;

/// Speaks the language of this tag from now on.
///
/// # Errors
///
/// [`Refused::Language`] when the console does not know it; it stays with the one it has.
pub fn choose(tag: &str) -> Result<(), Refused> {
    let language = tag.split('-').next().unwrap_or_default();
    if language.eq_ignore_ascii_case("en") { Ok(()) } else { Err(Refused::Language) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_of_any_country_is_spoken() {
        for tag in ["en", "en-GB", "EN-us"] {
            assert_eq!(choose(tag), Ok(()), "{tag}");
        }
        for tag in ["fr", "enm", "x-en"] {
            assert_eq!(choose(tag), Err(Refused::Language), "{tag}");
        }
    }
}

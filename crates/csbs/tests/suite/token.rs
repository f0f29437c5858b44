//! The token: a legal header value that nothing shows.

use csbs::{Fault, Token};

#[test]
fn a_token_is_visible_ascii_and_loses_surrounding_space() {
    for typed in ["MIIFvgYJKoZIhvcNAQcCoIIFrzCCBasC+/=-_.", "~!\"#$", &"x".repeat(20_000)] {
        let token = Token::parse(&format!(" {typed}\r\n")).unwrap();
        assert_eq!(token.expose(), typed);
    }
}

#[test]
fn what_is_no_header_value_is_refused_without_quoting_the_token() {
    for (typed, found) in [
        ("secret\nsecret", '\n'),
        ("Bearer secret", ' '),
        ("secret“", '“'),
        ("sécret", 'é'),
        ("secret\0x", '\0'),
        ("secret\u{7f}x", '\u{7f}'),
        ("se\u{200b}cret", '\u{200b}'),
    ] {
        let expected = Fault::Character { found, after: String::new() };
        assert_eq!(Token::parse(typed), Err(expected), "{typed:?}");
    }
    assert_eq!(Token::parse(" \n"), Err(Fault::Empty));
}

#[test]
fn debugging_output_shows_nothing_of_a_token() {
    let token = Token::parse("secret").unwrap();
    assert_eq!(format!("{token:?} {:?}", Some(&token)), "Token(…) Some(Token(…))");
}

//! Texts within the text of a page and of a program in it.

use std::fmt::Write as _;

/// A text as a literal of a program that stands in a page.
///
/// Nothing in it ends the literal or the script, or begins a comment of the page. Whatever is not
/// seen, or changes how its neighbours are seen, is spelt out, so that a person reads what the
/// program does.
pub(super) fn in_script(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '<' | '>' | '&' => spell(&mut literal, character),
            _ if shows_as_itself(character) => literal.push(character),
            _ => spell(&mut literal, character),
        }
    }
    literal.push('"');
    literal
}

/// The words of the console itself, as the value of an attribute or as a text of a page.
pub(super) fn in_attribute(words: &str) -> String {
    let mut value = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => value.push_str("&amp;"),
            '<' => value.push_str("&lt;"),
            '>' => value.push_str("&gt;"),
            '"' => value.push_str("&quot;"),
            '\'' => value.push_str("&#39;"),
            _ => value.push(character),
        }
    }
    value
}

fn spell(literal: &mut String, character: char) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        // Writing into memory has no way to fail.
        let _ = write!(literal, "\\u{unit:04x}");
    }
}

/// The standard library spells out what is not printed, and what is drawn onto the character before;
/// besides, a letter that is written from right to left would turn round what stands beside it.
fn shows_as_itself(character: char) -> bool {
    let runs_left = matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    !runs_left && character.escape_debug().len() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_a_reader_is_spelt_out() {
        let table = [
            ("db-01 für Zoë 数", "\"db-01 für Zoë 数\""),
            ("say \"hi\" \\ 'no'", r#""say \"hi\" \\ \u0027no\u0027""#),
            ("</script>", r#""\u003c/script\u003e""#),
            ("<!-- & -->", r#""\u003c!-- \u0026 --\u003e""#),
            ("a\nb\r\tc\0", r#""a\nb\u000d\u0009c\u0000""#),
            ("\u{2028}\u{2029}\u{a0}\u{feff}", r#""\u2028\u2029\u00a0\ufeff""#),
            ("\u{202e}\u{2066}\u{200d}\u{ad}", r#""\u202e\u2066\u200d\u00ad""#),
            ("e\u{301} \u{e0001} ש", r#""e\u0301 \udb40\udc01 \u05e9""#),
        ];
        for (text, literal) in table {
            assert_eq!(in_script(text), literal, "{text:?}");
        }
    }

    #[test]
    fn words_end_no_attribute() {
        assert_eq!(
            in_attribute("a \"b\" <c> 'd' & e"),
            "a &quot;b&quot; &lt;c&gt; &#39;d&#39; &amp; e"
        );
    }
}

//! Rust code as words: names, signs and brackets with their lines; comments and texts left out.
//!
//! Rules about what code mentions look at these, so that a comment may explain what the code must
//! not do.

use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::File;

/// A name, a sign such as `:`, or a bracket. A literal is the word `""`.
pub(super) struct Word {
    /// As it is written.
    pub(super) text: String,
    /// The line, from 1.
    pub(super) line: usize,
}

/// The words of a file, or none when it cannot be read as Rust: the compiler will say more.
pub(super) fn words(file: &File) -> Vec<Word> {
    let mut words = Vec::new();
    if let Ok(tokens) = TokenStream::from_str(&file.text) {
        collect(tokens, &mut words);
    }
    words
}

/// Where `pattern` stands among the words: the lines of its first word.
pub(super) fn places(words: &[Word], pattern: &[&str]) -> Vec<usize> {
    words
        .windows(pattern.len())
        .filter(|window| window.iter().zip(pattern).all(|(word, part)| word.text == *part))
        .map(|window| window[0].line)
        .collect()
}

/// The words inside the bracket that opens at `open`, without the brackets.
pub(super) fn inside(words: &[Word], open: usize) -> &[Word] {
    let mut depth = 0_usize;
    for (index, word) in words.iter().enumerate().skip(open) {
        match word.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return words.get(open + 1..index).unwrap_or_default();
        }
    }
    &[]
}

fn collect(tokens: TokenStream, words: &mut Vec<Word>) {
    for token in tokens {
        let start = token.span().start().line;
        let word = |text: &str, line| Word { text: text.to_owned(), line };
        match token {
            TokenTree::Ident(ident) => words.push(word(&ident.to_string(), start)),
            TokenTree::Punct(punct) => words.push(word(&punct.as_char().to_string(), start)),
            TokenTree::Literal(_) => words.push(word("\"\"", start)),
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                words.push(word(open, start));
                collect(group.stream(), words);
                words.push(word(close, group.span_close().start().line));
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{inside, places, words};
    use crate::check::invariants::File;

    fn file(text: &str) -> File {
        File { path: "a.rs".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn comments_and_texts_are_no_words() {
        let words = words(&file(
            "//! about leptos\n/// leptos\n/* leptos */ const A: &str = \"leptos\"; // leptos",
        ));
        assert!(places(&words, &["leptos"]).is_empty());
        assert_eq!(places(&words, &["const", "A"]), [3]);
    }

    #[test]
    fn patterns_are_found_across_lines() {
        let words = words(&file("use std::\n    fs::File;\nfn f() {}\n"));
        assert_eq!(places(&words, &["std", ":", ":", "fs"]), [1]);
        assert_eq!(places(&words, &["fn", "f"]), [3]);
    }

    #[test]
    fn the_inside_of_a_bracket_keeps_inner_brackets() {
        let words = words(&file("f(a, [b], c) d"));
        let text: Vec<&str> = inside(&words, 1).iter().map(|word| word.text.as_str()).collect();
        assert_eq!(text, ["a", ",", "[", "b", "]", ",", "c"]);
    }

    #[test]
    fn a_file_that_is_no_rust_has_no_words() {
        assert!(words(&file("fn (((")).is_empty());
    }
}

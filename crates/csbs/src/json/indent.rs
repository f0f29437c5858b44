//! Indentation of JSON for people.

use super::token::{Token, pieces};

/// The same JSON with line breaks and two spaces a level, everything else untouched: numbers,
/// escapes and the order of keys stay as they were written.
///
/// The text has to be JSON. Where nesting is so deep that indentation would make it more than ten
/// times as long (and longer than 64 KiB), it comes back as it was.
///
/// ```
/// assert_eq!(csbs::json::indent(r#"{"a":[1.0,{}]}"#), "{\n  \"a\": [\n    1.0,\n    {}\n  ]\n}");
/// ```
pub fn indent(json: &str) -> String {
    let longest = (json.len().saturating_mul(10)).max(64 * 1024);
    let mut out = String::with_capacity(json.len().saturating_mul(2));
    let mut depth = 0_usize;
    let mut pieces = pieces(json).peekable();
    while let Some(piece) = pieces.next() {
        match piece.token {
            Token::Open(mark) => {
                out.push(mark);
                match pieces.next_if(|next| matches!(next.token, Token::Close(_))) {
                    Some(_) => out.push(if mark == '{' { '}' } else { ']' }),
                    None => {
                        depth += 1;
                        break_line(&mut out, depth);
                    }
                }
            }
            Token::Close(mark) => {
                depth = depth.saturating_sub(1);
                break_line(&mut out, depth);
                out.push(mark);
            }
            Token::Comma => {
                out.push(',');
                break_line(&mut out, depth);
            }
            Token::Colon => out.push_str(": "),
            Token::Text(raw) | Token::Word(raw) => out.push_str(raw),
        }
        if out.len() > longest {
            return json.to_owned();
        }
    }
    out
}

fn break_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

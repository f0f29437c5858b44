//! How long a browser may keep a file of the page without asking.

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// The digits of a file's content that stand before the ending of its name.
const DIGITS: usize = 16;

/// The files that have such names.
const ENDINGS: [&str; 5] = ["js", "txt", "css", "wasm", "svg"];

/// Says of a file whose name follows its content that it never changes, and of all else that it
/// has to be asked for again. An error is never kept: the file may be there a moment later.
pub(super) async fn say_how_long(request: Request, next: Next) -> Response {
    let has_fixed_content = follows_content(request.uri().path());
    let mut response = next.run(request).await;
    let is_there = [StatusCode::OK, StatusCode::NOT_MODIFIED, StatusCode::PARTIAL_CONTENT]
        .contains(&response.status());
    let told = if has_fixed_content && is_there {
        HeaderValue::from_static("public, max-age=31536000, immutable")
    } else {
        HeaderValue::from_static("no-cache")
    };
    response.headers_mut().insert(header::CACHE_CONTROL, told);
    response
}

/// Whether the path ends like `-0123456789abcdef.js`.
fn follows_content(path: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    path.rsplit_once('.').is_some_and(|(name, ending)| {
        let digits = name.rsplit_once('-').map(|(_, digits)| digits);
        ENDINGS.contains(&ending)
            && digits.is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(is_digit))
    })
}

#[cfg(test)]
mod tests {
    use super::follows_content;

    #[test]
    fn names_with_the_digits_of_the_content_are_told_from_others() {
        for (path, expected) in [
            ("/start-0123456789abcdef.js", true),
            ("/tools/main-0123456789abcdef.wasm", true),
            ("/start.js", false),
            ("/index.html", false),
            ("/words-de-0123456789abcdef.txt", true),
            ("/config-0123456789abcdef.json", false),
            ("/start-0123456789abcde.js", false),
            ("/start-0123456789abcdeg.js", false),
            ("/start-0123456789ABCDEF.js", false),
            ("/0123456789abcdef.js", false),
        ] {
            assert_eq!(follows_content(path), expected, "{path}");
        }
    }
}

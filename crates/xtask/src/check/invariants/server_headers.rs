//! nginx and Caddy send the headers of the one source.

use super::{File, Finding};
use crate::server_headers::{SOURCE, Written, from_source};

/// The files for the two servers are those that the source makes.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let named = |path: &str| files.iter().find(|file| file.path == path);
    let finding = |file: &str, remedy: String| Finding {
        file: file.to_owned(),
        line: 0,
        rule: "nginx and Caddy send the headers of deploy/security-headers.json",
        remedy,
    };
    let Some(source) = named(SOURCE) else {
        return Vec::new();
    };
    match from_source(&source.text) {
        Err(error) => vec![finding(SOURCE, format!("{error}"))],
        Ok(written) => written
            .into_iter()
            .filter(|Written { path, text }| named(path).is_none_or(|file| file.text != *text))
            .map(|Written { path, .. }| finding(path, "Run `cargo xtask generate`.".to_owned()))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::file::File;
    use crate::server_headers::{SOURCE, from_source};

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_file_that_is_not_what_the_source_makes_is_found() {
        let source = r#"{
            "A": "connect-src 'self'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin"
        }"#;
        let written = from_source(source).expect("files");
        let mut files = vec![file(SOURCE, source)];
        files.extend(written.iter().map(|one| file(one.path, &one.text)));
        assert_eq!(findings(&files), []);
        files[2].text.push_str("# by hand\n");
        let found = findings(&files);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].file, written[1].path);
        assert_eq!(findings(&files[..4]).len(), 2, "one by hand, and a missing file");
    }
}

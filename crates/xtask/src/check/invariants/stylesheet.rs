//! The parts of the stylesheet, which Trunk joins as `Trunk.toml` lists them.

use super::{File, Finding};

/// Every part of the stylesheet is in the list.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let Some(settings) = files.iter().find(|file| file.path == "Trunk.toml") else {
        return Vec::new();
    };
    files
        .iter()
        .filter_map(|file| Some((file, file.path.strip_prefix("style/")?)))
        .filter(|(file, part)| file.is("css") && !is_listed(&settings.text, part))
        .map(|(file, _)| Finding {
            file: file.path.clone(),
            line: 0,
            rule: "every part of the stylesheet is listed in Trunk.toml",
            remedy: "Add it to the command in [[hooks]] there.".to_owned(),
        })
        .collect()
}

fn is_listed(settings: &str, part: &str) -> bool {
    settings
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .any(|word| word == part)
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::File;

    #[test]
    fn a_part_that_is_not_listed_is_found() {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = [
            file("Trunk.toml", "# new.css\ncommand = 'cat tokens.css base.css > console.css'\n"),
            file("style/tokens.css", ""),
            file("style/base.css", ""),
            file("style/new.css", ""),
        ];
        let found: Vec<String> = findings(&files).into_iter().map(|finding| finding.file).collect();
        assert_eq!(found, ["style/new.css"]);
    }
}

//! The files of the project that are text: what Git keeps, and what it would be asked to keep.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;

/// One text file.
pub(super) struct File {
    /// Its path in the project, with `/`.
    pub(super) path: String,
    /// What is in it.
    pub(super) text: String,
}

impl File {
    /// The lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether the path has this ending, such as `rs`.
    pub(super) fn is(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, its)| its == ending)
    }

    /// Whether the file is the module `path`, or a part of it: `src/state` is `src/state.rs` and
    /// everything in `src/state/`.
    pub(super) fn is_module(&self, path: &str) -> bool {
        self.path
            .strip_prefix(path)
            .is_some_and(|rest| rest == ".rs" || (rest.starts_with('/') && rest.ends_with(".rs")))
    }
}

/// Reads them all. Deleted files and files that are no text are left out.
pub(super) fn all(project: &Project) -> Result<Vec<File>> {
    let shell = &project.shell;
    let listed = cmd!(shell, "git ls-files -z --cached --others --exclude-standard")
        .quiet()
        .read()
        .context("The files could not be listed. Run this in a clone made by Git.")?;
    let file = |path: &str| {
        let text = std::fs::read_to_string(project.path(path)).ok()?;
        Some(File { path: path.to_owned(), text })
    };
    Ok(listed.split_terminator('\0').filter_map(file).collect())
}

#[cfg(test)]
mod tests {
    use super::File;

    #[test]
    fn a_module_is_its_file_and_its_folder() {
        for (path, expected) in [
            ("src/state.rs", true),
            ("src/state/form.rs", true),
            ("src/state/form/rows.rs", true),
            ("src/statement.rs", false),
            ("src/state/notes.md", false),
            ("crates/csbs/src/state.rs", false),
        ] {
            let file = File { path: path.to_owned(), text: String::new() };
            assert_eq!(file.is_module("src/state"), expected, "{path}");
        }
    }
}

//! What holds in this project beyond what the compiler and Clippy can check.
//!
//! Each rule is a function from the project's files to its [`Finding`]s and knows nothing of the
//! disk, so that its tests can show it a file that breaks it.

mod accessibility;
mod both_servers;
mod colours;
mod dependencies;
mod file;
mod leftovers;
mod length;
mod purity;
mod rust_code;
mod serde_derives;
mod server_headers;
mod skipped_tests;
mod stylesheet;
mod versions;

use anyhow::{Result, ensure};

use crate::project::Project;
use crate::step;

use file::File;

/// One line that breaks a rule, and what to do about it.
#[derive(Debug, PartialEq)]
struct Finding {
    /// The file's path in the project.
    file: String,
    /// The line, from 1; 0 stands for the file as a whole.
    line: usize,
    /// The rule that is broken.
    rule: &'static str,
    /// What to do.
    remedy: String,
}

/// Looks at all files of the project.
type Rule = fn(&[File]) -> Vec<Finding>;

const RULES: [Rule; 13] = [
    accessibility::findings,
    purity::findings,
    serde_derives::findings,
    server_headers::findings,
    both_servers::findings,
    colours::findings,
    dependencies::findings,
    length::findings,
    leftovers::findings,
    skipped_tests::findings,
    stylesheet::findings,
    versions::findings,
    versions::npm_findings,
];

/// Prints every finding; fails when there is one.
pub(super) fn check(project: &Project) -> Result<()> {
    let files = file::all(project)?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&files)).collect();
    findings.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    for Finding { file, line, rule, remedy } in &findings {
        let place = if *line == 0 { file.clone() } else { format!("{file}:{line}") };
        step::say(&format!("{place}: {rule}. {remedy}"));
    }
    ensure!(findings.is_empty(), "Change the {} places above.", findings.len());
    step::say(&format!("{} files keep the rules.", files.len()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Rule, file::File};

    /// The findings of a rule over one file, as `line: rule`.
    pub(super) fn told(rule: Rule, path: &str, text: &str) -> Vec<(usize, &'static str)> {
        let files = [File { path: path.to_owned(), text: text.to_owned() }];
        rule(&files).into_iter().map(|finding| (finding.line, finding.rule)).collect()
    }
}

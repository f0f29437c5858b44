//! `docs/accessibility.md` answers for every criterion of WCAG 2.2, and what shows it is there.

use super::{File, Finding};

const DOCUMENT: &str = "docs/accessibility.md";

/// The success criteria of WCAG 2.2 at the levels A and AA.
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4",
    "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
    "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

const NAMES_ALL: &str = "docs/accessibility.md has each criterion of WCAG 2.2 AA once";
const SHOWN: &str = "each criterion is shown by a test, by hand, or does not apply";
const EXISTS: &str = "each test that docs/accessibility.md names exists";

/// How the last cell of a row begins where no test shows the criterion.
const WITHOUT_TEST: [&str; 2] = ["By hand: ", "Does not apply: "];

/// Criteria that are missing, unknown, there twice or not shown, and tests that do not exist.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let Some(document) = files.iter().find(|file| file.path == DOCUMENT) else {
        return Vec::new();
    };
    let rows: Vec<(usize, Vec<&str>)> =
        document.lines().filter_map(|(line, text)| Some((line, cells(text)?))).collect();
    let finding = |line, rule, remedy| Finding { file: DOCUMENT.to_owned(), line, rule, remedy };
    let mut found = Vec::new();
    for criterion in CRITERIA {
        let lines: Vec<usize> =
            rows.iter().filter(|(_, cells)| cells[0] == criterion).map(|(line, _)| *line).collect();
        if lines.len() != 1 {
            let line = lines.last().copied().unwrap_or_default();
            found.push(finding(line, NAMES_ALL, format!("Write one row for {criterion}.")));
        }
    }
    for (line, cells) in &rows {
        let shown = cells.last().copied().unwrap_or_default();
        let is_told = WITHOUT_TEST.iter().any(|beginning| shown.starts_with(beginning));
        let named = if is_told { Vec::new() } else { references(shown) };
        if is_number(cells[0]) {
            if !CRITERIA.contains(&cells[0]) {
                found.push(finding(*line, NAMES_ALL, format!("{} is none of them.", cells[0])));
            }
            if named.is_empty() && !is_told {
                found.push(finding(*line, SHOWN, "Name a test, or say how it is seen.".to_owned()));
            }
        }
        let missing = named.iter().filter(|(file, title)| !exists(files, file, title));
        found.extend(
            missing.map(|(file, title)| {
                finding(*line, EXISTS, format!("“{title}” is not in {file}."))
            }),
        );
    }
    found
}

/// The cells of a row of a table.
fn cells(line: &str) -> Option<Vec<&str>> {
    Some(line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").map(str::trim).collect())
}

fn is_number(cell: &str) -> bool {
    cell.contains('.')
        && cell.chars().all(|character| character.is_ascii_digit() || character == '.')
}

/// Names of files in backticks, each with the titles in quotation marks that follow it.
fn references(cell: &str) -> Vec<(&str, &str)> {
    let mut file = None;
    let mut found = Vec::new();
    for (place, part) in cell.split('`').enumerate() {
        // What is between backticks stands at the odd places.
        if place % 2 == 1 {
            file = Some(part);
        } else if let Some(file) = file {
            let titles = part.split('“').skip(1).filter_map(|rest| rest.split('”').next());
            found.extend(titles.map(|title| (file, title)));
        }
    }
    found
}

fn exists(files: &[File], name: &str, title: &str) -> bool {
    let is_it = |file: &&File| file.path.rsplit('/').next() == Some(name) || file.path == name;
    files.iter().filter(is_it).any(|file| file.text.contains(title))
}

#[cfg(test)]
mod tests {
    use super::{CRITERIA, DOCUMENT, EXISTS, NAMES_ALL, SHOWN, findings};
    use crate::check::invariants::file::File;

    /// The findings for a document in which one row differs, as lines and rules.
    fn found(number: &str, shown: &str) -> Vec<(usize, &'static str)> {
        let row = |criterion: &&str| match *criterion {
            "4.1.3" => format!("| {number} | A | x | {shown} |\n"),
            other => format!("| {other} | A | x | By hand: looked at. |\n"),
        };
        let text = CRITERIA.iter().map(row).collect();
        let file = |path: &str, text: String| File { path: path.to_owned(), text };
        let test = "test(\"a sentence is said\", async () => {});".to_owned();
        let files = [file(DOCUMENT, text), file("tests/e2e/a.spec.ts", test)];
        findings(&files).into_iter().map(|finding| (finding.line, finding.rule)).collect()
    }

    #[test]
    fn each_criterion_is_there_once_and_shown_by_tests_that_exist() {
        let line = CRITERIA.len();
        let there = "`a.spec.ts`: “a sentence is said”";
        for (number, shown, expected) in [
            ("4.1.3", there, vec![]),
            ("4.1.3", "Does not apply: there is none.", vec![]),
            ("4.1.1", there, vec![(0, NAMES_ALL), (line, NAMES_ALL)]),
            ("1.1.1", there, vec![(line, NAMES_ALL), (0, NAMES_ALL)]),
            ("4.1.3", "Yes.", vec![(line, SHOWN)]),
            ("4.1.3", "`a.spec.ts`: “a sentence is sung”", vec![(line, EXISTS)]),
            ("4.1.3", "`b.spec.ts`: “a sentence is said”", vec![(line, EXISTS)]),
        ] {
            assert_eq!(found(number, shown), expected, "{number}: {shown}");
        }
    }
}

//! How long a Rust file may be.

use super::{File, Finding};

/// More lines than this are more than one thing.
const LONGEST: usize = 300;

/// Files that are one long table, with what they list. A table may be as long as it has to be.
const TABLES: [(&str, &str); 1] =
    [("crates/csbs/src/error_code/table.rs", "the documented error codes")];

/// No file is longer than [`LONGEST`], and no table is declared that needs no exception.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let too_long = |file: &&File| file.is("rs") && file.text.lines().count() > LONGEST;
    let declared = |path: &str| TABLES.iter().any(|(table, _)| *table == path);
    let undeclared = files.iter().filter(too_long).filter(|file| !declared(&file.path));
    let needless = files.iter().filter(|file| declared(&file.path)).filter(|file| !too_long(file));
    undeclared
        .map(|file| Finding {
            file: file.path.clone(),
            line: LONGEST + 1,
            rule: "a Rust file has at most 300 lines",
            remedy: "Split it by what its parts are for.".to_owned(),
        })
        .chain(needless.map(|file| Finding {
            file: file.path.clone(),
            line: 0,
            rule: "only a table of more than 300 lines is declared as one",
            remedy:
                "Remove it from TABLES in crates/xtask/src/check/invariants/length.rs.".to_owned(),
        }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{TABLES, findings};
    use crate::check::invariants::tests::told;

    #[test]
    fn a_declared_table_may_be_longer_and_has_to_be() {
        for (table, _) in TABLES {
            assert_eq!(told(findings, table, &"//\n".repeat(301)), [], "{table}");
            assert_eq!(told(findings, table, "//\n").len(), 1, "{table}");
        }
    }

    #[test]
    fn three_hundred_lines_are_the_most() {
        let lines = |number: usize| "//\n".repeat(number);
        assert_eq!(told(findings, "src/app.rs", &lines(300)), []);
        assert_eq!(
            told(findings, "src/app.rs", &lines(301)),
            [(301, "a Rust file has at most 300 lines")]
        );
        assert_eq!(told(findings, "docs/api-reading.md", &lines(301)), []);
    }
}

//! Every test that is written runs.

use super::rust_code::{places, words};
use super::{File, Finding};

/// How Playwright leaves out tests, or all others.
const LEFT_OUT: [&str; 4] = [".skip(", ".only(", ".fixme(", ".fail("];

/// No test is left out, and none leaves out the others.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let is_script = |file: &File| {
        file.path.starts_with("tests/") && ["js", "mjs", "ts"].iter().any(|ending| file.is(ending))
    };
    files
        .iter()
        .flat_map(|file| {
            let lines: Vec<usize> = if is_script(file) {
                let left_out = |line: &str| LEFT_OUT.iter().any(|call| line.contains(call));
                file.lines().filter(|(_, line)| left_out(line)).map(|(number, _)| number).collect()
            } else if file.is("rs") {
                places(&words(file), &["#", "[", "ignore"])
            } else {
                Vec::new()
            };
            lines.into_iter().map(move |line| (file, line))
        })
        .map(|(file, line)| Finding {
            file: file.path.clone(),
            line,
            rule: "every test runs",
            remedy: "Make it pass, or remove it.".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::tests::told;

    #[test]
    fn tests_that_do_not_run_are_found() {
        for (path, code, found) in [
            ("src/app.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}", vec![2]),
            ("src/app.rs", "// #[ignore] is not allowed\nlist.iter().skip(1);", vec![]),
            ("tests/e2e/form.spec.ts", "test('a', f);\ntest.skip('b', f);", vec![2]),
            ("tests/e2e/form.spec.ts", "test.describe.only('b', f);", vec![1]),
            ("tests/e2e/form.spec.ts", "// runs only here\ntest('a', f);", vec![]),
        ] {
            let lines: Vec<usize> =
                told(findings, path, code).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, found, "{path}: {code}");
        }
    }
}

//! What is written to or read from the wire, and where that may be derived.

use super::rust_code::{inside, words};
use super::{File, Finding};

/// The modules in which a type's shape is a format.
const FORMATS: [&str; 2] = ["crates/csbs/src/wire", "src/embed/protocol"];

/// Only these modules derive `Serialize` and `Deserialize`: elsewhere, renaming a field must not
/// change a format.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let elsewhere = |file: &&File| !FORMATS.iter().any(|module| file.is_module(module));
    files.iter().filter(|file| file.is("rs")).filter(elsewhere).flat_map(derives).collect()
}

fn derives(file: &File) -> Vec<Finding> {
    let words = words(file);
    let opens = words
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair[0].text == "derive" && pair[1].text == "(");
    opens
        .flat_map(|(index, _)| inside(&words, index + 1))
        .filter(|word| word.text == "Serialize" || word.text == "Deserialize")
        .map(|word| Finding {
            file: file.path.clone(),
            line: word.line,
            rule: "only csbs::wire and embed::protocol derive Serialize and Deserialize",
            remedy: "Make a type there, and convert between it and this one.".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::tests::told;

    #[test]
    fn formats_are_derived_only_where_formats_are_defined() {
        let code =
            "#[derive(Debug, Clone)]\nstruct A;\n#[derive(Debug, serde::Serialize)]\nstruct B;";
        for (path, lines) in [
            ("crates/csbs/src/wire.rs", vec![]),
            ("crates/csbs/src/wire/checkpoint.rs", vec![]),
            ("src/embed/protocol.rs", vec![]),
            ("crates/csbs/src/checkpoint.rs", vec![3]),
            ("src/config.rs", vec![3]),
        ] {
            let told: Vec<usize> =
                told(findings, path, code).into_iter().map(|(line, _)| line).collect();
            assert_eq!(told, lines, "{path}");
        }
    }
}

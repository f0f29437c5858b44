//! The same source in another folder, built with the same tools, has to have the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use super::materials;
use crate::project::Project;
use crate::step;

/// Builds a copy of the project in a folder of its own and compares what both made.
pub(super) fn compare(project: &Project, dist: &Path, words: &[String]) -> Result<()> {
    let shell = &project.shell;
    let place = shell.create_temp_dir()?;
    let copy = place.path().join("the-same-source-in-another-folder");
    let files = cmd!(shell, "git ls-files --cached --others --exclude-standard").quiet().read()?;
    for file in files.lines().filter(|file| project.path(file).is_file()) {
        let to = copy.join(file);
        shell.create_dir(to.parent().unwrap_or(&copy))?;
        shell.copy_file(project.path(file), to)?;
    }
    step::say("Building a copy in another folder, from nothing: many minutes.");
    let mut again = Command::new("cargo");
    again.args(["xtask", "dist"]).args(words).current_dir(&copy);
    again.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR");
    again.env("SOURCE_DATE_EPOCH", materials::date_of_source(project));
    let built = again.status().context("cargo could not be started.")?;
    ensure!(built.success(), "The copy could not be built. Its message is above.");
    let (one, other) = (contents(dist)?, contents(&copy.join("dist"))?);
    let different = differences(&one, &other);
    ensure!(
        different.is_empty(),
        "The same source made other files in another folder: {}. Find what of the folder or the \
         time is in them.",
        different.join(", ")
    );
    step::say("Both folders made the same files, byte for byte.");
    Ok(())
}

fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    fs::read_dir(folder)?
        .map(|entry| {
            let entry = entry?;
            Ok((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?))
        })
        .collect()
}

/// The names of files that are in one only, or not the same in both.
fn differences<'a>(
    one: &'a BTreeMap<String, Vec<u8>>,
    other: &'a BTreeMap<String, Vec<u8>>,
) -> Vec<&'a str> {
    let mut names: Vec<&str> = one
        .keys()
        .chain(other.keys())
        .filter(|name| one.get(*name) != other.get(*name))
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::differences;

    #[test]
    fn what_is_missing_or_not_the_same_is_named_once() {
        let files = |files: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            files
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), bytes.as_bytes().into()))
                .collect()
        };
        let one = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = files(&[("a", "1"), ("b", "x"), ("d", "4")]);
        assert_eq!(differences(&one, &other), ["b", "c", "d"]);
        assert_eq!(differences(&one, &one), [""; 0]);
    }
}

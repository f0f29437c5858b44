//! The words of each language as they are hosted: without their keys, which the program does not need.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use locales::{Locale, complaints};

use super::content::Named;
use crate::project::Project;

/// The languages of `locales/`, English first.
fn languages(project: &Project) -> Result<Vec<Locale>> {
    let shell = &project.shell;
    let mut languages = Vec::new();
    for path in shell.read_dir(project.path("locales"))? {
        let code = path.file_stem().and_then(|name| name.to_str()).context("An odd file name.")?;
        let locale = Locale::read(code, &shell.read_file(&path)?).map_err(anyhow::Error::msg)?;
        languages.push(locale);
    }
    languages.sort_by_key(|locale| (locale.code != "en", locale.code.clone()));
    Ok(languages)
}

/// What the files with the two parts of a language are called.
fn names(code: &str) -> [String; 2] {
    [format!("words-{code}.txt"), format!("words-{code}-later.txt")]
}

/// Writes the words of every language into the folder.
pub(crate) fn write(project: &Project, folder: &Path) -> Result<()> {
    let languages = languages(project)?;
    let english = languages.first().context("locales/en.json is not there.")?;
    for locale in &languages {
        let wrong = complaints(english, locale);
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        for (name, words) in names(&locale.code).iter().zip(locale.packed()) {
            project.shell.write_file(folder.join(name), words)?;
        }
    }
    Ok(())
}

/// Gives the files their names, by what is in them.
pub(super) fn name(project: &Project, dist: &Path) -> Result<Vec<Named>> {
    let names = languages(project)?.into_iter().flat_map(|locale| names(&locale.code));
    names.map(|name| Named::give(dist, &name)).collect()
}

//! The words of each language as they are hosted: without their keys, which the program does not need.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use locales::{Locale, complaints};

use super::content::Named;
use crate::project::Project;

/// The languages of `locales/`, English first.
pub(crate) fn languages(project: &Project) -> Result<Vec<Locale>> {
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

/// Writes the words of every language into the folder, each in a file that is called by its content.
pub(super) fn pack(project: &Project, dist: &Path) -> Result<Vec<Named>> {
    let languages = languages(project)?;
    let english = languages.first().context("locales/en.json is not there.")?;
    let mut files = Vec::new();
    for locale in &languages {
        let wrong = complaints(english, locale);
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        let name = format!("words-{}.json", locale.code);
        project.shell.write_file(dist.join(&name), locale.packed()?)?;
        files.push(Named::give(dist, &name)?);
    }
    Ok(files)
}

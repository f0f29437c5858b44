//! What is served: a folder with the console and what has to be on its origin, and one with the
//! portal of another origin.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The address that stands in the examples for that of the console.
const PLACEHOLDER: &str = "https://console.example";

/// Where the page that shows the console without a frame is, seen from the console.
const BESIDE: &str = "portal";

/// The folders of the two servers.
pub(super) struct Folders {
    /// The console, with the page that is on its origin.
    pub(super) console: PathBuf,
    /// The portal.
    pub(super) portal: PathBuf,
}

impl Folders {
    /// Two folders in this one.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self { console: folder.join("console"), portal: folder.join("portal") }
    }

    /// Fills both with the built page and the examples, for a console at this address.
    pub(super) fn fill(&self, examples: &Path, dist: &Path, console_at: &str) -> Result<()> {
        copy(dist, &self.console)?;
        let beside = self.console.join(BESIDE);
        fs::create_dir_all(&beside)?;
        fs::create_dir_all(&self.portal)?;
        for entry in fs::read_dir(examples)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} could not be read.", path.display()))?;
            let text = text.replace(PLACEHOLDER, console_at);
            let (is_of_console, is_style) = (name.starts_with("mount"), name.ends_with(".css"));
            if is_of_console || is_style {
                fs::write(beside.join(&name), &text)?;
            }
            if !is_of_console {
                fs::write(self.portal.join(&name), &text)?;
            }
        }
        Ok(())
    }

    /// The path of a page on its server: a file of the portal, or one beside the console.
    pub(super) fn path_of(&self, page: &str) -> Option<String> {
        let beside = format!("{BESIDE}/{page}");
        if self.portal.join(page).is_file() {
            Some(page.to_owned())
        } else {
            self.console.join(&beside).is_file().then_some(beside)
        }
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("There is no {}.", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Folders, PLACEHOLDER};

    #[test]
    fn every_example_is_on_its_server_and_names_the_console_that_is_there() {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples");
        let place = tempfile::tempdir().expect("a folder");
        let dist = place.path().join("dist");
        fs::create_dir_all(dist.join("folder")).expect("a folder");
        fs::write(dist.join("index.html"), "the console").expect("a file");
        fs::write(dist.join("folder/file.txt"), "in it").expect("a file");
        let folders = Folders::in_folder(place.path());
        folders.fill(&examples, &dist, "http://127.0.0.1:8080").expect("folders");

        let read = |path| fs::read_to_string(path).expect("a file");
        assert_eq!(read(folders.console.join("index.html")), "the console");
        assert_eq!(read(folders.console.join("folder/file.txt")), "in it");
        for example in fs::read_dir(&examples).expect("examples") {
            let name = example.expect("an example").file_name().into_string().expect("a name");
            let path = folders.path_of(&name).expect("a place");
            assert_eq!(path.starts_with("portal/"), name.starts_with("mount"), "{name}");
            let place = if path == name { &folders.portal } else { &folders.console };
            assert!(!read(place.join(path)).contains(PLACEHOLDER), "{name}");
        }
        let page = read(folders.portal.join("element.html"));
        assert!(page.contains("src=\"http://127.0.0.1:8080/csbs-console-element.js\""), "{page}");
        assert!(folders.console.join("portal/iframe.css").is_file());
        assert_eq!(folders.path_of("none.html"), None);
    }

    #[test]
    fn what_begins_with_mount_is_beside_the_console_and_nowhere_else() {
        let place = tempfile::tempdir().expect("a folder");
        let (examples, dist) = (place.path().join("examples"), place.path().join("dist"));
        for folder in [&examples, &dist] {
            fs::create_dir(folder).expect("a folder");
        }
        fs::write(examples.join("mount.html"), "a page").expect("a file");
        let folders = Folders::in_folder(place.path());
        folders.fill(&examples, &dist, "http://127.0.0.1:8080").expect("folders");
        assert_eq!(folders.path_of("mount.html").as_deref(), Some("portal/mount.html"));
        assert!(!folders.portal.join("mount.html").exists());
    }
}

//! The folder of the user in which installed tools stay, one folder a tool and version.
//!
//! An install is built beside its place and moved there when it is whole, so that an interrupted
//! one is never taken as done; a lock keeps two runs from installing at the same time.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::step;

/// The name of this project's folder among the user's caches.
const FOLDER: &str = "csbs-console";

/// The tools installed for this user.
pub(crate) struct Cache {
    root: PathBuf,
}

impl Cache {
    /// Finds the folder: `$XDG_CACHE_HOME/csbs-console`, or `.cache/csbs-console` in the home
    /// folder. It is created by the first install.
    pub(crate) fn locate() -> Result<Self> {
        let root = root(std::env::var_os("XDG_CACHE_HOME"), std::env::home_dir())
            .context("There is no home folder to keep tools in. Set XDG_CACHE_HOME to a folder.")?;
        Ok(Self { root })
    }

    /// The folder of `name`, if `proof`, a file in it, shows that it is installed.
    pub(crate) fn installed(&self, name: &str, proof: &str) -> Option<PathBuf> {
        let folder = self.root.join(name);
        folder.join(proof).exists().then_some(folder)
    }

    /// Gives the folder of `name`, installing it first when it is missing.
    ///
    /// `install` fills the empty folder it is given; `proof` is a file which must be in it then.
    pub(crate) fn install(
        &self,
        name: &str,
        proof: &str,
        install: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        if let Some(folder) = self.installed(name, proof) {
            return Ok(folder);
        }
        let _lock = self.lock()?;
        if let Some(folder) = self.installed(name, proof) {
            return Ok(folder);
        }
        let started = Instant::now();
        let partial = self.root.join(format!(".partial-{name}"));
        remove(&partial)?;
        fs::create_dir_all(&partial)?;
        install(&partial)?;
        ensure!(
            partial.join(proof).exists(),
            "Installing {name} left no {proof}. Look at the messages above, then try again."
        );
        let folder = self.root.join(name);
        remove(&folder)?;
        fs::rename(&partial, &folder)?;
        let took = step::elapsed(started.elapsed());
        step::say(&format!("Installed {name} into {} ({took}).", folder.display()));
        Ok(folder)
    }

    fn lock(&self) -> Result<File> {
        fs::create_dir_all(&self.root).with_context(|| {
            format!(
                "The folder {} cannot be made. Set XDG_CACHE_HOME to one that can.",
                self.root.display()
            )
        })?;
        let file = File::create(self.root.join(".lock"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                step::say("Another run is installing tools. Waiting until it is done.");
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        Ok(file)
    }
}

/// The XDG rule: a relative `XDG_CACHE_HOME` does not count.
fn root(xdg_cache_home: Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    xdg_cache_home
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| home.map(|home| home.join(".cache")))
        .map(|caches| caches.join(FOLDER))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("Remove the folder {} and try again.", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;
    use std::path::PathBuf;

    use anyhow::bail;
    use tempfile::TempDir;

    use super::{Cache, root};

    fn empty_cache() -> (Cache, TempDir) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        (Cache { root: folder.path().join("cache") }, folder)
    }

    #[test]
    fn the_folder_follows_xdg_and_falls_back_to_the_home_folder() {
        let home = Some(PathBuf::from("/somewhere/me"));
        for (xdg, home, expected) in [
            (Some("/caches"), home.clone(), Some("/caches/csbs-console")),
            (Some("relative"), home.clone(), Some("/somewhere/me/.cache/csbs-console")),
            (Some(""), home.clone(), Some("/somewhere/me/.cache/csbs-console")),
            (None, home, Some("/somewhere/me/.cache/csbs-console")),
            (None, None, None),
        ] {
            assert_eq!(root(xdg.map(Into::into), home), expected.map(PathBuf::from), "{xdg:?}");
        }
    }

    #[test]
    fn a_tool_is_installed_once() {
        let (cache, _folder) = empty_cache();
        let times = Cell::new(0);
        for _ in 0..2 {
            cache
                .install("tool-1", "bin/tool", |folder| {
                    times.set(times.get() + 1);
                    fs::create_dir_all(folder.join("bin"))?;
                    Ok(fs::write(folder.join("bin/tool"), "")?)
                })
                .expect("an install");
        }
        assert_eq!(times.get(), 1);
        assert!(cache.installed("tool-1", "bin/tool").is_some());
        assert!(cache.installed("tool-2", "bin/tool").is_none());
    }

    #[test]
    fn an_interrupted_install_is_not_taken_as_done() {
        let (cache, _folder) = empty_cache();
        let interrupted = cache.install("tool-1", "tool", |folder| {
            fs::write(folder.join("tool"), "half")?;
            bail!("interrupted")
        });
        assert!(interrupted.is_err());
        assert!(cache.installed("tool-1", "tool").is_none());
        let again = cache.install("tool-1", "tool", |folder| {
            assert!(!folder.join("tool").exists(), "the half is still there");
            Ok(fs::write(folder.join("tool"), "whole")?)
        });
        let tool = again.expect("an install").join("tool");
        assert_eq!(fs::read_to_string(tool).expect("the tool"), "whole");
    }

    #[test]
    fn an_install_that_leaves_nothing_is_a_failure() {
        let (cache, _folder) = empty_cache();
        let error = cache.install("tool-1", "bin/tool", |_| Ok(())).expect_err("no proof");
        assert!(error.to_string().contains("left no bin/tool"), "{error}");
    }
}

//! Where the parts of the project are, and the shell that runs commands in it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

use crate::toolchain::Cache;

/// The project on this machine: its folder, a shell that works there, and the user's tool cache.
pub(crate) struct Project {
    /// Runs commands in the project's root folder.
    pub(crate) shell: Shell,
    /// Tools that were installed for this project, by any of its clones.
    pub(crate) cache: Cache,
    root: PathBuf,
}

impl Project {
    /// Opens the project that this program was built from.
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("crates/xtask is not two folders below the project's root. Move it back.")?
            .to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { shell, cache: Cache::locate()?, root })
    }

    /// The absolute path of something in the project, `/`-separated from its root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder of the files to host.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// The folder of Cargo's results for this machine: `target`, or what `CARGO_TARGET_DIR` says.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// The folder of Cargo's results for the browser. Apart from [`Project::target`], because
    /// another compiler may fill it, and so that neither waits for the other.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target().join("wasm")
    }

    /// A folder for files that the tasks themselves generate.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.target().join("xtask").join(name);
        self.shell.create_dir(&folder)?;
        Ok(folder)
    }

    /// The same, with nothing left in it of what was generated before.
    pub(crate) fn empty_scratch(&self, name: &str) -> Result<PathBuf> {
        self.shell.remove_path(self.target().join("xtask").join(name))?;
        self.scratch(name)
    }
}

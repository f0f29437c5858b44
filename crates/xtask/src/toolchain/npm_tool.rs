//! Tools that come from the npm registry, installed once into the cache.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::node;
use crate::pins;
use crate::project::Project;
use crate::step;

/// A program of an npm package.
pub(crate) struct NpmTool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
}

/// Makes the wasm smaller: the package carries `wasm-opt`.
pub(crate) const BINARYEN: NpmTool =
    NpmTool { package: "binaryen", version: pins::BINARYEN, program: "wasm-opt" };

/// Makes one small file out of several of JavaScript, and the stylesheet smaller.
pub(crate) const ESBUILD: NpmTool =
    NpmTool { package: "esbuild", version: pins::ESBUILD, program: "esbuild" };

impl NpmTool {
    /// The program, after installing it when it is missing.
    pub(crate) fn program(&self, project: &Project) -> Result<PathBuf> {
        let Self { package, version, program } = self;
        node::ensure(&project.shell)?;
        let name = format!("{package}-{version}");
        let path = format!("node_modules/.bin/{program}");
        let folder = project.cache.install(&name, &path, |folder| {
            let shell = Shell::new()?;
            shell.change_dir(folder);
            step::run(
                &cmd!(shell, "npm install --no-save --no-audit --no-fund --ignore-scripts --prefix {folder} {package}@{version}"),
                &format!("npm could not install {package}. Check that the npm registry can be reached, then try again."),
            )
        })?;
        Ok(folder.join(path))
    }
}

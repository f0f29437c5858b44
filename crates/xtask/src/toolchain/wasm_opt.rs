//! `wasm-opt`, which makes the release build's wasm smaller.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::node;
use crate::pins::BINARYEN;
use crate::project::Project;
use crate::step;

/// Where `wasm-opt` comes from.
pub(crate) enum WasmOpt {
    /// From this folder, to be put into the search path.
    Folder(PathBuf),
    /// Trunk fetches it by itself: without Node.js, npm's cannot run.
    FetchedByTrunk,
}

/// Installs npm's `wasm-opt` where there is a Node.js to run it.
pub(crate) fn wasm_opt(project: &Project) -> Result<WasmOpt> {
    if !node::is_here(&project.shell) {
        step::say("There is no Node.js to run wasm-opt. Trunk will fetch a native one.");
        return Ok(WasmOpt::FetchedByTrunk);
    }
    let programs = "node_modules/.bin";
    let folder = project.cache.install(
        &format!("binaryen-{BINARYEN}"),
        &format!("{programs}/wasm-opt"),
        |folder| {
            let shell = Shell::new()?;
            shell.change_dir(folder);
            step::run(
                &cmd!(shell, "npm install --no-save --no-audit --no-fund --ignore-scripts --prefix {folder} binaryen@{BINARYEN}"),
                "npm could not install binaryen. Check that the npm registry can be reached, then try again.",
            )
        },
    )?;
    Ok(WasmOpt::Folder(folder.join(programs)))
}

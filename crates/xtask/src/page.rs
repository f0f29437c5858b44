//! The page as it is hosted: Trunk's release build in `dist/`, with its compressed forms.

mod compress;
mod content;
mod first;
mod markup;
mod names;
mod policy;
mod program;
mod words;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Cmd, cmd};

use crate::project::Project;
use crate::step;
use crate::toolchain::{self, TRUNK, WASM_BINDGEN, WasmToolchain};

pub(crate) use compress::{Sizes, compress, sizes};
pub(crate) use policy::Origin;
pub(crate) use program::named;
pub(crate) use words::write as write_words;

/// Builds the release into `dist/`, with its compressed forms, and gives that folder. The page may
/// call its own server, and these proxies.
pub(crate) fn build(project: &Project, proxies: &[Origin]) -> Result<PathBuf> {
    let dist = assemble(project, proxies)?;
    compress(&dist)?;
    Ok(dist)
}

/// The same without the compressed forms, for who adds files to the folder.
pub(crate) fn assemble(project: &Project, proxies: &[Origin]) -> Result<PathBuf> {
    let shell = &project.shell;
    let builder = Builder::ready(project)?;
    step::run(
        &builder.prepare_release(cmd!(shell, "trunk build --release --features split")),
        "Trunk could not build the page. Its message is above.",
    )?;
    let dist = project.dist();
    program::assemble(project, &dist)?;
    let page = dist.join("index.html");
    let document = policy::into_page(project, &shell.read_file(&page)?, proxies)?;
    ensure!(
        !has_inline_script(&document),
        "dist/index.html has an inline script, which the page's security headers forbid. Move the \
         script to a file of its own."
    );
    shell.write_file(page, document)?;
    shell.write_file(dist.join("security-headers.json"), policy::for_servers(project, proxies)?)?;
    Ok(dist)
}

/// Trunk with all it calls: the compiler for wasm, and wasm-bindgen.
pub(crate) struct Builder {
    wasm: WasmToolchain,
    search_path: std::ffi::OsString,
}

impl Builder {
    /// Installs what is missing.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let wasm = WasmToolchain::ready(project)?;
        let folders = vec![WASM_BINDGEN.folder(project)?, TRUNK.folder(project)?];
        Ok(Self { wasm, search_path: toolchain::path_with(folders)? })
    }

    /// The Trunk command, set up to find its tools.
    pub(crate) fn prepare<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        self.prepare_trunk(self.wasm.prepare(command))
    }

    /// The same, for a program that is cut in two afterwards.
    fn prepare_release<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        self.prepare_trunk(self.wasm.prepare_to_cut(command))
    }

    fn prepare_trunk<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        let command =
            command.env("PATH", &self.search_path).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk's hook makes the words with this very program, also while they are edited.
        let command = match std::env::current_exe() {
            Ok(program) => command.env("CSBS_XTASK", program),
            Err(_) => command,
        };
        // Trunk refuses every value of NO_COLOR but "true" and "false".
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true")
        } else {
            command
        }
    }
}

/// Whether a script stands in the document itself instead of in a file.
fn has_inline_script(document: &str) -> bool {
    document
        .split("<script")
        .skip(1)
        .any(|rest| rest.split('>').next().is_some_and(|attributes| !attributes.contains("src=")))
}

#[cfg(test)]
mod tests {
    use super::has_inline_script;

    #[test]
    fn inline_scripts_are_found() {
        for (document, expected) in [
            ("<script type=\"module\" src=\"./start.js\"></script>", false),
            ("<script type=module src=./start.js></script>", false),
            ("<p>no script</p>", false),
            ("<script>alert(1)</script>", true),
            ("<script src=\"a.js\"></script><script type=\"module\">import x</script>", true),
        ] {
            assert_eq!(has_inline_script(document), expected, "{document}");
        }
    }
}

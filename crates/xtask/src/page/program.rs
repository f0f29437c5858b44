//! The program of the page, from the compiler's wasm to the files that are hosted.
//!
//! Trunk can do this too, but knows only programs in one piece. This one is cut in two where
//! `src/later.rs` says, so that the form is there before the rest has arrived:
//!
//! ```text
//! csbs-console.wasm ── wasm-split-cli ─┬─ main ─ wasm-bindgen ─ wasm-opt ─ csbs-console_bg.wasm
//!                                      ├─ later ─────────────── wasm-opt ─ split_later.wasm
//!                                      └─ loader ┐
//!                          wasm-bindgen's script ┼─ esbuild ────────────── start.js
//!                    src/files.js ─ src/start.js ┘
//! ```
//!
//! `csbs-console-mount.js`, for portals that have the console in their own page, is made as `start.js`
//! is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use super::content::Named;
use super::{first, markup, names, words};
use crate::project::Project;
use crate::step;
use crate::toolchain::{BINARYEN, ESBUILD, WASM_BINDGEN, WASM_SPLIT, wasm};

/// What the files are called, by Trunk and in `src/files.js`.
const NAME: &str = "csbs-console";

/// The piece that has the form.
const MAIN: &str = "csbs-console_bg.wasm";

/// The piece that comes later.
const LATER: &str = "split_later.wasm";

/// The script that fetches it.
const LOADER: &str = "__wasm_split.js";

/// The script for pages of other origins. They write its name, so it stays as it is.
const ELEMENT: &str = "csbs-console-element.js";

/// The scripts that start the program: for the page, and for pages of portals, which write its name.
const START: &str = "start.js";
const MOUNT: &str = "csbs-console-mount.js";

/// What both of them fetch.
const FILES: &str = "files.js";

/// The stylesheet.
const STYLE: &str = "console.css";

/// What every browser of the last years has, and the compiler therefore uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Small; then with the control flow taken apart and put together anew, which finds half a percent
/// more once it is made small again, and as much once more when that is done twice again. By name,
/// functions of a kind come to stand together, which compresses better. The names go; the result is
/// a text.
const PASSES: [&str; 10] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--emit-text",
];

/// The wasm with the names of its functions, before `wasm-opt` has removed them.
pub(crate) fn named(project: &Project) -> Result<PathBuf> {
    Ok(project.scratch("glue")?.join(MAIN))
}

/// Puts the program's files into `dist`, in place of those that Trunk made, and the page around
/// them; each is called by its content.
pub(super) fn assemble(project: &Project, dist: &Path) -> Result<()> {
    let pieces = cut(project)?;
    let glue = bind(project, &pieces)?;
    first::refuse(&project.shell.read_binary_file(glue.join(MAIN))?)?;
    let script = glue.join(format!("{NAME}.js"));
    let names = names::hashed(&project.shell.read_file(&script)?);
    optimise(project, &glue.join(MAIN), dist, &names)?;
    optimise(project, &pieces.join(LATER), dist, &names)?;
    let (main, later) = (Named::give(dist, MAIN)?, Named::give(dist, LATER)?);
    gather(project, &pieces, &glue, &names)?;
    for plain in [ELEMENT, "scheme.js", STYLE] {
        let file = dist.join(plain);
        minify(project, &file, &file)?;
    }
    let style = Named::give(dist, STYLE)?;
    let words = words::name(project, dist)?;
    let words = words.iter().map(|file| (FILES, file));
    for (script, fetched) in words.chain([(FILES, &main), (LOADER, &later), (MOUNT, &style)]) {
        let path = glue.join(script);
        let text = fetched.in_script(&project.shell.read_file(&path)?)?;
        project.shell.write_file(path, text)?;
    }
    for script in [START, MOUNT] {
        minify(project, &glue.join(script), &dist.join(script))?;
    }
    for bundled in [FILES, &format!("{NAME}.js")] {
        project.shell.remove_path(dist.join(bundled))?;
    }
    let mut page = project.shell.read_file(dist.join("index.html"))?;
    page = style.in_page(&main.in_page(&page)?)?;
    for plain in ["scheme.js", START, "icon.svg"] {
        page = Named::give(dist, plain)?.in_page(&page)?;
    }
    project.shell.write_file(dist.join("index.html"), page)?;
    Ok(())
}

/// Cuts the compiler's wasm; gives the folder of the pieces and of the script that loads them.
fn cut(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    let whole = project.wasm_target().join(wasm::TARGET).join(format!("release/{NAME}.wasm"));
    let pieces = project.empty_scratch("pieces")?;
    let cutter = WASM_SPLIT.program(project)?;
    step::run(
        &cmd!(shell, "{cutter} --target web --out-name {NAME} {whole} {pieces}"),
        "The program could not be cut in two. The message is above.",
    )?;
    Ok(pieces)
}

fn bind(project: &Project, pieces: &Path) -> Result<PathBuf> {
    let shell = &project.shell;
    let main = pieces.join(format!("{NAME}.wasm"));
    let glue = project.empty_scratch("glue")?;
    let bindgen = WASM_BINDGEN.program(project)?;
    // The other piece needs what the linker exports: memory and the table of functions.
    step::run(
        &cmd!(
            shell,
            "{bindgen} --target web --no-typescript --keep-lld-exports --omit-default-module-path --out-dir {glue} --out-name {NAME} {main}"
        ),
        "The script around the program could not be made. The message is above.",
    )?;
    Ok(glue)
}

/// Makes the wasm small, and gives what it imports and exports short names on the way.
fn optimise(project: &Project, wasm: &Path, dist: &Path, names: &BTreeSet<String>) -> Result<()> {
    let shell = &project.shell;
    let optimiser = BINARYEN.program(project)?;
    let small = dist.join(wasm.file_name().context("The wasm has no name.")?);
    let text = wasm.with_extension("wat");
    let failed = "The wasm could not be made smaller. The message is above.";
    step::run(&cmd!(shell, "{optimiser} {wasm} -o {text}").args(PASSES).args(FEATURES), failed)?;
    shell.write_file(&text, names::in_wasm_text(&shell.read_file(&text)?, names))?;
    step::run(&cmd!(shell, "{optimiser} {text} -o {small}").args(FEATURES), failed)?;
    markup::refuse(wasm, &shell.read_binary_file(&small)?)
}

/// Puts all scripts into one folder, with short names for what the wasm imports and exports.
fn gather(project: &Project, pieces: &Path, glue: &Path, names: &BTreeSet<String>) -> Result<()> {
    let shell = &project.shell;
    let script = glue.join(format!("{NAME}.js"));
    shell.write_file(&script, names::in_script(&shell.read_file(&script)?, names))?;
    shell.copy_file(pieces.join(LOADER), glue)?;
    for own in [START, MOUNT, FILES] {
        shell.copy_file(project.path("src").join(own), glue)?;
    }
    Ok(())
}

fn minify(project: &Project, file: &Path, small: &Path) -> Result<()> {
    let shell = &project.shell;
    let minifier = ESBUILD.program(project)?;
    step::run(
        &cmd!(
            shell,
            "{minifier} {file} --bundle --format=esm --minify --allow-overwrite --log-level=warning --outfile={small}"
        ),
        "esbuild could not read one of the page's files. Its message is above.",
    )
}

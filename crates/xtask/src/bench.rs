//! `cargo xtask bench`: what the page costs, measured in a browser against the floor.
//!
//! It reports and fails only when it cannot measure.

use anyhow::Result;
use xshell::cmd;

use crate::page;
use crate::project::Project;
use crate::step;
use crate::test::EndToEnd;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Words for the benchmark itself, after `--`, such as `-- --quick`
    #[arg(last = true)]
    words: Vec<String>,
}

/// Builds the page and the simulator and runs the measurements of `tests/bench`.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let named = page::named(project)?;
    let shell = &project.shell;
    let _tests = shell.push_dir("tests");
    let bench = cmd!(shell, "npm run bench --").args(&options.words).env("CSBS_NAMED_WASM", named);
    step::run(&ready.prepare(bench), "The measurements could not be taken. Their message is above.")
}

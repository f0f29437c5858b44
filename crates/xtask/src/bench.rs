//! `cargo xtask bench`: what the page costs, measured in a browser against the floor.
//!
//! It reports and fails only when it cannot measure.

use anyhow::Result;
use xshell::cmd;

use crate::page;
use crate::project::Project;
use crate::step;
use crate::test::EndToEnd;
use crate::toolchain;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Measure what one nginx and one Caddy can carry, instead of the page
    #[arg(long, conflicts_with = "words")]
    servers: bool,
    /// Words for the benchmark itself, after `--`, such as `-- --quick`
    #[arg(last = true)]
    words: Vec<String>,
}

/// Builds the page and the simulator and runs the measurements of `tests/bench`.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    if options.servers {
        toolchain::ensure_web_servers(shell)?;
        toolchain::ensure_load_generator(shell)?;
        let _tests = shell.push_dir("tests");
        let bench = cmd!(shell, "npm run bench:servers");
        return step::run(&ready.prepare(bench), FAILING);
    }
    let named = page::named(project)?;
    let _tests = shell.push_dir("tests");
    let bench = cmd!(shell, "npm run bench --").args(&options.words).env("CSBS_NAMED_WASM", named);
    step::run(&ready.prepare(bench), FAILING)
}

const FAILING: &str = "The measurements could not be taken. Their message is above.";

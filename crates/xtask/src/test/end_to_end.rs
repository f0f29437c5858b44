//! The built page with the simulator behind it, driven by Playwright from `tests/`.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::project::Project;
use crate::toolchain::Playwright;
use crate::{page, simulator, step, toolchain};

/// Everything that the programs in `tests/` expect to find.
pub(crate) struct EndToEnd {
    playwright: Playwright,
    site: PathBuf,
    simulator: PathBuf,
}

impl EndToEnd {
    /// Builds the page and the simulator, and installs what is missing.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        Ok(Self {
            playwright: Playwright::ready(project)?,
            site: page::build(project)?,
            simulator: simulator::build(project)?,
        })
    }

    /// The command, told where the page, the simulator and the browser are.
    pub(crate) fn prepare<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        self.playwright
            .prepare(command)
            .env("CSBS_SITE_DIR", &self.site)
            .env("CSBS_SIM_BIN", &self.simulator)
    }
}

/// The real servers that the page is tested behind.
const FRONTS: [&str; 2] = ["nginx", "caddy"];

/// Checks the types of the programs in `tests/`, then runs those of `tests/e2e`: all of them behind
/// each real server, and those with the tag `@direct` without one.
pub(super) fn run(project: &Project) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    toolchain::ensure_web_servers(shell)?;
    let _tests = shell.push_dir("tests");
    step::run(&cmd!(shell, "npm run check"), "Change what the type checker says above.")?;
    let playwright = |words: &[&str]| ready.prepare(cmd!(shell, "npx playwright test {words...}"));
    for front in FRONTS {
        step::run(
            &playwright(&["--grep-invert", "@direct"]).env("CSBS_FRONT", front),
            "See the failing tests above.",
        )?;
    }
    step::run(&playwright(&["--grep", "@direct"]), "See the failing tests above.")
}

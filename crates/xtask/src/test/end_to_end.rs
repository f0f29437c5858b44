//! The built page with the simulator behind it, driven by Playwright from `tests/`.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::project::Project;
use crate::toolchain::Playwright;
use crate::{page, simulator, step};

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
            site: page::build(project, &[])?,
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

/// Checks the types of the programs in `tests/`, then runs those of `tests/e2e`.
pub(super) fn run(project: &Project) -> Result<()> {
    playwright(project, &[], WHOLE_TABLE)
}

/// The same for those that see a row of `docs/faults.md` each; writes that file anew if told.
pub(super) fn faults(project: &Project, update: bool) -> Result<()> {
    playwright(project, &["e2e/faults-"], if update { "write" } else { WHOLE_TABLE })
}

/// What tells the reporter of the table of faults that all of its tests are run.
const WHOLE_TABLE: &str = "whole";

fn playwright(project: &Project, files: &[&str], table: &str) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    let _tests = shell.push_dir("tests");
    step::run(&cmd!(shell, "npm run check"), "Change what the type checker says above.")?;
    let tests = cmd!(shell, "npx playwright test {files...}").env("CSBS_FAULTS", table);
    step::run(&ready.prepare(tests), "See the failing tests above.")
}

//! The built page with the simulator behind it, driven by Playwright from `tests/`.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Cmd, Shell, cmd};

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

/// The real servers that the page is tested behind.
const FRONTS: [&str; 2] = ["nginx", "caddy"];

/// What tells the reporter of the table of faults that all of its tests are run.
const WHOLE_TABLE: &str = "whole";

/// Checks the types of the programs in `tests/`, then runs those of `tests/e2e`: behind each real
/// server, and without one what brings hosts of its own or needs the simulator itself.
pub(super) fn run(project: &Project) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    toolchain::ensure_web_servers(shell)?;
    let _tests = shell.push_dir("tests");
    check_types(shell)?;
    let playwright = || ready.prepare(cmd!(shell, "npx playwright test"));
    let direct = playwright().env("CSBS_DIRECT", "only").env("CSBS_FAULTS", WHOLE_TABLE);
    let mut failed = step::run(&direct, FAILING).is_err();
    for front in FRONTS {
        failed |= step::run(&playwright().env("CSBS_FRONT", front), FAILING).is_err();
    }
    ensure!(!failed, FAILING);
    Ok(())
}

/// The same for those that see a row of `docs/faults.md` each; writes that file anew if told.
pub(super) fn faults(project: &Project, update: bool) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    let _tests = shell.push_dir("tests");
    check_types(shell)?;
    let table = if update { "write" } else { WHOLE_TABLE };
    let tests = cmd!(shell, "npx playwright test e2e/faults-").env("CSBS_FAULTS", table);
    step::run(&ready.prepare(tests), FAILING)
}

const FAILING: &str = "See the failing tests above.";

fn check_types(shell: &Shell) -> Result<()> {
    step::run(&cmd!(shell, "npm run check"), "Change what the type checker says above.")
}

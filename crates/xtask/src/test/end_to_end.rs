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

/// The runs of the tests: without a real server in front of the page, and behind each of two. Each
/// is called as the folder of its results is.
const RUNS: [(&str, (&str, &str)); 3] = [
    ("simulator", ("CSBS_DIRECT", "only")),
    ("nginx", ("CSBS_FRONT", "nginx")),
    ("caddy", ("CSBS_FRONT", "caddy")),
];

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
    let headless_shell = toolchain::headless_shell(shell);
    let mut failed = String::new();
    for (name, (variable, value)) in RUNS {
        let tests = ready
            .prepare(cmd!(shell, "npx playwright test"))
            .env("CSBS_FAULTS", WHOLE_TABLE)
            .env(variable, value)
            .envs(headless_shell.iter().map(|program| ("HEADLESS_SHELL_PATH", program)));
        if step::run(&tests, FAILING).is_err() {
            let told = shell.read_file(format!("e2e/results/{name}/failed.txt"));
            failed += &failed_in(name, &told.unwrap_or_default());
        }
    }
    ensure!(failed.is_empty(), "{FAILING} In short:{failed}");
    Ok(())
}

/// What failed in one run, said once more: hundreds of lines may have been printed since.
///
/// `told` has a line for each test that failed, and none when it was something else.
fn failed_in(run: &str, told: &str) -> String {
    if told.is_empty() {
        return format!("\n  {run}: no test by itself");
    }
    told.lines().map(|line| format!("\n  {run}: {line}")).collect()
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

#[cfg(test)]
mod tests {
    use super::failed_in;

    #[test]
    fn what_failed_is_said_with_the_run_that_it_failed_in() {
        let told = "tags.spec.ts:14 › a tag: no\njourney.spec.ts:12 › all: late\n";
        assert_eq!(
            failed_in("nginx", told),
            "\n  nginx: tags.spec.ts:14 › a tag: no\n  nginx: journey.spec.ts:12 › all: late"
        );
        assert_eq!(failed_in("caddy", ""), "\n  caddy: no test by itself");
    }
}

//! `cargo xtask pictures`: every state of the page as people see it, on sheets to be looked at.

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::step;
use crate::test::EndToEnd;

/// Builds the page and the simulator, reaches each state, and takes its picture in each look.
pub(crate) fn run(project: &Project) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    {
        let _tests = shell.push_dir("tests");
        let take = cmd!(shell, "npx playwright test").env("CSBS_PICTURES", "1");
        step::run(&ready.prepare(take), "A picture could not be taken. The message is above.")?;
    }
    let sheets = project.path("tests/e2e/screenshots/index.html");
    step::say(&format!("Look at {}.", sheets.display()));
    Ok(())
}

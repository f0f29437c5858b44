//! `cargo xtask pictures`: every state of the page as people see it, on a sheet to be looked at; and the
//! pictures that the tests compare the page with.

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::step;
use crate::test::EndToEnd;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Make the pictures anew that the tests compare the page with, instead
    #[arg(long)]
    compared: bool,

    /// Make the picture of README.md anew, instead
    #[arg(long, conflicts_with = "compared")]
    readme: bool,
}

/// Builds the page and the simulator, reaches each state, and takes its picture in each look.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let ready = EndToEnd::ready(project)?;
    let shell = &project.shell;
    let take = if options.compared {
        cmd!(shell, "npx playwright test compared.spec.ts --update-snapshots=all")
    } else if options.readme {
        cmd!(shell, "npx playwright test").env("CSBS_PICTURES", "readme")
    } else {
        cmd!(shell, "npx playwright test").env("CSBS_PICTURES", "1")
    };
    {
        let _tests = shell.push_dir("tests");
        step::run(&ready.prepare(take), "A picture could not be taken. The message is above.")?;
    }
    let made = match options {
        Options { compared: true, .. } => "tests/e2e/compared",
        Options { readme: true, .. } => "docs/screenshot.png",
        _ => "tests/e2e/screenshots/index.html",
    };
    step::say(&format!("Look at {}.", project.path(made).display()));
    Ok(())
}

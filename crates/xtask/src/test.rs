//! `cargo xtask test`: natively, with made-up inputs, in two browsers, and from end to end.

mod browser;
mod end_to_end;

use anyhow::Result;
use clap::ValueEnum;
use xshell::cmd;

use crate::fuzz;
use crate::project::Project;
use crate::step::{self, Step};

pub(crate) use end_to_end::EndToEnd;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only this kind of tests [default: all]
    kind: Option<Kind>,
    /// With `faults`: write docs/faults.md anew from what the tests see
    #[arg(long, requires = "kind")]
    update: bool,
}

/// The kinds of tests, in the order in which they run: quick ones first.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// Rules, failures, state machines, the simulator, these tasks: on this machine
    Native,
    /// What arrives from outside, made up by a fuzzer, for a few seconds
    Fuzz,
    /// Components, in headless Chromium and headless Firefox
    Browser,
    /// The release build with the simulator, driven by Playwright
    E2e,
    /// Of these only the table of faults between page and service (docs/faults.md)
    Faults,
}

/// Runs the tests of one kind, or all of them to the end.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let mut steps = Vec::new();
    let wanted = |kind: Kind| options.kind.is_none_or(|only| only == kind);
    if wanted(Kind::Native) {
        steps.push(Step::new("native tests", || native(project)));
    }
    if wanted(Kind::Fuzz) {
        steps.push(Step::new("made-up inputs", || fuzz::run_briefly(project)));
    }
    if wanted(Kind::Browser) {
        steps.push(Step::new("browser tests", || browser::run(project)));
    }
    if wanted(Kind::E2e) {
        steps.push(Step::new("end-to-end tests", || end_to_end::run(project)));
    }
    if options.kind == Some(Kind::Faults) {
        let update = options.update;
        steps.push(Step::new("the table of faults", move || end_to_end::faults(project, update)));
    }
    step::run_all(steps)
}

fn native(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step::run(&cmd!(shell, "cargo test --workspace"), "See the failing tests above.")
}

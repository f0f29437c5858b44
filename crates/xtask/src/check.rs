//! `cargo xtask check`: everything that can be said about the project without running it.

mod dependencies;
mod invariants;

use anyhow::Result;
use clap::ValueEnum;
use xshell::cmd;

use crate::dist;
use crate::project::Project;
use crate::step::{self, Step};
use crate::toolchain::WasmToolchain;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only this check [default: all]
    only: Option<Check>,
}

/// The checks, in the order in which they run: quick ones first.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Check {
    /// Cargo.lock fits the manifests
    Lock,
    /// What the compiler and Clippy cannot know about this project
    Invariants,
    /// Every file is formatted
    Format,
    /// Clippy for this machine, warnings denied
    Clippy,
    /// Clippy for the browser, warnings denied
    ClippyWasm,
    /// The documentation builds without warnings
    Doc,
    /// Licences, duplicates, sources and advisories of the dependencies
    Deny,
    /// The bill of materials of the page can be made, and names every licence
    Bill,
}

/// Runs one check, or all of them to the end.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let checks = Check::value_variants().iter().copied();
    let wanted = checks.filter(|check| options.only.is_none_or(|only| only == *check));
    let steps = wanted.map(|check| Step::new(check.name(), move || check.run(project)));
    step::run_all(steps.collect())
}

impl Check {
    fn name(self) -> &'static str {
        match self {
            Self::Lock => "lock file",
            Self::Invariants => "invariants",
            Self::Format => "formatting",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy for the browser",
            Self::Doc => "documentation",
            Self::Deny => "dependencies",
            Self::Bill => "bill of materials",
        }
    }

    fn run(self, project: &Project) -> Result<()> {
        match self {
            Self::Lock => lock_file(project),
            Self::Invariants => invariants::check(project),
            Self::Format => formatting(project),
            Self::Clippy => clippy(project),
            Self::ClippyWasm => clippy_for_the_browser(project),
            Self::Doc => documentation(project),
            Self::Deny => dependencies::check(project),
            Self::Bill => dist::bill(project, &project.scratch("bill")?).map(drop),
        }
    }
}

fn lock_file(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step::run(
        &cmd!(shell, "cargo fetch --locked"),
        "If Cargo.lock does not fit the manifests, run `cargo check` and commit what it changed.",
    )
}

fn formatting(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step::run(&cmd!(shell, "cargo fmt --all --check"), "Run `cargo fmt --all`.")?;
    // A workspace of its own.
    let fuzz = cmd!(shell, "cargo fmt --manifest-path fuzz/Cargo.toml --check");
    step::run(&fuzz, "Run `cargo fmt --manifest-path fuzz/Cargo.toml`.")
}

fn clippy(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step::run(
        &cmd!(shell, "cargo clippy --workspace --all-targets -- --deny warnings"),
        "Change what Clippy says above.",
    )
}

/// The page with what it is made of, and its browser tests, as the browser gets them.
fn clippy_for_the_browser(project: &Project) -> Result<()> {
    let wasm = WasmToolchain::ready(project)?;
    let shell = &project.shell;
    let command = cmd!(
        shell,
        "cargo clippy --target wasm32-unknown-unknown --package csbs-console --all-targets -- --deny warnings"
    );
    step::run(&wasm.prepare(command), "Change what Clippy says above.")
}

fn documentation(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step::run(
        &cmd!(shell, "cargo doc --workspace --no-deps --document-private-items")
            .env("RUSTDOCFLAGS", "--deny warnings"),
        "Change what rustdoc says above.",
    )
}

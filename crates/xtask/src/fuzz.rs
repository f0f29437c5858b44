//! `cargo xtask fuzz`: the programs of `fuzz/`, each driven by libFuzzer for a while.
//!
//! Runs on the stable compiler: without a sanitizer, which safe code needs least, `cargo-fuzz` asks
//! for nothing that is not stable. What it learns stays in Cargo's target folder, so that the next
//! run goes on from there.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Cmd, cmd};

use crate::project::Project;
use crate::step::{self, Step};
use crate::toolchain::{self, CARGO_FUZZ};

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long each program runs, in minutes
    #[arg(long, value_name = "MINUTES", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: u32,
    /// Run only this program, such as `answer` [default: all]
    target: Option<String>,
}

/// How long each program runs among the tests, in seconds.
const SHORT_RUN: u32 = 10;

/// The longest input. An answer may be longer, but not more interesting.
const LONGEST: &str = "-max_len=16384";

/// Runs all programs, or one, for as long as it was told.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let all = targets(project)?;
    let Some(only) = &options.target else {
        return run_all(project, all, options.minutes * 60);
    };
    ensure!(all.contains(only), "There is no program {only}. There are: {}.", all.join(", "));
    run_all(project, vec![only.clone()], options.minutes * 60)
}

/// Runs all programs for a few seconds.
pub(crate) fn run_briefly(project: &Project) -> Result<()> {
    run_all(project, targets(project)?, SHORT_RUN)
}

/// The programs: one in each file.
fn targets(project: &Project) -> Result<Vec<String>> {
    let files = project.shell.read_dir(project.path("fuzz/fuzz_targets"))?;
    files
        .iter()
        .map(|file| {
            let name = file.file_stem().context("A program in fuzz/fuzz_targets has no name.")?;
            Ok(name.to_string_lossy().into_owned())
        })
        .collect()
}

fn run_all(project: &Project, targets: Vec<String>, seconds: u32) -> Result<()> {
    toolchain::ensure_cpp(&project.shell)?;
    let fuzz = Fuzz {
        project,
        seconds,
        built: project.target().join("fuzz"),
        search_path: toolchain::path_with(vec![CARGO_FUZZ.folder(project)?])?,
    };
    fuzz.build()?;
    let steps = targets.iter().map(|target| Step::new(target, || fuzz.run(target)));
    step::run_all(steps.collect())
}

struct Fuzz<'a> {
    project: &'a Project,
    seconds: u32,
    built: PathBuf,
    search_path: OsString,
}

impl Fuzz<'_> {
    /// `cargo fuzz`, with the settings that decide whether something is built anew.
    fn command(&self, what: &str) -> Cmd<'_> {
        let Self { project, built, search_path, .. } = self;
        let shell = &project.shell;
        cmd!(shell, "cargo fuzz {what} --sanitizer none --codegen-units 16 --target-dir {built}")
            .env("PATH", search_path)
            .env_remove("RUSTFLAGS")
    }

    fn build(&self) -> Result<()> {
        step::run(&self.command("build"), "Change what the compiler says above.")
    }

    fn run(&self, target: &str) -> Result<()> {
        let Self { project, seconds, .. } = self;
        let learnt = project.scratch(&format!("fuzz/{target}"))?;
        // What was found before comes first: it must not be found again.
        let mut folders = vec![learnt];
        let of_target = |kind| project.path(&format!("fuzz/{kind}/{target}"));
        folders.extend(["seeds", "found"].map(of_target));
        folders.push(project.path("crates/csbs/tests/examples"));
        folders.retain(|folder| folder.is_dir());
        let command = self
            .command("run")
            .arg(target)
            .args(folders)
            .args(["--", "-print_final_stats=1", LONGEST])
            .arg(format!("-max_total_time={seconds}"));
        step::say(&format!("$ {command}"));
        // libFuzzer tells much while it runs; what counts is how far it came, or what it found.
        let output = command.quiet().ignore_status().output()?;
        let told = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            step::say(&format!("{} inputs in {seconds} s, none broke it.", tried(&told)));
            return Ok(());
        }
        step::say(&told);
        bail!(
            "An input broke {target}. It is in fuzz/artifacts/{target}: mend the code, and keep the \
             input in fuzz/found/{target}, where every run begins with it."
        )
    }
}

/// How many inputs were tried, as libFuzzer counts them at its end.
fn tried(told: &str) -> &str {
    told.lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .map_or("An unknown number of", str::trim)
}

#[cfg(test)]
mod tests {
    use super::{targets, tried};
    use crate::project::Project;

    #[test]
    fn the_number_of_inputs_is_taken_from_the_statistics() {
        let told = "Done 7 runs\nstat::number_of_executed_units: 36682\nstat::slowest: 0\n";
        assert_eq!(tried(told), "36682");
        assert_eq!(tried("INFO: Seed: 1"), "An unknown number of");
    }

    #[test]
    fn every_program_is_named_in_the_manifest() {
        let project = Project::open().expect("this project");
        let manifest = project.shell.read_file("fuzz/Cargo.toml").expect("the manifest");
        let targets = targets(&project).expect("the programs");
        assert!(!targets.is_empty());
        for target in targets {
            assert!(manifest.contains(&format!("name = \"{target}\"")), "{target}");
        }
    }
}

//! `cargo xtask …`: the tasks that people and the continuous integration run.
//!
//! One file a task. What a task needs is looked for, installed into the user's cache folder when
//! it is missing ([`toolchain`]), and every command is shown before it runs ([`step`]). Nothing
//! here is part of the console: the page must build and work without this crate.

mod bench;
mod check;
mod dev;
mod dist;
mod examples;
mod fuzz;
mod page;
mod pictures;
mod pins;
mod project;
mod serve;
mod server_headers;
mod simulator;
mod step;
mod test;
mod theme;
mod toolchain;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::project::Project;

/// Builds, shows, tests and checks the console.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the release, then show the console with the simulator behind it
    Serve(serve::Options),
    /// Build the release, then show the examples of portals with the console in them
    Examples(examples::Options),
    /// Rebuild and reload while you edit, with the simulator or a real service behind the page
    Dev(dev::Options),
    /// Run the tests: all of them, or one kind
    Test(test::Options),
    /// Check formatting, lints, the project's invariants, documentation and dependencies
    Check(check::Options),
    /// Put the files to host into dist/, with their compressed forms
    Dist(dist::Options),
    /// Write anew what is made from other files: the security headers for nginx and Caddy, the palette,
    /// the tables of docs/theming.md
    Generate,
    /// Look for inputs that break what reads them
    Fuzz(fuzz::Options),
    /// Write the words of all languages, as the page loads them, into a folder; Trunk calls this
    #[command(hide = true)]
    Words {
        /// The folder
        folder: std::path::PathBuf,
    },
    /// Take pictures of every state of the page, laid out on a sheet
    Pictures(pictures::Options),
    /// Measure what the page costs, against the floor
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    match run(command_line.task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::say_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    let project = Project::open()?;
    match task {
        Task::Serve(options) => serve::run(&project, &options),
        Task::Examples(options) => examples::run(&project, &options),
        Task::Dev(options) => dev::run(&project, &options),
        Task::Test(options) => test::run(&project, &options),
        Task::Check(options) => check::run(&project, &options),
        Task::Dist(options) => dist::run(&project, &options),
        Task::Generate => {
            server_headers::write(&project)?;
            theme::write(&project)
        }
        Task::Fuzz(options) => fuzz::run(&project, &options),
        Task::Words { folder } => page::write_words(&project, &folder),
        Task::Pictures(options) => pictures::run(&project, &options),
        Task::Bench(options) => bench::run(&project, &options),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::CommandLine;

    #[test]
    fn the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }
}

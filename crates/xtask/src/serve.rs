//! `cargo xtask serve`: the release build, shown with the simulator behind it.

use anyhow::Result;

use crate::project::Project;
use crate::simulator::{self, Simulator};
use crate::{page, step};

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port to listen on [default: 8080, or a free one when that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

/// Builds the page and the simulator and serves both until Ctrl-C.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let port = simulator::choose_port(options.port)?;
    let site = page::build(project, &[])?;
    let program = simulator::build(project)?;
    let simulator = Simulator::start(&program, port, Some(&site), &[])?;
    let address = format!("http://127.0.0.1:{port}/");
    step::say(&format!("The console is shown on {address} (Ctrl-C ends it)."));
    if options.open && open::that(&address).is_err() {
        step::say("No browser could be opened from here. Open the address above in one.");
    }
    simulator.wait()
}

//! `cargo xtask dev`: Trunk rebuilds and reloads the page while it is edited.
//!
//! Calls of the page go through Trunk's own proxy: to the simulator, started here, or with
//! `--upstream` to a real endpoint. The page gets the security headers it will have when hosted.

mod settings;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::page::Builder;
use crate::project::Project;
use crate::simulator::{self, Simulator};
use crate::step;

use settings::{Backend, Settings};

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The real service to call instead of the simulator, such as `https://csbs.example.com`
    #[arg(long, value_name = "URL")]
    upstream: Option<String>,
    /// The port to listen on [default: 8080, or a free one when that is taken]
    #[arg(long)]
    port: Option<u16>,
}

/// Serves the page until Ctrl-C.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let port = simulator::choose_port(options.port)?;
    let builder = Builder::ready(project)?;
    let shell = &project.shell;
    let (backend, _simulator) = match &options.upstream {
        Some(url) => (Backend::Service(url.clone()), None),
        None => {
            let program = simulator::build(project)?;
            let port = simulator::free_port()?;
            let simulator = Simulator::start(&program, port, None, &[])?;
            (Backend::Simulator { port }, Some(simulator))
        }
    };
    let folder = project.scratch("dev")?;
    let settings = Settings {
        trunk: shell.read_file("Trunk.toml")?,
        headers: shell.read_file("deploy/security-headers.json")?,
        page_config: shell.read_file("config.json")?,
        root: project.path(""),
        dist: folder.join("dist"),
        backend,
    };
    let file = folder.join("Trunk.toml");
    shell.write_file(&file, settings.to_toml().context("Trunk's settings could not be made.")?)?;
    step::say(&format!("The console will be shown on http://127.0.0.1:{port}/ (Ctrl-C ends it)."));
    let port = port.to_string();
    step::run(
        &builder.prepare(cmd!(
            shell,
            "trunk serve --config {file} --port {port} --address 127.0.0.1 --disable-address-lookup"
        )),
        "Trunk stopped. Its message is above.",
    )
}

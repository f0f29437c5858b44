//! `cargo xtask examples`: the portals of `docs/examples`, each with the console in it.
//!
//! Two of them are of another origin than the console, and so is their server here. The third shows
//! the console without a frame and has to be on its origin, in a folder beside its files.

mod folders;
mod portal;

use anyhow::Result;

use crate::project::Project;
use crate::simulator::{self, Simulator};
use crate::{page, step};

use folders::Folders;

/// Where the portal is shown unless that is taken.
const PORTAL_PORT: u16 = 4000;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port of the console [default: 8080, or a free one when that is taken]
    #[arg(long)]
    port: Option<u16>,
}

/// The pages, and what there is to see on each.
const PAGES: [(&str, &str); 3] = [
    ("iframe.html", "a frame with messages: choose servers above it, and hand over the token"),
    ("element.html", "two elements <csbs-console>: change the language and colours of both"),
    ("mount.html", "the console in the page itself, without a frame"),
];

/// Builds the console and serves it, and the portals around it, until Ctrl-C.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let port = simulator::choose_port(options.port)?;
    let portal = portal::listen(if port == PORTAL_PORT { 0 } else { PORTAL_PORT })?;
    let console_at = format!("http://127.0.0.1:{port}");
    // Another name of this computer is another site to a browser, as real portals are.
    let portal_at = format!("http://localhost:{}", portal.local_addr()?.port());
    let dist = page::build(project, &[])?;
    let program = simulator::build(project)?;
    let folders = Folders::in_folder(&project.empty_scratch("examples")?);
    folders.fill(&project.path("docs/examples"), &dist, &console_at)?;
    let simulator = Simulator::start(&program, port, Some(&folders.console), &[&portal_at])?;
    portal::serve(portal, &folders.portal)?;
    step::say("\nThe examples, which Ctrl-C ends with all of the above:");
    for (page, what) in PAGES {
        if let Some(path) = folders.path_of(page) {
            let origin = if path == page { &portal_at } else { &console_at };
            step::say(&format!("  {origin}/{path}\n      {what}"));
        }
    }
    simulator.wait()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::PAGES;

    #[test]
    fn every_page_among_the_examples_is_told() {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples");
        let files = std::fs::read_dir(examples).expect("docs/examples");
        let names = files.map(|file| file.expect("a file").file_name());
        let pages = names.filter_map(|name| name.into_string().ok());
        let pages: Vec<String> = pages.filter(|name| name.ends_with(".html")).collect();
        assert!(pages.len() >= 2);
        for page in pages {
            assert!(PAGES.iter().any(|(told, _)| *told == page), "{page}");
        }
    }
}

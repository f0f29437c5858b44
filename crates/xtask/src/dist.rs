//! `cargo xtask dist`: the files to host.

use anyhow::Result;

use crate::page::{self, Origin, Sizes};
use crate::project::Project;
use crate::step;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Origin of a proxy on another server that the page may call; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    connect_src: Vec<Origin>,
}

/// Builds `dist/` and lists what is in it.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let dist = page::build(project, &options.connect_src)?;
    page::bill::write(project, &dist)?;
    println!("{:32} {:>10} {:>10} {:>10}", "bytes of", "plain", "gzip", "brotli");
    for sizes in page::sizes(&dist)? {
        println!("{}", line(&sizes));
    }
    step::say(&format!("The files to host are in {}.", dist.display()));
    Ok(())
}

fn line(sizes: &Sizes) -> String {
    let or_dash = |size: Option<u64>| size.map_or_else(|| "-".to_owned(), |size| size.to_string());
    format!(
        "{:32} {:>10} {:>10} {:>10}",
        sizes.file,
        sizes.plain,
        or_dash(sizes.gzip),
        or_dash(sizes.brotli)
    )
}

//! `cargo xtask dist`: the files to host, and the papers that belong to them.

mod licences;
mod materials;
mod shipped;
mod twice;

use std::path::Path;

use anyhow::Result;

use crate::page::{self, Origin, Sizes};
use crate::project::Project;
use crate::step;

use shipped::Shipped;

/// What can be set on the command line.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Origin of a proxy on another server that the page may call; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    connect_src: Vec<Origin>,
    /// Build a copy in another folder as well, and fail unless both are the same byte for byte
    #[arg(long)]
    twice: bool,
}

/// Builds `dist/` and lists what is in it.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let dist = page::assemble(project, &options.connect_src)?;
    let shipped = bill(project, &dist)?;
    licences::write(project, &shipped, &dist.join("licences.html"))?;
    page::compress(&dist)?;
    println!("{:40} {:>10} {:>10} {:>10}", "bytes of", "plain", "gzip", "brotli");
    for sizes in page::sizes(&dist)? {
        println!("{}", line(&sizes));
    }
    step::say(&format!("The files to host are in {}.", dist.display()));
    if options.twice {
        twice::compare(project, &dist, &words(options))?;
    }
    Ok(())
}

/// Writes the bill of materials of the page into a folder; gives what is in the page.
pub(crate) fn bill(project: &Project, folder: &Path) -> Result<Shipped> {
    let shipped = Shipped::of(project)?;
    materials::write(project, &shipped, &folder.join("sbom.cdx.json"))?;
    Ok(shipped)
}

/// The origins again, as words for another run.
fn words(options: &Options) -> Vec<String> {
    let origins = options.connect_src.iter();
    origins.map(|origin| format!("--connect-src={}", origin.as_str())).collect()
}

fn line(sizes: &Sizes) -> String {
    let or_dash = |size: Option<u64>| size.map_or_else(|| "-".to_owned(), |size| size.to_string());
    format!(
        "{:40} {:>10} {:>10} {:>10}",
        sizes.file,
        sizes.plain,
        or_dash(sizes.gzip),
        or_dash(sizes.brotli)
    )
}

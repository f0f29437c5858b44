//! `cargo xtask dist`: the files to host.

use anyhow::Result;

use crate::page::{self, Sizes};
use crate::project::Project;
use crate::step;

/// Builds `dist/` and lists what is in it.
pub(crate) fn run(project: &Project) -> Result<()> {
    let dist = page::build(project)?;
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

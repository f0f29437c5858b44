//! Licences, duplicates, sources and advisories of all dependencies, by cargo-deny (`deny.toml`).

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::step;
use crate::toolchain::{CARGO_DENY, path_with};

/// Checks what can be checked from here: the advisories are kept on a server of their own.
pub(super) fn check(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let search_path = path_with(vec![CARGO_DENY.folder(project)?])?;
    step::run(
        &cmd!(shell, "cargo deny check --hide-inclusion-graph bans licenses sources")
            .env("PATH", &search_path),
        "Change the dependencies, or deny.toml with a reason, as cargo-deny says above.",
    )?;
    let database = cmd!(shell, "cargo deny fetch db").env("PATH", &search_path);
    if database.run().is_err() {
        step::say(
            "SKIPPED: the dependencies were not compared with the known advisories, because their \
             database (https://github.com/rustsec/advisory-db) cannot be reached from here.",
        );
        return Ok(());
    }
    step::run(
        &cmd!(shell, "cargo deny check --disable-fetch advisories").env("PATH", &search_path),
        "Update the dependencies that the advisories name.",
    )
}

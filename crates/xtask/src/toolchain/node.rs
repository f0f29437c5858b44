//! Node.js, which a person installs: it runs the end-to-end tests and the tools that come from
//! npm.

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::version::major;
use crate::pins::NODE_MAJOR;

/// Fails with what to install unless a Node.js that is young enough and its npm are there.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    let remedy = format!("Install Node.js {NODE_MAJOR} or newer with npm, then try again.");
    let printed = cmd!(shell, "node --version")
        .quiet()
        .read()
        .with_context(|| format!("Node.js is missing. {remedy}"))?;
    ensure!(
        major(&printed).is_some_and(|major| major >= NODE_MAJOR),
        "This Node.js is {printed}, which is too old. {remedy}"
    );
    which::which("npm").with_context(|| format!("npm is missing. {remedy}"))?;
    Ok(())
}

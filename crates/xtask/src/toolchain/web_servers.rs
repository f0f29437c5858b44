//! nginx and Caddy, for the end-to-end tests that run through them, and what
//! puts them under load for the benchmark.

use anyhow::{Result, ensure};
use xshell::Shell;

use super::debian;
use crate::step;

/// Debian's packages: the servers, nginx's module for files compressed with Brotli, and the command
/// `envsubst`, which fills in its variables.
const PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "gettext-base"];

/// The programs that the tests start.
const PROGRAMS: [&str; 3] = ["nginx", "caddy", "envsubst"];

/// Installs what is missing.
///
/// The tests start the servers by themselves, on free ports, and need no service of the system.
/// Debian's packages may bring one up, which only the machine's owner should decide about.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    let missing: Vec<&str> =
        PROGRAMS.into_iter().filter(|program| which::which(program).is_err()).collect();
    if debian::is_here() {
        debian::ensure(shell, &PACKAGES, "Testing behind nginx and Caddy")?;
        if missing.contains(&"nginx") || missing.contains(&"caddy") {
            step::say(
                "Debian starts new servers as services where it can. The tests do not need these: \
                 `systemctl disable --now nginx caddy` ends them.",
            );
        }
        return Ok(());
    }
    ensure!(
        missing.is_empty(),
        "Install these programs, which the tests behind nginx and Caddy need, then try again: {}.",
        missing.join(", ")
    );
    Ok(())
}

/// Installs the program that asks the servers for as much as they can give, if it is missing.
pub(crate) fn ensure_load_generator(shell: &Shell) -> Result<()> {
    if debian::is_here() {
        return debian::ensure(shell, &["wrk"], "Measuring nginx and Caddy");
    }
    ensure!(
        which::which("wrk").is_ok(),
        "Install wrk, which puts the servers under load, then try again."
    );
    Ok(())
}

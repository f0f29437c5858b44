//! A compiler for C++, in which libFuzzer is written.

use anyhow::{Result, ensure};
use xshell::Shell;

use super::debian;

/// Finds one, or installs Debian's.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    let is_here = || which::which("c++").is_ok() || std::env::var_os("CXX").is_some();
    if !is_here() && debian::is_here() {
        debian::ensure(shell, &["g++"], "Building libFuzzer")?;
    }
    ensure!(is_here(), "libFuzzer needs a C++ compiler. Install one, then try again.");
    Ok(())
}

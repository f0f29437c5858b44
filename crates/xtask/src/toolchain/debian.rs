//! Packages of Debian: what is missing, and who may install it.

use std::io::{IsTerminal, Write, stdin};

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::step;

/// Whether this machine installs its programs with Debian's packages.
pub(crate) fn is_here() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_debian(&release) && which::which("apt-get").is_ok()
}

/// Installs those of the packages that are missing.
///
/// Root installs at once. Anybody else is asked first when a terminal is there, and `sudo` does
/// it. Otherwise it fails with the command to run. No installed package is removed for it.
pub(crate) fn ensure(shell: &Shell, packages: &[&str], purpose: &str) -> Result<()> {
    // The answer has no line for packages that were never heard of, and then an exit code.
    let installed = cmd!(
        shell,
        "dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' {packages...}"
    )
    .quiet()
    .ignore_status()
    .ignore_stderr()
    .read()?;
    let missing = missing(&installed, packages);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    step::say(&format!("{purpose} needs these packages of Debian, which are missing: {list}."));
    let sudo = match Rights::now(shell)? {
        Rights::Root => false,
        Rights::Ask if agreed()? => true,
        Rights::Ask | Rights::None => {
            bail!("Run `apt-get install --no-install-recommends {list}` as root, then try again.")
        }
    };
    let apt = || {
        if sudo { cmd!(shell, "sudo apt-get") } else { cmd!(shell, "apt-get") }
    };
    // An unreachable list of somebody else's packages must not stop this; the install will tell.
    let _ = apt().args(["update", "--quiet"]).run();
    step::run(
        &apt()
            .args(["install", "--yes", "--quiet", "--no-remove", "--no-install-recommends"])
            .args(missing)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        &format!(
            "apt-get could not install {list}. If it wanted to remove a package, decide that by \
             hand: run `apt-get install --no-install-recommends {list}` as root, then try again."
        ),
    )
}

/// What this run may do to the system.
#[derive(Debug, PartialEq)]
enum Rights {
    /// Install.
    Root,
    /// Install after a person agreed.
    Ask,
    /// Nothing.
    None,
}

impl Rights {
    fn now(shell: &Shell) -> Result<Self> {
        let user = cmd!(shell, "id --user").quiet().read()?;
        Ok(Self::of(&user, stdin().is_terminal(), which::which("sudo").is_ok()))
    }

    fn of(user: &str, terminal: bool, sudo: bool) -> Self {
        if user.trim() == "0" {
            Self::Root
        } else if terminal && sudo {
            Self::Ask
        } else {
            Self::None
        }
    }
}

fn agreed() -> Result<bool> {
    eprint!("Install them now with sudo? [y/N] ");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line, "ID=debian" | "ID=\"debian\""))
}

fn missing<'a>(installed: &str, wanted: &[&'a str]) -> Vec<&'a str> {
    let here: Vec<&str> =
        installed.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    wanted.iter().copied().filter(|package| !here.contains(package)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Rights, is_debian, missing};

    #[test]
    fn debian_is_told_from_its_relatives() {
        for (os_release, expected) in [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", true),
            ("ID=\"debian\"", true),
            ("ID=ubuntu\nID_LIKE=debian\n", false),
            ("", false),
        ] {
            assert_eq!(is_debian(os_release), expected, "{os_release}");
        }
    }

    #[test]
    fn removed_and_unknown_packages_are_missing() {
        let installed = "rustc-web installed\ncargo-web config-files\nlld-22 installed";
        assert_eq!(
            missing(installed, &["rustc-web", "cargo-web", "rust-web-src", "lld-22"]),
            ["cargo-web", "rust-web-src"]
        );
    }

    #[test]
    fn only_root_installs_without_being_asked() {
        for (user, terminal, sudo, expected) in [
            ("0\n", false, false, Rights::Root),
            ("0", true, true, Rights::Root),
            ("1000", true, true, Rights::Ask),
            ("1000", true, false, Rights::None),
            ("1000", false, true, Rights::None),
        ] {
            assert_eq!(Rights::of(user, terminal, sudo), expected, "{user} {terminal} {sudo}");
        }
    }
}

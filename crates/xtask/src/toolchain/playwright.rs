//! Playwright with its packages and a browser, for the end-to-end tests and the measurements.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::Result;
use xshell::{Cmd, cmd};

use super::{Chromium, debian, node};
use crate::project::Project;
use crate::step;

/// Playwright, ready to run in the folder `tests`.
pub(crate) struct Playwright {
    /// The browser to use; `None` is the one that Playwright downloaded for itself.
    browser: Option<PathBuf>,
}

impl Playwright {
    /// Installs the packages of `tests/package-lock.json`, and a browser when none is there.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        node::ensure(&project.shell)?;
        install_packages(project)?;
        Ok(Self { browser: browser(project)? })
    }

    /// The command, told which browser to use.
    pub(crate) fn prepare<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        match &self.browser {
            Some(browser) => command.env("CHROMIUM_PATH", browser),
            None => command.env_remove("CHROMIUM_PATH"),
        }
    }
}

/// A browser that is there; else the one Playwright downloads; else Debian's.
fn browser(project: &Project) -> Result<Option<PathBuf>> {
    let shell = &project.shell;
    if let Some(browser) = Chromium::browser() {
        return Ok(Some(browser));
    }
    let _tests = shell.push_dir("tests");
    let download = cmd!(shell, "npx playwright install chromium");
    if !debian::is_here() {
        step::run(
            &download,
            "Playwright could not download its browser. Install Chromium, then try again.",
        )?;
        return Ok(None);
    }
    if download.run().is_ok() {
        return Ok(None);
    }
    step::say("Playwright's browser cannot be downloaded from here. Taking Debian's.");
    debian::ensure(shell, &["chromium"], "Testing from end to end")?;
    Ok(Some(which::which("chromium")?))
}

/// `npm ci`, but only when the lock file is newer than what was installed from it.
fn install_packages(project: &Project) -> Result<()> {
    let modified = |file: &str| -> Option<SystemTime> {
        project.path(file).metadata().and_then(|metadata| metadata.modified()).ok()
    };
    let installed = modified("tests/node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("tests/package-lock.json") {
        return Ok(());
    }
    let shell = &project.shell;
    let _tests = shell.push_dir("tests");
    // Playwright's browser is a matter of its own, see above.
    step::run(
        &cmd!(shell, "npm ci --no-audit --no-fund").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        "npm could not install the packages of tests/package-lock.json. Check that the npm \
         registry can be reached, then try again.",
    )
}

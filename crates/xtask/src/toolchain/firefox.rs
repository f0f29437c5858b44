//! Firefox and its driver.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{GECKODRIVER, debian};
use crate::project::Project;

/// The names under which systems install Firefox.
const BROWSERS: [&str; 2] = ["firefox", "firefox-esr"];

/// A browser and the driver that speaks WebDriver to it.
pub(crate) struct Firefox {
    /// The browser's program.
    pub(crate) browser: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
}

impl Firefox {
    /// A browser with its driver: those that are there, else Debian's browser and a driver built
    /// from the Rust package registry. Any driver fits any Firefox of the last years.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let browser = match Self::browser() {
            Some(browser) => browser,
            None if debian::is_here() => {
                debian::ensure(&project.shell, &["firefox-esr"], "Testing in Firefox")?;
                which::which("firefox-esr")?
            }
            None => bail!("Firefox is missing. Install it, then try again."),
        };
        let driver = std::env::var_os("GECKODRIVER")
            .map(PathBuf::from)
            .or_else(|| which::which("geckodriver").ok());
        let driver = match driver {
            Some(driver) => driver,
            None => GECKODRIVER
                .folder(project)?
                .join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX)),
        };
        Ok(Self { browser, driver })
    }

    fn browser() -> Option<PathBuf> {
        std::env::var_os("FIREFOX")
            .map(PathBuf::from)
            .or_else(|| BROWSERS.iter().find_map(|name| which::which(name).ok()))
    }
}

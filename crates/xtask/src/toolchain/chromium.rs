//! Chromium and its driver, in versions that fit each other.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::{debian, node, version::major};
use crate::pins::{CHROME, PUPPETEER_BROWSERS};
use crate::project::Project;
use crate::step;

/// The names under which systems install Chromium and its relatives.
const BROWSERS: [&str; 4] =
    ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

/// The name of Chromium's headless shell, as a program and as a package of Debian.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

/// A browser and the driver that speaks WebDriver to it.
pub(crate) struct Chromium {
    /// The browser's program.
    pub(crate) browser: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
}

impl Chromium {
    /// A browser with its driver: those that are there, else Debian's, else the makers' download.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let shell = &project.shell;
        if let Some(pair) = Self::installed(shell) {
            return Ok(pair);
        }
        if debian::is_here() {
            debian::ensure(shell, &["chromium", "chromium-driver"], "Testing in Chromium")?;
            return Self::installed(shell).context(
                "The browser and its driver differ in version. Unset CHROME and CHROMEDRIVER, or \
                 set them to a pair that fits.",
            );
        }
        Self::downloaded(project)
    }

    /// The browser alone, if one is there already: `$CHROME`, or the first on the search path.
    pub(crate) fn browser() -> Option<PathBuf> {
        std::env::var_os("CHROME")
            .map(PathBuf::from)
            .or_else(|| BROWSERS.iter().find_map(|name| which::which(name).ok()))
    }

    fn installed(shell: &Shell) -> Option<Self> {
        let browser = Self::browser()?;
        let driver = std::env::var_os("CHROMEDRIVER")
            .map(PathBuf::from)
            .or_else(|| which::which("chromedriver").ok())?;
        let (browser_major, driver_major) =
            (program_major(shell, &browser)?, program_major(shell, &driver)?);
        if browser_major != driver_major {
            step::say(&format!(
                "{} has version {browser_major}, its driver {driver_major}: they do not fit.",
                browser.display()
            ));
            return None;
        }
        Some(Self { browser, driver })
    }

    /// Chrome and its driver in one version, as published for testing.
    fn downloaded(project: &Project) -> Result<Self> {
        node::ensure(&project.shell)?;
        let folder = project.cache.install(&format!("chrome-{CHROME}"), "driver", |folder| {
            fetch(folder, "chrome", "browser")?;
            fetch(folder, "chromedriver", "driver")
        })?;
        let program = |name: &str| -> Result<PathBuf> {
            Ok(folder.join(project.shell.read_file(folder.join(name))?.trim()))
        };
        Ok(Self { browser: program("browser")?, driver: program("driver")? })
    }
}

/// Chromium without windows, in which tests take little more than half the time: the one that is
/// there, else Debian's if it can be had. Nothing needs it.
pub(crate) fn headless_shell(shell: &Shell) -> Option<PathBuf> {
    let found = || which::which(HEADLESS_SHELL).ok();
    if found().is_none() && debian::is_here() {
        let purpose = "Testing from end to end in little time";
        if let Err(error) = debian::ensure(shell, &[HEADLESS_SHELL], purpose) {
            step::say(&format!("Going on without {HEADLESS_SHELL}. {error}"));
        }
    }
    found()
}

/// Downloads one of the two programs and notes where it is, relative to the folder, which moves.
fn fetch(folder: &Path, what: &str, note: &str) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(folder);
    let printed = cmd!(
        shell,
        "npx --yes @puppeteer/browsers@{PUPPETEER_BROWSERS} install {what}@{CHROME} --path {folder}"
    )
    .read()
    .context(
        "Chrome could not be downloaded. Install Chromium and its driver (chromedriver) by hand, \
         then try again.",
    )?;
    let Some(program) = program_in(folder, &printed) else {
        bail!("The download of {what} did not say where it is, but: {printed}");
    };
    shell.write_file(note, program)?;
    Ok(())
}

/// The path in `chrome@141.0.7390.122 /folder/chrome/…/chrome`, without the folder.
fn program_in(folder: &Path, printed: &str) -> Option<String> {
    let (_, program) = printed.trim().lines().last()?.split_once(' ')?;
    let program = Path::new(program).strip_prefix(folder).ok()?;
    Some(program.to_string_lossy().into_owned())
}

fn program_major(shell: &Shell, program: &Path) -> Option<u32> {
    let printed = cmd!(shell, "{program} --version").quiet().ignore_stderr().read().ok()?;
    major(&printed)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::program_in;

    #[test]
    fn a_download_is_found_where_it_says_it_is() {
        let folder = Path::new("/cache/.partial-chrome for testing");
        for (printed, expected) in [
            (
                "chrome@141.0.7390.122 /cache/.partial-chrome for testing/chrome/linux-141/chrome\n",
                Some("chrome/linux-141/chrome"),
            ),
            ("chrome@141.0.7390.122 /elsewhere/chrome", None),
            ("", None),
        ] {
            assert_eq!(program_in(folder, printed).as_deref(), expected, "{printed}");
        }
    }
}

//! The tests of `tests/browser`, compiled to wasm and run in headless Chromium and Firefox.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xshell::{Cmd, Shell, cmd};

use crate::project::Project;
use crate::step::{self, Step};
use crate::toolchain::{Chromium, Firefox, WASM_BINDGEN, WasmToolchain};

/// What the drivers of each browser are told, in the file that wasm-bindgen's test runner reads.
const SETTINGS: &str = "webdriver.json";

/// How long all tests together may take in one browser. They take some seconds; the runner would give
/// up after 20, which a machine that does something else as well can need.
const TIMEOUT_SECONDS: &str = "180";

/// One browser to run all tests in.
struct Run {
    name: &'static str,
    /// The variable that makes the test runner use this driver.
    variable: &'static str,
    driver: PathBuf,
    /// The browser's own section of the settings.
    section: &'static str,
    browser: PathBuf,
}

/// Runs the tests in both browsers to the end.
pub(super) fn run(project: &Project) -> Result<()> {
    let wasm = WasmToolchain::ready(project)?;
    let runner = WASM_BINDGEN
        .folder(project)?
        .join(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
    let chromium = Chromium::ready(project)?;
    let firefox = Firefox::ready(project)?;
    let runs = [
        Run {
            name: "Chromium",
            variable: "CHROMEDRIVER",
            driver: chromium.driver,
            section: "goog:chromeOptions",
            browser: chromium.browser,
        },
        Run {
            name: "Firefox",
            variable: "GECKODRIVER",
            driver: firefox.driver,
            section: "moz:firefoxOptions",
            browser: firefox.browser,
        },
    ];
    let shell = &project.shell;
    step::run(&wasm.prepare(tests(shell).arg("--no-run")), "Change what the compiler says above.")?;
    let steps = runs
        .iter()
        .map(|browser| Step::new(browser.name, || run_in(project, &wasm, &runner, browser)));
    step::run_all(steps.collect())
}

fn tests(shell: &Shell) -> Cmd<'_> {
    cmd!(shell, "cargo test --target wasm32-unknown-unknown --package csbs-console --test *")
}

fn run_in(project: &Project, wasm: &WasmToolchain, runner: &Path, run: &Run) -> Result<()> {
    let shell = &project.shell;
    let settings = project.scratch("webdriver")?.join(format!("{}.json", run.name));
    let all: Value = serde_json::from_str(&shell.read_file(SETTINGS)?)
        .with_context(|| format!("{SETTINGS} is not JSON. Correct it."))?;
    shell.write_file(&settings, settings_for(&all, run.section, &run.browser).to_string())?;
    let tests = tests(shell)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT_SECONDS)
        .env_remove("CHROMEDRIVER")
        .env_remove("GECKODRIVER")
        .env(run.variable, &run.driver);
    step::run(&wasm.prepare(tests), "See the failing tests above.")
}

/// Only this browser's section, since drivers refuse those of others, and the exact program, since
/// drivers would look for one by themselves.
fn settings_for(all: &Value, section: &str, browser: &Path) -> Value {
    let mut options = all.get(section).cloned().unwrap_or_else(|| json!({}));
    options["binary"] = json!(browser);
    json!({ section: options })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::{Value, json};

    use super::settings_for;

    #[test]
    fn a_driver_is_told_its_own_settings_and_the_exact_browser() {
        let all = json!({
            "goog:chromeOptions": { "args": ["--a"] },
            "moz:firefoxOptions": { "prefs": { "b": 1 } },
        });
        assert_eq!(
            settings_for(&all, "moz:firefoxOptions", Path::new("/usr/bin/firefox")),
            json!({
                "moz:firefoxOptions": { "prefs": { "b": 1 }, "binary": "/usr/bin/firefox" },
            })
        );
    }

    #[test]
    fn the_settings_in_the_repository_speak_of_both_browsers() {
        let settings: Value =
            serde_json::from_str(include_str!("../../../../webdriver.json")).expect("JSON");
        for section in ["goog:chromeOptions", "moz:firefoxOptions"] {
            assert!(settings[section].is_object(), "{section}");
        }
    }
}

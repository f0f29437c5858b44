//! Tools that come from the Rust package registry, built once into the cache.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::pins;
use crate::project::Project;
use crate::step;

/// A program of the Rust package registry.
pub(crate) struct CargoTool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
    /// Extra words for `cargo install`.
    options: &'static [&'static str],
    /// About how long building it takes on two cores.
    minutes: u32,
}

/// Builds the page.
pub(crate) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: pins::TRUNK,
    program: "trunk",
    options: &[],
    minutes: 5,
};

/// `wasm-bindgen`, and `wasm-bindgen-test-runner` beside it.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: pins::WASM_BINDGEN,
    program: "wasm-bindgen",
    options: &[],
    minutes: 2,
};

/// Cuts the program in two.
pub(crate) const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    version: pins::WASM_SPLIT,
    program: "wasm-split-cli",
    options: &["--features=build-binary"],
    minutes: 1,
};

/// Speaks WebDriver to Firefox.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: pins::GECKODRIVER,
    program: "geckodriver",
    options: &[],
    minutes: 2,
};

/// Without its default features it neither needs nor brings a second TLS stack; the checks used
/// here are all there.
pub(crate) const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: pins::CARGO_DENY,
    program: "cargo-deny",
    options: &["--no-default-features"],
    minutes: 2,
};

/// Describes what the page is made of.
pub(crate) const CARGO_CYCLONEDX: CargoTool = CargoTool {
    package: "cargo-cyclonedx",
    version: pins::CARGO_CYCLONEDX,
    program: "cargo-cyclonedx",
    options: &[],
    minutes: 4,
};

/// Lists the licences of what the page is made of.
pub(crate) const CARGO_ABOUT: CargoTool = CargoTool {
    package: "cargo-about",
    version: pins::CARGO_ABOUT,
    program: "cargo-about",
    options: &["--features=cli"],
    minutes: 3,
};

/// Drives the programs of `fuzz/` with libFuzzer.
pub(crate) const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    version: pins::CARGO_FUZZ,
    program: "cargo-fuzz",
    options: &[],
    minutes: 1,
};

/// Tools run for seconds and are built for minutes: these settings halve the minutes and more.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

impl CargoTool {
    /// The folder of the tool's programs, after installing it when it is missing.
    pub(crate) fn folder(&self, project: &Project) -> Result<PathBuf> {
        let program = format!("bin/{}{}", self.program, std::env::consts::EXE_SUFFIX);
        let folder = project.cache.install(&self.name(), &program, |folder| {
            step::say(&format!(
                "{} {} is not installed yet. Building it, once: about {} minutes on two cores.",
                self.package, self.version, self.minutes
            ));
            self.build(folder)
        })?;
        Ok(folder.join("bin"))
    }

    /// The tool's program, after installing it when it is missing.
    pub(crate) fn program(&self, project: &Project) -> Result<PathBuf> {
        Ok(self.folder(project)?.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)))
    }

    fn name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    /// First with the versions its authors tested, then, where the registry's index lags behind
    /// that list, with the newest that fit.
    fn build(&self, root: &Path) -> Result<()> {
        // In a folder of its own, so that the project's Cargo configuration does not apply.
        let shell = Shell::new()?;
        shell.change_dir(root);
        let Self { package, version, .. } = self;
        let install = |locked: Option<&str>| {
            cmd!(shell, "cargo install {package} --version {version} --root {root}")
                .args(self.options)
                .args(locked)
                .env_remove("CARGO_TARGET_DIR")
                .envs(QUICK_BUILD)
        };
        if install(Some("--locked")).run().is_ok() {
            return Ok(());
        }
        step::say("The exact dependencies could not be had. Trying with the newest that fit.");
        step::run(
            &install(None),
            &format!("Cargo could not install {package} {version}. Check that the Rust package registry can be reached, then try again."),
        )
        .with_context(|| format!("{package} is needed for this task."))
    }
}

//! The standard library for wasm32, built from the source that Debian ships beside its compiler.
//!
//! Debian keeps a recent compiler for building browsers (`rustc-web`) but no wasm32 library for
//! it. Cargo can build one from `rust-web-src`; afterwards it serves as a private sysroot for the
//! same compiler. Versions move with Debian, so they are read and never written down here.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::wasm::TARGET;
use super::{debian, version::version};
use crate::project::Project;
use crate::step;

/// Where Debian installs its compiler; as the name of a toolchain, rustup understands it too.
pub(crate) const PREFIX: &str = "/usr";

const COMPILER: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/rust-lld";

/// The compiler, Cargo and Clippy, the library's source, and the package of the link to the
/// linker (which `rustc-web` merely recommends).
const PACKAGES: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src", "rust-web-llvm"];

/// The crates a sysroot consists of; `test` and `proc_macro` because tests need the first, and
/// it the second.
const CRATES: &str = "-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro";

/// Small before fast, like the page itself.
const FEATURES: &str = "-Zbuild-std-features=optimize_for_size";

/// A crate that needs the whole library to be built and adds nothing to it.
const MANIFEST: &str = r#"[package]
name = "empty"
version = "0.0.0"
edition = "2021"

[lib]
path = "empty.rs"

[profile.release]
panic = "abort"
opt-level = "z"
codegen-units = 1
"#;

/// Whether a sysroot for the compiler that is installed now was built before.
pub(crate) fn was_built(project: &Project) -> bool {
    compiler_version(&project.shell)
        .is_ok_and(|version| project.cache.installed(&name(&version), LIBRARY).is_some())
}

/// The sysroot's folder, after installing Debian's packages and building it, if it is missing.
pub(crate) fn ready(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    debian::ensure(shell, &PACKAGES, "Compiling for the browser")?;
    debian::ensure(shell, &[&linker_package()?], "Linking for the browser")?;
    let version = compiler_version(shell)?;
    project.cache.install(&name(&version), LIBRARY, |folder| {
        step::say("Building the standard library for the browser, once: about a minute.");
        build(folder)
    })
}

/// The part of the sysroot that the compiler looks into.
const LIBRARY: &str = "lib/rustlib/wasm32-unknown-unknown/lib";

fn build(sysroot: &Path) -> Result<()> {
    let shell = Shell::new()?;
    let workshop = shell.create_temp_dir()?;
    shell.change_dir(workshop.path());
    shell.write_file("Cargo.toml", MANIFEST)?;
    shell.write_file("empty.rs", "#![no_std]\n")?;
    // Without the bitcode a later build with link-time optimisation fails.
    let mut flags = OsString::from("-Cembed-bitcode=yes");
    flags.push(super::wasm::without_crate_folders());
    let command = cmd!(shell, "{CARGO} build --release --target {TARGET} {CRATES} {FEATURES}")
        .env("RUSTC", COMPILER)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .env("CARGO_TARGET_DIR", workshop.path().join("target"));
    step::run(
        &command,
        "The standard library for wasm32 could not be built. Reinstall Debian's rustc-web, \
         cargo-web and rust-web-src in the same version, then try again.",
    )?;
    let library = sysroot.join(LIBRARY);
    shell.create_dir(&library)?;
    let built = workshop.path().join("target").join(TARGET).join("release/deps");
    for file in shell.read_dir(built)? {
        if is_library(&file) {
            shell.copy_file(&file, &library)?;
        }
    }
    Ok(())
}

fn compiler_version(shell: &Shell) -> Result<String> {
    let printed = cmd!(shell, "{COMPILER} --version").quiet().ignore_stderr().read()?;
    let version = version(&printed)
        .with_context(|| format!("{COMPILER} does not tell its version, but says: {printed}"))?;
    Ok(version.to_owned())
}

/// Debian's compiler calls the linker through a link, and the package of the linker has the
/// number in that link's target.
fn linker_package() -> Result<String> {
    let target = std::fs::read_link(LINKER).with_context(|| {
        format!("{LINKER} is missing. Run `apt-get install --reinstall rust-web-llvm` as root.")
    })?;
    let program = target.file_name().unwrap_or_default().to_string_lossy();
    Ok(program.into_owned())
}

fn name(version: &str) -> String {
    format!("wasm32-sysroot-small-{version}")
}

fn is_library(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".rlib") && !name.starts_with("libempty-")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::is_library;

    #[test]
    fn the_empty_crate_is_no_part_of_the_sysroot() {
        for (file, expected) in [
            ("deps/libstd-c947dd3c8e5d1ca5.rlib", true),
            ("deps/libstd-c947dd3c8e5d1ca5.rmeta", false),
            ("deps/std-c947dd3c8e5d1ca5.d", false),
            ("deps/libempty-1f2e.rlib", false),
        ] {
            assert_eq!(is_library(Path::new(file)), expected, "{file}");
        }
    }
}

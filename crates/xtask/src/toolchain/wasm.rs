//! A compiler that makes wasm: rustup's own, or the one of Debian with a [`sysroot`] built here.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::{Cmd, cmd};

use super::{debian, sysroot};
use crate::project::Project;
use crate::step;

/// The target of everything that runs in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What a command needs in its environment to compile for the browser.
pub(crate) struct WasmToolchain {
    environment: Vec<(&'static str, OsString)>,
}

impl WasmToolchain {
    /// Finds a compiler for wasm32, and installs what is missing of one.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let own_folder = ("CARGO_TARGET_DIR", project.wasm_target().into_os_string());
        let flags = flags(project);
        if has_target(project) {
            return Ok(Self { environment: vec![(FLAGS, flags), own_folder] });
        }
        // Where a sysroot was built before, rustup's server was out of reach then: not asked again.
        if !sysroot::was_built(project) && rustup_adds_target(project) {
            return Ok(Self { environment: vec![(FLAGS, flags), own_folder] });
        }
        if !debian::is_here() {
            bail!(
                "rustup could not add the {TARGET} target. Run `rustup target add {TARGET}` where \
                 its server can be reached, then try again."
            );
        }
        let sysroot = sysroot::ready(project)?;
        let toolchain = Self { environment: debian_environment(&sysroot, flags, own_folder) };
        step::say(&format!("For the browser, Debian's compiler is used: {}", toolchain.by_hand()));
        Ok(toolchain)
    }

    /// The command, set up to compile for the browser.
    pub(crate) fn prepare<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        self.environment.iter().fold(command, |command, (name, value)| command.env(name, value))
    }

    /// The same, with the places in the wasm left in it that name what is where: a program can
    /// only be cut in two with their help.
    pub(crate) fn prepare_to_cut<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        let mut flags = OsString::new();
        for (_, value) in self.environment.iter().filter(|(name, _)| *name == FLAGS) {
            flags.push(value);
        }
        flags.push(" -Clink-arg=--emit-relocs");
        self.prepare(command).env(FLAGS, flags)
    }

    /// What a person has to put before a command to repeat it by hand.
    fn by_hand(&self) -> String {
        let settings: Vec<String> = self
            .environment
            .iter()
            .map(|(name, value)| match value.to_string_lossy() {
                several if several.contains(' ') => format!("{name}='{several}'"),
                one => format!("{name}={one}"),
            })
            .collect();
        settings.join(" ")
    }
}

/// rustup takes a folder for a toolchain's name, so nothing has to be registered with it. Only
/// the wasm half gets the sysroot; macros and build scripts keep the compiler's own.
fn debian_environment(
    sysroot: &Path,
    mut flags: OsString,
    own_folder: (&'static str, OsString),
) -> Vec<(&'static str, OsString)> {
    flags.push(" --sysroot=");
    flags.push(sysroot);
    vec![("RUSTUP_TOOLCHAIN", sysroot::PREFIX.into()), (FLAGS, flags), own_folder]
}

/// What the compiler is told about every wasm build.
///
/// Leptos makes one type out of every kind of view with `erase_components`, which takes more than
/// a tenth off the wasm. Paths of this machine are cut off the places that panics name, so that
/// they neither travel with the page nor make its bytes differ from those built elsewhere.
fn flags(project: &Project) -> OsString {
    let mut flags = OsString::from("--cfg erase_components");
    flags.push(without(&project.path("")));
    flags.push(without_crate_folders());
    flags
}

/// Flags that cut the folders of unpacked crates off the places that panics name.
pub(super) fn without_crate_folders() -> OsString {
    crate_sources().iter().map(|folder| without(folder)).collect()
}

fn without(folder: &Path) -> OsString {
    let mut flag = OsString::from(" --remap-path-prefix=");
    flag.push(folder.to_string_lossy().trim_end_matches('/'));
    flag.push("/=");
    flag
}

/// The folders that cargo unpacks crates into, one a registry.
fn crate_sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> =
        sources.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
}

/// Whether the compiler in use has a standard library for wasm32.
fn has_target(project: &Project) -> bool {
    let shell = &project.shell;
    cmd!(shell, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|folder| PathBuf::from(folder).is_dir())
}

fn rustup_adds_target(project: &Project) -> bool {
    let shell = &project.shell;
    if which::which("rustup").is_err() {
        return false;
    }
    step::say("The compiler has no standard library for the browser yet.");
    let added = cmd!(shell, "rustup target add {TARGET}").env("RUST_BACKTRACE", "0").run().is_ok();
    if !added {
        step::say("rustup's server cannot be reached from here. Looking for another way.");
    }
    added
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{WasmToolchain, debian_environment};

    #[test]
    fn the_environment_can_be_repeated_by_hand() {
        let own_folder = ("CARGO_TARGET_DIR", "/p/target/wasm".into());
        let environment = debian_environment(Path::new("/c/sysroot"), "--cfg a".into(), own_folder);
        assert_eq!(
            WasmToolchain { environment }.by_hand(),
            "RUSTUP_TOOLCHAIN=/usr \
             CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='--cfg a --sysroot=/c/sysroot' \
             CARGO_TARGET_DIR=/p/target/wasm"
        );
    }
}

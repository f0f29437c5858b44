//! What is in the wasm that people download: crates that are compiled for the browser, and not
//! those that only run while it is built, such as macros. The icons are in it, too, although the
//! crates that they come from are not compiled for it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::project::Project;
use crate::toolchain::{WasmToolchain, wasm};

/// What brings the icons: the build script reads them, and the page has what it has read.
const ICONS: [&str; 2] = ["csbs-icons", "z-icons"];

/// The crates in the page, by name and version, and the standard library among them.
pub(crate) struct Shipped {
    crates: BTreeSet<(String, String)>,
    /// The version of the compiler, and so of its standard library.
    pub(super) library: String,
}

impl Shipped {
    /// Asks Cargo and the compiler.
    pub(super) fn of(project: &Project) -> Result<Self> {
        let shell = &project.shell;
        let target = wasm::TARGET;
        let tree = cmd!(
            shell,
            "cargo tree --locked --package csbs-console --features split --target {target} --edges normal,no-proc-macro --prefix none"
        );
        let icons =
            cmd!(shell, "cargo tree --locked --package csbs-icons --edges normal --prefix none");
        let icons = icons.read()?;
        let is_shipped =
            |line: &&str| ICONS.iter().any(|name| line.starts_with(&format!("{name} ")));
        let icons = icons.lines().filter(is_shipped).collect::<Vec<_>>().join("\n");
        let tree = format!("{}\n{icons}", tree.read()?);
        let compiler = WasmToolchain::ready(project)?.prepare(cmd!(shell, "rustc --version"));
        Self::read(&tree, &compiler.read()?)
    }

    fn read(tree: &str, compiler: &str) -> Result<Self> {
        let crates: BTreeSet<_> = tree.lines().filter_map(name_and_version).collect();
        ensure!(!crates.is_empty(), "`cargo tree` names no crate of the page.");
        let library = compiler.split(' ').nth(1);
        let library = library.with_context(|| format!("rustc tells no version: {compiler}"))?;
        Ok(Self { crates, library: library.to_owned() })
    }

    /// Whether this crate is in the page.
    pub(super) fn has(&self, name: &str, version: &str) -> bool {
        self.crates.contains(&(name.to_owned(), version.to_owned()))
    }
}

/// `serde v1.0.229`, whatever follows.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let (name, rest) = line.split_once(" v")?;
    Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
}

#[cfg(test)]
impl Shipped {
    /// The page of the tests beside: two crates.
    pub(super) fn example() -> Self {
        Self::read("page v0.1.0 (/p)\n\nleptos v0.8.23 (*)\n", "rustc 1.96.0 (x 2026)")
            .expect("an example")
    }
}

#[cfg(test)]
mod tests {
    use super::Shipped;

    #[test]
    fn crates_are_known_by_name_and_version() {
        let shipped = Shipped::example();
        assert!(shipped.has("page", "0.1.0") && shipped.has("leptos", "0.8.23"));
        assert!(!shipped.has("leptos", "0.8.22") && !shipped.has("syn", "2.0.0"));
        assert_eq!(shipped.library, "1.96.0");
        assert!(Shipped::read("", "rustc 1.96.0").is_err());
    }
}

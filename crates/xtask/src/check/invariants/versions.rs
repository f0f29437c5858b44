//! Versions that have to be the same in two places, and lock files that hold nothing else.

use toml::{Table, Value};

use super::{File, Finding};
use crate::pins;

/// `Trunk.toml` and `Cargo.lock` agree with the pins.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let trunk = toml_file(files, "Trunk.toml").map(|(file, settings)| of_trunk(file, &settings));
    let lock = toml_file(files, "Cargo.lock").map(|(file, lock)| of_cargo(file, &lock));
    trunk.into_iter().flatten().chain(lock.into_iter().flatten()).collect()
}

fn of_trunk(file: &File, settings: &Table) -> Vec<Finding> {
    let tool = |key: &str| settings.get("tools").and_then(|tools| tools.get(key));
    [
        ("trunk-version", settings.get("trunk-version"), format!("={}", pins::TRUNK)),
        ("wasm_bindgen", tool("wasm_bindgen"), pins::WASM_BINDGEN.to_owned()),
    ]
    .into_iter()
    .filter(|(_, found, expected)| found.and_then(Value::as_str) != Some(expected))
    .map(|(key, _, expected)| Finding {
        file: file.path.clone(),
        line: line_with(file, key),
        rule: "Trunk.toml repeats the versions of crates/xtask/src/pins.rs",
        remedy: format!("Write {key} = \"{expected}\"."),
    })
    .collect()
}

fn of_cargo(file: &File, lock: &Table) -> Vec<Finding> {
    let finding = |name: &str, rule, remedy| Finding {
        file: file.path.clone(),
        line: line_with(file, &format!("name = \"{name}\"")),
        rule,
        remedy,
    };
    let bindgen = locked_version(lock, "wasm-bindgen")
        .filter(|locked| locked != pins::WASM_BINDGEN)
        .map(|locked| {
            let remedy = format!("Write WASM_BINDGEN = \"{locked}\" in crates/xtask/src/pins.rs.");
            finding("wasm-bindgen", "wasm-bindgen's program has the version of its crate", remedy)
        });
    let split = locked_version(lock, "wasm_split_helpers")
        .filter(|locked| line_of(locked) != line_of(pins::WASM_SPLIT))
        .map(|locked| {
            let line = line_of(&locked);
            let remedy =
                format!("Write a version {line} for WASM_SPLIT in crates/xtask/src/pins.rs.");
            finding(
                "wasm_split_helpers",
                "wasm_split's program is of the line of its crate",
                remedy,
            )
        });
    bindgen.into_iter().chain(split).collect()
}

/// The part of a version below 1 that only breaking changes change: `0.2` of `0.2.4`.
fn line_of(version: &str) -> &str {
    version.rsplit_once('.').map_or(version, |(line, _)| line)
}

/// npm's lock file names no registry, so that everybody installs from their own.
pub(super) fn npm_findings(files: &[File]) -> Vec<Finding> {
    let lock = files.iter().filter(|file| file.path.ends_with("package-lock.json"));
    lock.flat_map(|file| file.lines().map(move |(number, line)| (file, number, line)))
        .filter(|(_, _, line)| line.trim_start().starts_with("\"resolved\": \"http"))
        .map(|(file, line, _)| Finding {
            file: file.path.clone(),
            line,
            rule: "npm's lock file names no registry",
            remedy: "Write it with `npm install --omit-lockfile-registry-resolved`.".to_owned(),
        })
        .collect()
}

fn toml_file<'a>(files: &'a [File], path: &str) -> Option<(&'a File, Table)> {
    let file = files.iter().find(|file| file.path == path)?;
    Some((file, file.text.parse().ok()?))
}

fn locked_version(lock: &Table, name: &str) -> Option<String> {
    let packages = lock.get("package")?.as_array()?;
    let its =
        packages.iter().find(|package| package.get("name").and_then(Value::as_str) == Some(name));
    Some(its?.get("version")?.as_str()?.to_owned())
}

fn line_with(file: &File, text: &str) -> usize {
    file.lines().find(|(_, line)| line.starts_with(text)).map_or(0, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::{findings, npm_findings};
    use crate::check::invariants::tests::told;
    use crate::pins;

    fn trunk_settings(trunk: &str, wasm_bindgen: &str) -> String {
        format!("trunk-version = \"={trunk}\"\n[tools]\nwasm_bindgen = \"{wasm_bindgen}\"\n")
    }

    #[test]
    fn trunk_is_told_the_pinned_versions() {
        let right = trunk_settings(pins::TRUNK, pins::WASM_BINDGEN);
        assert_eq!(told(findings, "Trunk.toml", &right), []);
        let rule = "Trunk.toml repeats the versions of crates/xtask/src/pins.rs";
        let wrong = trunk_settings("0.1.0", "0.2.1");
        assert_eq!(told(findings, "Trunk.toml", &wrong), [(1, rule), (3, rule)]);
        assert_eq!(told(findings, "Trunk.toml", "").len(), 2, "nothing is told");
    }

    #[test]
    fn the_locked_wasm_bindgen_is_the_pinned_one() {
        let lock = |version: &str| {
            format!("[[package]]\nname = \"wasm-bindgen\"\nversion = \"{version}\"\n")
        };
        assert_eq!(told(findings, "Cargo.lock", &lock(pins::WASM_BINDGEN)), []);
        assert_eq!(
            told(findings, "Cargo.lock", &lock("0.2.1")),
            [(2, "wasm-bindgen's program has the version of its crate")]
        );
    }

    #[test]
    fn the_locked_wasm_split_is_of_the_line_of_the_pinned_one() {
        let lock = |version: &str| {
            format!("[[package]]\nname = \"wasm_split_helpers\"\nversion = \"{version}\"\n")
        };
        assert_eq!(told(findings, "Cargo.lock", &lock(pins::WASM_SPLIT)), []);
        let line = pins::WASM_SPLIT.rsplit_once('.').map(|(line, _)| line).unwrap_or_default();
        assert_eq!(told(findings, "Cargo.lock", &lock(&format!("{line}.99"))), []);
        assert_eq!(
            told(findings, "Cargo.lock", &lock("0.99.0")),
            [(2, "wasm_split's program is of the line of its crate")]
        );
    }

    #[test]
    fn a_registry_in_npms_lock_file_is_found() {
        let lock =
            "{\n  \"version\": \"1.0.0\",\n  \"resolved\": \"https://registry.example/a.tgz\"\n}";
        assert_eq!(
            told(npm_findings, "tests/package-lock.json", lock),
            [(3, "npm's lock file names no registry")]
        );
        assert_eq!(told(npm_findings, "tests/package-lock.json", "{ \"resolved\": \"../a\" }"), []);
    }
}

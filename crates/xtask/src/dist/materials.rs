//! The bill of materials of the page, as CycloneDX: `sbom.cdx.json`, by cargo-cyclonedx.
//!
//! The tool describes all that Cargo resolves, with the folder of whoever ran it. What is hosted
//! tells the crates that are in the page, and is the same from every folder.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xshell::cmd;

use super::shipped::Shipped;
use crate::project::Project;
use crate::step;
use crate::toolchain::{CARGO_CYCLONEDX, path_with, wasm};

/// What the tool calls the files that it leaves beside every manifest, without `.json`.
const NAME: &str = "sbom-of-the-page.cdx";

/// Writes the file.
pub(super) fn write(project: &Project, shipped: &Shipped, file: &Path) -> Result<()> {
    let shell = &project.shell;
    let search_path = path_with(vec![CARGO_CYCLONEDX.folder(project)?])?;
    let target = wasm::TARGET;
    let ran = step::run(
        &cmd!(
            shell,
            "cargo cyclonedx --quiet --format json --spec-version 1.5 --features split --target {target} --override-filename {NAME}"
        )
        .env("PATH", search_path)
        .env("SOURCE_DATE_EPOCH", date_of_source(project)),
        "The bill of materials could not be made. Its message is above.",
    );
    let left = |folder: &Path| folder.join(format!("{NAME}.json"));
    let made = shell.read_file(left(&project.path("")));
    shell.remove_path(left(&project.path("")))?;
    for folder in shell.read_dir(project.path("crates"))? {
        shell.remove_path(left(&folder))?;
    }
    ran?;
    let text = without_folder(&made?, &project.path(""));
    let mut bill = serde_json::from_str(&text).context("The bill of materials is not JSON.")?;
    only_shipped(&mut bill, shipped);
    every_licence_is_told(&bill)?;
    shell.write_file(file, serde_json::to_string_pretty(&bill)? + "\n")?;
    Ok(())
}

/// When the source was last changed, in seconds, so that the same source has the same bill: what
/// the environment says, or the last commit, or nothing.
pub(super) fn date_of_source(project: &Project) -> String {
    let shell = &project.shell;
    std::env::var("SOURCE_DATE_EPOCH")
        .or_else(|_| cmd!(shell, "git log -1 --format=%ct").quiet().ignore_stderr().read())
        .unwrap_or_else(|_| "0".to_owned())
}

fn without_folder(text: &str, root: &Path) -> String {
    let root = root.to_string_lossy();
    text.replace(&format!("file://{}", root.trim_end_matches('/')), "file:///csbs-console")
}

/// Leaves the crates of the page, adds its standard library, and leaves no word about others.
fn only_shipped(bill: &mut Value, shipped: &Shipped) {
    let mut kept = BTreeSet::new();
    if let Some(own) = bill["metadata"]["component"]["bom-ref"].as_str() {
        kept.insert(own.to_owned());
    }
    if let Some(components) = bill["components"].as_array_mut() {
        components.retain(|component| {
            let text = |key: &str| component[key].as_str().unwrap_or_default();
            let is_shipped = shipped.has(text("name"), text("version"));
            if is_shipped {
                kept.insert(text("bom-ref").to_owned());
            }
            is_shipped
        });
        components.push(standard_library(&shipped.library));
    }
    let is_kept = |reference: &Value| reference.as_str().is_some_and(|text| kept.contains(text));
    if let Some(dependencies) = bill["dependencies"].as_array_mut() {
        dependencies.retain(|dependency| is_kept(&dependency["ref"]));
        for on in dependencies.iter_mut().filter_map(|entry| entry["dependsOn"].as_array_mut()) {
            on.retain(is_kept);
        }
    }
}

fn every_licence_is_told(bill: &Value) -> Result<()> {
    for component in bill["components"].as_array().into_iter().flatten() {
        let is_told = component["licenses"].as_array().is_some_and(|licences| !licences.is_empty());
        ensure!(is_told, "{} does not tell its licence.", component["bom-ref"]);
    }
    Ok(())
}

fn standard_library(version: &str) -> Value {
    json!({
        "type": "library",
        "bom-ref": format!("rust-std@{version}"),
        "name": "rust-std",
        "version": version,
        "description": "The standard library of Rust, as it comes with the compiler.",
        "scope": "required",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": format!("pkg:generic/rust-std@{version}"),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::{Shipped, every_licence_is_told, only_shipped, without_folder};

    #[test]
    fn the_bill_tells_what_is_in_the_page_only() {
        let mut bill = json!({
            "metadata": { "component": { "bom-ref": "page" } },
            "components": [
                { "bom-ref": "l", "name": "leptos", "version": "0.8.23" },
                { "bom-ref": "s", "name": "syn", "version": "2.0.0" },
            ],
            "dependencies": [
                { "ref": "page", "dependsOn": ["l"] },
                { "ref": "l", "dependsOn": ["s"] },
                { "ref": "s" },
            ],
        });
        only_shipped(&mut bill, &Shipped::example());
        let names: Vec<_> = bill["components"]
            .as_array()
            .expect("components")
            .iter()
            .map(|component| component["name"].as_str())
            .collect();
        assert_eq!(names, [Some("leptos"), Some("rust-std")]);
        assert_eq!(bill["components"][1]["version"], "1.96.0");
        let expected =
            json!([{ "ref": "page", "dependsOn": ["l"] }, { "ref": "l", "dependsOn": [] }]);
        assert_eq!(bill["dependencies"], expected);
    }

    #[test]
    fn a_crate_without_a_licence_is_named() {
        let bill = |licences| json!({ "components": [{ "bom-ref": "a", "licenses": licences }] });
        assert!(every_licence_is_told(&bill(json!([{ "expression": "MIT" }]))).is_ok());
        let missed = every_licence_is_told(&bill(json!([]))).expect_err("no licence");
        assert!(missed.to_string().contains("\"a\""), "{missed}");
    }

    #[test]
    fn the_folder_it_was_made_in_is_not_told() {
        assert_eq!(
            without_folder("path+file:///a/b/crates/csbs#0.1.0", Path::new("/a/b/")),
            "path+file:///csbs-console/crates/csbs#0.1.0"
        );
    }
}

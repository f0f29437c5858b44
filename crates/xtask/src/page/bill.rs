//! What is in the page besides this project's own code: a bill of materials for programs
//! (CycloneDX), and a list of licences for people.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::cmd;

use super::compress;
use crate::project::Project;
use crate::step;
use crate::toolchain::{self, CARGO_CYCLONEDX, wasm};

/// The bill, beside the page.
const BILL: &str = "sbom.cdx.json";

/// The list, beside the page.
const LICENCES: &str = "licences.txt";

/// The name under which the tool leaves a bill beside every manifest; Git does not see it.
const LEFT: &str = "bill-of-materials";

/// Writes both into a folder.
pub(crate) fn write(project: &Project, folder: &Path) -> Result<()> {
    let shell = &project.shell;
    let bill = without_the_machine(made(project)?);
    let licences = licences(&bill)?;
    for (name, text) in [(BILL, serde_json::to_string(&bill)?), (LICENCES, licences)] {
        let file = folder.join(name);
        shell.write_file(&file, text)?;
        compress::one(&file)?;
    }
    Ok(())
}

/// The bill of what is compiled into the page, and nothing that only helps to build it.
fn made(project: &Project) -> Result<Value> {
    let shell = &project.shell;
    let search_path = toolchain::path_with(vec![CARGO_CYCLONEDX.folder(project)?])?;
    let target = wasm::TARGET;
    let command = cmd!(
        shell,
        "cargo cyclonedx --quiet --format json --spec-version 1.5 --target {target} --features split --no-build-deps --override-filename {LEFT}"
    );
    step::run(
        &command.env("PATH", search_path),
        "The bill of materials could not be made. The message is above.",
    )?;
    let name = format!("{LEFT}.json");
    let text = shell.read_file(&name)?;
    for member in shell.read_dir("crates")? {
        shell.remove_path(member.join(&name))?;
    }
    shell.remove_path(&name)?;
    serde_json::from_str(&text).context("The bill of materials is not JSON.")
}

/// The bill without what differs from run to run and from machine to machine: the same page has
/// the same bill.
fn without_the_machine(mut bill: Value) -> Value {
    if let Some(bill) = bill.as_object_mut() {
        bill.remove("serialNumber");
    }
    if let Some(metadata) = bill.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.remove("timestamp");
    }
    without_paths(&mut bill);
    bill
}

/// `path+file:///somebody/console#csbs@0.1.0` becomes `csbs@0.1.0`.
fn without_paths(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some((_, id)) =
                text.strip_prefix("path+file://").and_then(|path| path.split_once('#'))
            {
                *text = id.to_owned();
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(without_paths),
        Value::Object(entries) => entries.values_mut().for_each(without_paths),
        _ => {}
    }
}

/// A line for each crate: its name, version and licence.
fn licences(bill: &Value) -> Result<String> {
    let mut list = "What the page is made of, besides the console itself (MIT), and under which \
                    licences:\n\n"
        .to_owned();
    let components = bill["components"].as_array().context("The bill lists no components.")?;
    ensure!(!components.is_empty(), "The bill lists no components.");
    for component in components {
        let text = |key: &str| component[key].as_str().unwrap_or_default();
        let (name, version) = (text("name"), text("version"));
        let licence = &component["licenses"][0];
        let licence = licence["expression"].as_str().or(licence["license"]["id"].as_str());
        let licence =
            licence.with_context(|| format!("{name} {version} says nothing of its licence."))?;
        list.push_str(&format!("{name} {version}: {licence}\n"));
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{licences, without_the_machine};

    #[test]
    fn the_bill_says_nothing_of_the_machine_or_the_moment() {
        let bill = json!({
            "serialNumber": "urn:uuid:1",
            "metadata": { "timestamp": "2026", "component": { "bom-ref": "path+file:///x/y#csbs@0.1.0" } },
            "dependencies": [{ "ref": "path+file:///x/y#csbs@0.1.0", "dependsOn": ["registry+https://a#b@1"] }],
        });
        assert_eq!(
            without_the_machine(bill),
            json!({
                "metadata": { "component": { "bom-ref": "csbs@0.1.0" } },
                "dependencies": [{ "ref": "csbs@0.1.0", "dependsOn": ["registry+https://a#b@1"] }],
            })
        );
    }

    #[test]
    fn every_crate_stands_with_its_licence_or_is_missed() {
        let bill = json!({ "components": [
            { "name": "a", "version": "1.0.0", "licenses": [{ "expression": "MIT OR Apache-2.0" }] },
            { "name": "b", "version": "2.0.0", "licenses": [{ "license": { "id": "Zlib" } }] },
        ] });
        let list = licences(&bill).expect("a list");
        assert!(list.ends_with("\na 1.0.0: MIT OR Apache-2.0\nb 2.0.0: Zlib\n"), "{list}");
        let silent = json!({ "components": [{ "name": "c", "version": "3.0.0" }] });
        let missed = licences(&silent).expect_err("c has no licence").to_string();
        assert_eq!(missed, "c 3.0.0 says nothing of its licence.");
    }
}

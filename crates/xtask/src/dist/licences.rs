//! The licences of what is in the page, with their texts: `licences.html`, by cargo-about.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use sha2::{Digest, Sha256};
use xshell::cmd;

use super::shipped::Shipped;
use crate::pins;
use crate::project::Project;
use crate::step;
use crate::toolchain::{CARGO_ABOUT, path_with};

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\" />
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />
<meta name=\"color-scheme\" content=\"light dark\" />
<title>Licences · CSBS Console</title>
</head>
<body>
<main>
<h1>Licences of what CSBS Console is made of</h1>
";

const FOOT: &str = "</main>\n</body>\n</html>\n";

/// Writes the file.
pub(super) fn write(project: &Project, shipped: &Shipped, file: &Path) -> Result<()> {
    let shell = &project.shell;
    let found = shell.read_file(found(project)?)?;
    let found = serde_json::from_str(&found).context("cargo-about's answer is not JSON.")?;
    shell.write_file(file, page(&found, shipped))?;
    Ok(())
}

/// What cargo-about found. It reads thousands of files for a minute, so this is kept for as long
/// as the dependencies and its settings are the same.
fn found(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    let mut digest = Sha256::new_with_prefix(pins::CARGO_ABOUT);
    for file in ["Cargo.lock", "Cargo.toml", "about.toml"] {
        digest.update(shell.read_binary_file(project.path(file))?);
    }
    let name = format!("{:x}.json", digest.finalize());
    let file = project.scratch("licences")?.join(&name);
    if !shell.path_exists(&file) {
        let search_path = path_with(vec![CARGO_ABOUT.folder(project)?])?;
        let partial = file.with_extension("partial");
        step::say("Reading the licences of all dependencies: about a minute.");
        step::run(
            &cmd!(
                shell,
                "cargo about generate --offline --locked --fail --features split --format json --output-file {partial}"
            )
            .env("PATH", search_path),
            "The licences could not be listed. Correct about.toml as the message above says.",
        )?;
        std::fs::rename(partial, &file)?;
    }
    Ok(file)
}

/// Each licence once, with its texts, and with each text the crates that come under it.
fn page(found: &Value, shipped: &Shipped) -> String {
    let mut licences: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    for licence in found["licenses"].as_array().into_iter().flatten() {
        let text = |key: &str| licence[key].as_str().unwrap_or_default();
        let mut crates: Vec<String> = licence["used_by"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|user| {
                Some((user["crate"]["name"].as_str()?, user["crate"]["version"].as_str()?))
            })
            .filter(|(name, version)| shipped.has(name, version))
            .map(|(name, version)| format!("{name} {version}"))
            .collect();
        crates.sort();
        // The library itself has no entry; this is the licence chosen where there are several.
        if text("id") == "Apache-2.0" && licence["source_path"].is_null() {
            crates.push(format!("the standard library of Rust {}", shipped.library));
        }
        if !crates.is_empty() {
            licences.entry(text("name")).or_default().insert(crates.join(", "), text("text"));
        }
    }
    let mut page = HEAD.to_owned();
    for (name, texts) in licences {
        // Writing into a string cannot fail.
        let _ = writeln!(page, "<h2>{}</h2>", escaped(name));
        for (crates, text) in texts {
            let _ = writeln!(page, "<h3>{}</h3>", escaped(&crates));
            for paragraph in text.replace("\r\n", "\n").split("\n\n") {
                let paragraph = escaped(paragraph.trim());
                if !paragraph.is_empty() {
                    let _ = writeln!(page, "<p>{paragraph}</p>");
                }
            }
        }
    }
    page + FOOT
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Shipped, page};

    #[test]
    fn each_text_comes_with_the_crates_of_the_page_that_it_is_for() {
        let user =
            |name: &str, version: &str| json!({ "crate": { "name": name, "version": version } });
        let found = json!({ "licenses": [
            { "id": "MIT", "name": "MIT License", "text": "Copyright <me>\n\nDo & let do.",
              "source_path": "x", "used_by": [user("syn", "2.0.0"), user("page", "0.1.0")] },
            { "id": "Zlib", "name": "zlib License", "text": "none", "source_path": "x",
              "used_by": [user("syn", "2.0.0")] },
            { "id": "Apache-2.0", "name": "Apache License 2.0", "text": "Terms", "source_path": null,
              "used_by": [user("leptos", "0.8.23")] },
        ]});
        let page = page(&found, &Shipped::example());
        let body = page.split("</h1>\n").nth(1).expect("a body");
        assert_eq!(
            body,
            "<h2>Apache License 2.0</h2>\n\
             <h3>leptos 0.8.23, the standard library of Rust 1.96.0</h3>\n<p>Terms</p>\n\
             <h2>MIT License</h2>\n<h3>page 0.1.0</h3>\n\
             <p>Copyright &lt;me&gt;</p>\n<p>Do &amp; let do.</p>\n</main>\n</body>\n</html>\n"
        );
    }
}

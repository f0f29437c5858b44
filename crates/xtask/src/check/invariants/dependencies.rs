//! Which of the workspace's crates may depend on what.

use toml::{Table, Value};

use super::{File, Finding};

/// Everything `csbs` may depend on: small crates that read and write formats, and one that wipes
/// secrets from memory in a way that compilers do not optimise away.
const CSBS: [&str; 5] = ["percent-encoding", "serde", "serde_json", "uuid", "zeroize"];

/// `csbs` stays small, and the simulator does not take over the console's reading of the API.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    files.iter().flat_map(|file| of_csbs(file).into_iter().chain(of_simulator(file))).collect()
}

fn of_csbs(file: &File) -> Vec<Finding> {
    if file.path != "crates/csbs/Cargo.toml" {
        return Vec::new();
    }
    let finding = |line| Finding {
        file: file.path.clone(),
        line,
        rule: "csbs depends on a few small crates only",
        remedy: "Do without, or add the crate to the list in crates/xtask with a reason."
            .to_owned(),
    };
    dependency_lines(file, &|name| !CSBS.contains(&name)).into_iter().map(finding).collect()
}

fn of_simulator(file: &File) -> Vec<Finding> {
    if file.path != "crates/csbs-sim/Cargo.toml" {
        return Vec::new();
    }
    let finding = |line| Finding {
        file: file.path.clone(),
        line,
        rule: "the simulator states the rules again and does not use csbs",
        remedy: "Move csbs to [dev-dependencies].".to_owned(),
    };
    dependency_lines(file, &|name| name == "csbs").into_iter().map(finding).collect()
}

/// The lines of the dependencies that `unwanted` names; those for tests alone do not count.
fn dependency_lines(file: &File, unwanted: &dyn Fn(&str) -> bool) -> Vec<usize> {
    let Ok(manifest) = file.text.parse::<Table>() else {
        return Vec::new();
    };
    let targets = manifest.get("target").and_then(Value::as_table);
    let tables = std::iter::once(&manifest).chain(
        targets.into_iter().flat_map(|targets| targets.values().filter_map(Value::as_table)),
    );
    tables
        .filter_map(|table| table.get("dependencies").and_then(Value::as_table))
        .flat_map(Table::keys)
        .filter(|name| unwanted(name))
        .map(|name| line_of(file, name))
        .collect()
}

fn line_of(file: &File, name: &str) -> usize {
    let is_its = |line: &str| {
        let line = line.trim_start().trim_start_matches("[dependencies.");
        line.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '.', '=', ']']))
    };
    file.lines().find(|(_, line)| is_its(line)).map_or(0, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::invariants::tests::told;

    #[test]
    fn csbs_depends_on_little() {
        let manifest = "[dependencies]\nserde.workspace = true\nregex = \"1\"\n\n\
                        [dev-dependencies]\nproptest = \"1\"\n";
        assert_eq!(
            told(findings, "crates/csbs/Cargo.toml", manifest),
            [(3, "csbs depends on a few small crates only")]
        );
    }

    #[test]
    fn dependencies_of_one_target_count_too() {
        let manifest = "[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n";
        assert_eq!(told(findings, "crates/csbs/Cargo.toml", manifest).len(), 1);
    }

    #[test]
    fn the_simulator_has_csbs_only_in_its_tests() {
        for (manifest, number) in [
            ("[dependencies]\naxum = \"0.8\"\n[dev-dependencies]\ncsbs.workspace = true\n", 0),
            ("[dependencies]\naxum = \"0.8\"\ncsbs.workspace = true\n", 1),
        ] {
            assert_eq!(
                told(findings, "crates/csbs-sim/Cargo.toml", manifest).len(),
                number,
                "{manifest}"
            );
        }
    }
}

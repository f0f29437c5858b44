//! What must not stay in a file: reminders, debugging, and the home folder of whoever wrote it.

use super::{File, Finding};

/// Reminders to oneself, written here so that this file does not hold them.
const REMINDERS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Debug printing.
const DEBUGGING: [&str; 2] = [concat!("dbg", "!("), concat!("debug", "ger;")];

/// Where people's home folders are.
const HOMES: [&str; 3] = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];

/// Code in which reminders and debugging are looked for.
const CODE: [&str; 11] =
    ["rs", "js", "mjs", "ts", "css", "html", "toml", "yml", "sh", "conf", "json"];

/// The rules of this file.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let code = files.iter().filter(|file| CODE.iter().any(|ending| file.is(ending)));
    let code: Vec<&File> = code.collect();
    let all: Vec<&File> = files.iter().collect();
    let mut found =
        lines_with(&code, &REMINDERS, "no reminders in code", "Do it, or open an issue.");
    found.extend(lines_with(&code, &DEBUGGING, "no debugging in code", "Remove it."));
    found.extend(lines_with(&all, &HOMES, "no paths of one person's machine", "Make it relative."));
    found
}

fn lines_with(files: &[&File], words: &[&str], rule: &'static str, remedy: &str) -> Vec<Finding> {
    let holds = |line: &str| words.iter().any(|word| holds_word(line, word));
    files
        .iter()
        .flat_map(|file| file.lines().map(move |(number, line)| (file, number, line)))
        .filter(|(_, _, line)| holds(line))
        .map(|(file, line, _)| Finding {
            file: file.path.clone(),
            line,
            rule,
            remedy: remedy.to_owned(),
        })
        .collect()
}

/// Whether the word stands in the line on its own, and not inside a longer one or a longer path.
fn holds_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + word.len()..].chars().next();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '}' | ')');
        let ends_open = word.ends_with(|c: char| !c.is_alphanumeric());
        !before.is_some_and(is_part) && (ends_open || !after.is_some_and(is_part))
    })
}

#[cfg(test)]
mod tests {
    use super::{DEBUGGING, HOMES, REMINDERS, findings};
    use crate::check::invariants::tests::told;

    #[test]
    fn reminders_and_debugging_are_found_in_code() {
        for word in REMINDERS {
            let line = format!("fn f() {{}}\n// {word}: later\n");
            assert_eq!(
                told(findings, "src/app.rs", &line),
                [(2, "no reminders in code")],
                "{line}"
            );
            assert_eq!(told(findings, "docs/notes.md", &line), [], "{line}");
            assert_eq!(told(findings, "src/app.rs", &format!("{word}S")), [], "{word}S");
        }
        for word in DEBUGGING {
            assert_eq!(
                told(findings, "src/start.js", word),
                [(1, "no debugging in code")],
                "{word}"
            );
        }
    }

    #[test]
    fn home_folders_are_found_in_every_file() {
        for home in HOMES {
            for line in [format!("{home}me/project"), format!("see \"{home}x\"")] {
                let told = told(findings, "README.md", &line);
                assert_eq!(told, [(1, "no paths of one person's machine")], "{line}");
            }
            let inner = format!("https://example.org{home}x and ./a{home}x");
            assert_eq!(told(findings, "README.md", &inner), [], "{inner}");
        }
    }
}

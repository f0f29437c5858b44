//! nginx and Caddy let the same calls through, and keep the same headers back.

use std::collections::BTreeSet;

use super::{File, Finding};

/// Two files that say the same in two languages, what of a line says it, and what it is about.
struct Pair {
    nginx: &'static str,
    caddy: &'static str,
    said: fn(&str) -> Option<String>,
    rule: &'static str,
}

/// Headers that nginx keeps back without being told.
const KEPT_BY_NGINX: &str = "x-accel-*";

const PAIRS: [Pair; 2] = [
    Pair {
        nginx: "deploy/nginx/console.conf.template",
        caddy: "deploy/caddy/Caddyfile",
        said: call,
        rule: "nginx and Caddy let the same calls through",
    },
    Pair {
        nginx: "deploy/nginx/hidden-headers.conf",
        caddy: "deploy/caddy/hidden-headers.caddy",
        said: hidden_header,
        rule: "nginx and Caddy keep the same headers back",
    },
];

/// What one of the two files says and the other does not.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let named = |path: &str| files.iter().find(|file| file.path == path);
    let in_pair = |pair: &Pair| {
        let (Some(nginx), Some(caddy)) = (named(pair.nginx), named(pair.caddy)) else {
            return Vec::new();
        };
        let mut found = missing(pair, nginx, caddy);
        found.extend(missing(pair, caddy, nginx));
        found
    };
    PAIRS.iter().flat_map(in_pair).collect()
}

/// A finding for each thing that the first file says and the second does not.
fn missing(pair: &Pair, has: &File, lacks: &File) -> Vec<Finding> {
    let theirs: BTreeSet<String> = lacks.text.lines().filter_map(pair.said).collect();
    has.lines()
        .filter(|(_, line)| (pair.said)(line).is_some_and(|said| !theirs.contains(&said)))
        .map(|(line, _)| Finding {
            file: has.path.clone(),
            line,
            rule: pair.rule,
            remedy: format!("Say the same in {}.", lacks.path),
        })
        .collect()
}

/// The expression for a call, without the names that nginx gives to parts of it.
fn call(line: &str) -> Option<String> {
    let expression = line.trim().strip_prefix("\"~^")?.split('"').next()?;
    if !expression.contains(" /api/") {
        return None;
    }
    let Some((before, rest)) = expression.split_once("(?<") else {
        return Some(expression.to_owned());
    };
    let (_, path) = rest.split_once('>')?;
    Some(format!("{before}{}", path.replacen(") HTTP/", " HTTP/", 1)))
}

fn hidden_header(line: &str) -> Option<String> {
    let line = line.trim();
    let name =
        line.strip_prefix("proxy_hide_header ").or_else(|| line.strip_prefix("header_down -"));
    let name = name?.trim_end_matches(';').to_ascii_lowercase();
    (name != KEPT_BY_NGINX).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, findings};
    use crate::check::invariants::file::File;

    fn found(place: usize, nginx: &str, caddy: &str) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = [file(PAIRS[place].nginx, nginx), file(PAIRS[place].caddy, caddy)];
        findings(&files).into_iter().map(|finding| finding.file).collect()
    }

    #[test]
    fn a_call_that_only_one_of_them_has_is_found() {
        let nginx = r#"    "~^GET /api/ecs(?<csbs_a>/v1/[a-z]{1,64}(?:\?a=1)?) HTTP/1\.1$" "compute GET $a";"#;
        let caddy = r#"	"~^GET /api/ecs/v1/[a-z]{1,64}(?:\?a=1)? HTTP/1\.1$" compute"#;
        assert_eq!(found(0, nginx, caddy), [""; 0]);
        assert_eq!(found(0, nginx, ""), [PAIRS[0].nginx]);
        assert_eq!(found(0, "", caddy), [PAIRS[0].caddy]);
        let both = [PAIRS[0].nginx, PAIRS[0].caddy];
        assert_eq!(found(0, nginx, &caddy.replace("64", "65")), both);
    }

    #[test]
    fn a_header_that_only_one_of_them_keeps_back_is_found() {
        let nginx = "proxy_hide_header Set-Cookie;\nproxy_hide_header Via;\n";
        assert_eq!(
            found(1, nginx, "header_down -Via\nheader_down -set-cookie\nheader_down -X-Accel-*\n"),
            [""; 0]
        );
        assert_eq!(found(1, nginx, "header_down -Via\n"), [PAIRS[1].nginx]);
    }
}

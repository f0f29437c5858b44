//! The security headers as nginx and Caddy read them, written from the one source.
//!
//! Two parts of the policy differ from host to host: where the page may send requests, and who may
//! show it in a frame. They become variables, whose defaults are what the source says. And one file
//! differs from all others: the script of `<csbs-console>`, which pages of other origins may load.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use crate::project::Project;
use crate::step;

/// Where the headers are written down.
pub(crate) const SOURCE: &str = "deploy/security-headers.json";

const NGINX: &str = "deploy/nginx/security-headers.conf.template";
const NGINX_SHARED: &str = "deploy/nginx/shared-script.conf";
const CADDY: &str = "deploy/caddy/security-headers.caddy";
const CADDY_HIDDEN: &str = "deploy/caddy/hidden-security-headers.caddy";

const NOTE: &str = "# Written by `cargo xtask generate` from deploy/security-headers.json: change \
                    that file instead.\n";

/// Parts of the policy and their variables.
const VARIABLE: [(&str, &str, &str); 2] = [
    ("connect-src", "'self'", "CSBS_CONNECT_SRC"),
    ("frame-ancestors", "'none'", "CSBS_FRAME_ANCESTORS"),
];

/// The header that keeps a file from pages of other origins, and what it says of the one script that
/// is made for them. That script holds nothing that is not public.
const KEEPS: &str = "Cross-Origin-Resource-Policy";
const SHARED: (&str, &str) = ("/csbs-console-element.js", "cross-origin");

/// A file that is written from the source.
#[derive(Debug, PartialEq)]
pub(crate) struct Written {
    /// Its path in the project.
    pub(crate) path: &'static str,
    /// What is in it.
    pub(crate) text: String,
}

/// `cargo xtask generate`: writes the files anew.
pub(crate) fn write(project: &Project) -> Result<()> {
    for Written { path, text } in from_source(&project.shell.read_file(SOURCE)?)? {
        project.shell.write_file(path, text)?;
        step::say(&format!("{path} is written."));
    }
    Ok(())
}

/// The files as they should be.
pub(crate) fn from_source(source: &str) -> Result<[Written; 4]> {
    let headers: Map<String, Value> =
        serde_json::from_str(source).with_context(|| format!("{SOURCE} is not an object."))?;
    let mut nginx = String::from(NOTE);
    let mut hidden = String::new();
    let mut caddy = format!("{NOTE}header {{\n");
    // Caddy would send those of a service beside its own.
    let mut caddy_hidden = String::from(NOTE);
    for (name, value) in &headers {
        let value = value.as_str().with_context(|| format!("{name} in {SOURCE} is no text."))?;
        ensure!(
            !value.contains(['"', '$', '{', '}', '\\', '\n']),
            "{name} in {SOURCE} has a character that nginx and Caddy read as their own."
        );
        let for_nginx = if name == KEEPS {
            "$csbs_resource_policy".to_owned()
        } else {
            with_variables(value, |variable, _| format!("${{{variable}}}"))
        };
        nginx += &format!("add_header {name} \"{for_nginx}\" always;\n");
        hidden += &format!("proxy_hide_header {name};\n");
        let for_caddy =
            with_variables(value, |variable, default| format!("{{${variable}:{default}}}"));
        caddy += &format!("\t{name} \"{for_caddy}\"\n");
        caddy_hidden += &format!("header_down -{name}\n");
    }
    for (directive, default, _) in VARIABLE {
        let part = format!("{directive} {default}");
        ensure!(
            headers.values().any(|value| value.as_str().is_some_and(|text| text.contains(&part))),
            "The policy in {SOURCE} has no `{part}`, which hosts can change."
        );
    }
    let kept = headers.get(KEEPS).and_then(Value::as_str);
    let kept = kept.with_context(|| format!("{SOURCE} has no {KEEPS}."))?;
    let (script, shared) = SHARED;
    let map = format!(
        "{NOTE}map $uri $csbs_resource_policy {{\n    default \"{kept}\";\n    {script} \"{shared}\";\n}}\n"
    );
    caddy += &format!("}}\nheader {script} {KEEPS} \"{shared}\"\n");
    Ok([
        Written { path: NGINX, text: nginx + &hidden },
        Written { path: NGINX_SHARED, text: map },
        Written { path: CADDY, text: caddy },
        Written { path: CADDY_HIDDEN, text: caddy_hidden },
    ])
}

fn with_variables(value: &str, written: impl Fn(&str, &str) -> String) -> String {
    VARIABLE.iter().fold(value.to_owned(), |value, (directive, default, variable)| {
        value.replace(
            &format!("{directive} {default}"),
            &format!("{directive} {}", written(variable, default)),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::from_source;

    const POLICY: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

    fn written(policy: &str) -> Option<[String; 4]> {
        let source = format!(
            r#"{{"Content-Security-Policy":"{policy}","Cross-Origin-Resource-Policy":"none","X-One":"a"}}"#
        );
        from_source(&source).ok().map(|files| files.map(|file| file.text))
    }

    #[test]
    fn both_servers_send_each_header_and_take_it_out_of_a_services_answer() {
        let [nginx, _, caddy, caddy_hidden] = written(POLICY).expect("files");
        assert!(nginx.contains("\nadd_header X-One \"a\" always;\n"), "{nginx}");
        assert!(nginx.contains("\nproxy_hide_header X-One;\n"), "{nginx}");
        assert!(caddy.contains("\n\tX-One \"a\"\n"), "{caddy}");
        assert!(caddy_hidden.contains("\nheader_down -X-One\n"), "{caddy_hidden}");
    }

    #[test]
    fn one_script_is_for_pages_of_other_origins() {
        let [nginx, shared, caddy, _] = written(POLICY).expect("files");
        let variable =
            "\nadd_header Cross-Origin-Resource-Policy \"$csbs_resource_policy\" always;\n";
        assert!(nginx.contains(variable), "{nginx}");
        let lines = "    default \"none\";\n    /csbs-console-element.js \"cross-origin\";\n";
        assert!(shared.contains(lines), "{shared}");
        let (all, one) = caddy.split_once("}\n").expect("a block, and what differs");
        assert!(all.contains("\tCross-Origin-Resource-Policy \"none\"\n"), "{all}");
        assert_eq!(
            one,
            "header /csbs-console-element.js Cross-Origin-Resource-Policy \"cross-origin\"\n"
        );
    }

    #[test]
    fn two_parts_of_the_policy_are_variables() {
        let [nginx, _, caddy, _] = written(POLICY).expect("files");
        assert!(
            nginx.contains(
                "\"default-src 'none'; connect-src ${CSBS_CONNECT_SRC}; \
                 frame-ancestors ${CSBS_FRAME_ANCESTORS}\""
            ),
            "{nginx}"
        );
        assert!(
            caddy.contains(
                "\"default-src 'none'; connect-src {$CSBS_CONNECT_SRC:'self'}; \
                 frame-ancestors {$CSBS_FRAME_ANCESTORS:'none'}\""
            ),
            "{caddy}"
        );
    }

    #[test]
    fn what_the_servers_would_read_otherwise_is_refused() {
        assert_eq!(written("default-src 'self'"), None, "nothing that hosts can change");
        assert_eq!(written(&format!("{POLICY}; img-src $host")), None, "a variable of nginx");
    }
}

//! The content security policy in the page itself, for hosts that send no headers of their own.

use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::project::Project;

/// The one source of the headers, which every server of this project sends.
const SOURCE: &str = "deploy/security-headers.json";

/// The address of a proxy on another server that the page may call: scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (scheme, host) = text.split_once("://").unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let is_local = matches!(name, "localhost" | "127.0.0.1" | "[::1]")
            || matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let is_host = !host.is_empty()
            && host.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte)
            });
        if is_host && (scheme == "https" || (scheme == "http" && is_local)) {
            Ok(Self(text.to_owned()))
        } else {
            Err("write https:// and the host, and the port if it has one of its own, such as \
                 https://proxy.example:8443, in lower case, without a path; http:// is for \
                 localhost only"
                .to_owned())
        }
    }
}

/// Puts the policy into the page, before anything that it governs.
pub(super) fn into_page(project: &Project, page: &str, proxies: &[Origin]) -> Result<String> {
    let headers: Value = serde_json::from_str(&project.shell.read_file(SOURCE)?)
        .with_context(|| format!("{SOURCE} is not JSON."))?;
    let policy = headers["Content-Security-Policy"]
        .as_str()
        .with_context(|| format!("{SOURCE} has no Content-Security-Policy."))?;
    const FIRST: &str = r#"<meta charset="utf-8" />"#;
    ensure!(page.contains(FIRST), "index.html does not begin with {FIRST}.");
    let meta = format!(
        r#"{FIRST}
    <meta http-equiv="Content-Security-Policy" content="{}" />"#,
        for_page(policy, proxies)
    );
    Ok(page.replacen(FIRST, &meta, 1))
}

/// The policy as a page can have it: who may frame it, only a header can say. The page's own server
/// and these proxies may be called.
fn for_page(policy: &str, proxies: &[Origin]) -> String {
    let directive = |directive: &str| match directive.split_whitespace().next() {
        Some("frame-ancestors") => None,
        Some("connect-src") => {
            let others = proxies.iter().map(|Origin(origin)| format!(" {origin}"));
            Some(directive.to_owned() + &others.collect::<String>())
        }
        _ => Some(directive.to_owned()),
    };
    policy.split("; ").filter_map(directive).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Origin, for_page};

    #[test]
    fn the_page_may_call_its_own_server_and_the_proxies_and_says_nothing_about_frames() {
        let policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; a b";
        assert_eq!(for_page(policy, &[]), "default-src 'none'; connect-src 'self'; a b");
        let proxies = ["https://a.example", "http://localhost:81"].map(str::parse);
        let proxies: Vec<Origin> = proxies.into_iter().map(|origin| origin.expect("one")).collect();
        assert_eq!(
            for_page("connect-src 'self'", &proxies),
            "connect-src 'self' https://a.example http://localhost:81"
        );
    }

    #[test]
    fn a_proxy_is_a_host_reached_over_https() {
        for good in ["https://proxy.example", "https://p.example:8443", "http://127.0.0.1:8081"] {
            assert!(good.parse::<Origin>().is_ok(), "{good}");
        }
        let bad = [
            "proxy.example",
            "http://proxy.example",
            "https://proxy.example/",
            "https://*",
            "https://a.example; script-src *",
            "https://user@a.example",
            "'unsafe-inline'",
            "",
        ];
        for bad in bad {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}

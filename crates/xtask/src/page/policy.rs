//! The content security policy in the page itself, for hosts that send no headers of their own.

use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::project::Project;
use crate::server_headers::SOURCE;

/// The header that a page can have as well.
const POLICY: &str = "Content-Security-Policy";

/// The address of a proxy on another server that the page may call: scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl Origin {
    /// The origin as it was given, and as it stands in the policy.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (scheme, host) = text.split_once("://").unwrap_or_default();
        // The colons within brackets are those of an IPv6 address.
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !host.ends_with(']') => (name, Some(port)),
            _ => (host, None),
        };
        let is_local = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        let is_host = is_local
            || name.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte)
            });
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
        if is_host
            && is_port
            && !name.is_empty()
            && (scheme == "https" || (scheme == "http" && is_local))
        {
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
    let headers = headers(project)?;
    let policy = text(&headers, POLICY)?;
    const FIRST: &str = r#"<meta charset="utf-8" />"#;
    ensure!(page.contains(FIRST), "index.html does not begin with {FIRST}.");
    let meta = format!(
        r#"{FIRST}
    <meta http-equiv="{POLICY}" content="{}" />
    <meta name="referrer" content="{}" />"#,
        for_page(policy, proxies),
        text(&headers, "Referrer-Policy")?
    );
    Ok(page.replacen(FIRST, &meta, 1))
}

/// All headers as the servers of this build have to send them, as JSON.
pub(super) fn for_servers(project: &Project, proxies: &[Origin]) -> Result<String> {
    let mut headers = headers(project)?;
    headers[POLICY] = with_proxies(text(&headers, POLICY)?, proxies).into();
    Ok(serde_json::to_string_pretty(&headers)? + "\n")
}

fn headers(project: &Project) -> Result<Value> {
    let source = project.shell.read_file(SOURCE)?;
    serde_json::from_str(&source).with_context(|| format!("{SOURCE} is not JSON."))
}

fn text<'a>(headers: &'a Value, name: &str) -> Result<&'a str> {
    headers[name].as_str().with_context(|| format!("{SOURCE} has no {name}."))
}

/// The policy as a page can have it: who may frame it, only a header can say. The page's own server
/// and these proxies may be called.
fn for_page(policy: &str, proxies: &[Origin]) -> String {
    let policy = with_proxies(policy, proxies);
    let of_page = |directive: &&str| !directive.starts_with("frame-ancestors ");
    policy.split("; ").filter(of_page).collect::<Vec<_>>().join("; ")
}

/// The policy with these proxies among what may be called.
fn with_proxies(policy: &str, proxies: &[Origin]) -> String {
    let directive = |directive: &str| match directive.split_whitespace().next() {
        Some("connect-src") => {
            let others = proxies.iter().map(|Origin(origin)| format!(" {origin}"));
            directive.to_owned() + &others.collect::<String>()
        }
        _ => directive.to_owned(),
    };
    policy.split("; ").map(directive).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Origin, for_page, with_proxies};

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
        assert_eq!(
            with_proxies(policy, &proxies[..1]),
            "default-src 'none'; connect-src 'self' https://a.example; frame-ancestors 'none'; a b"
        );
    }

    #[test]
    fn a_proxy_is_a_host_reached_over_https() {
        for good in [
            "https://proxy.example",
            "https://p.example:8443",
            "http://127.0.0.1:8081",
            "http://[::1]:8081",
            "http://[::1]",
        ] {
            assert!(good.parse::<Origin>().is_ok(), "{good}");
        }
        let bad = [
            "proxy.example",
            "http://proxy.example",
            "https://proxy.example/",
            "https://*",
            "https://:443",
            "https://a.example:port",
            "https://a.example:8443:1",
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

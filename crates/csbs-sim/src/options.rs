//! What can be set when a simulator is made: the library's side of the command line.

use std::{fmt, path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use axum::http::{HeaderValue, Uri};

use crate::clock::{Clock, SystemClock};

/// What a simulator serves, and how fast it is.
#[derive(Clone)]
pub struct Options {
    /// The path under which the backup service answers.
    pub base_path: BasePath,
    /// The path under which the identity service answers, besides the root.
    pub identity_path: BasePath,
    /// The path under which the compute service answers.
    pub compute_path: BasePath,
    /// The folder of the built page; none: only the API is served.
    pub site: Option<PathBuf>,
    /// The origins whose pages may call the API from a browser. When empty, no browser of another
    /// origin can, as with the real service.
    pub allowed_origins: Vec<Origin>,
    /// The origins of the portals that may show the page in a frame. When empty, none may.
    pub portals: Vec<Origin>,
    /// How long every answer of the API is held back.
    pub delay: Duration,
    /// How many requests the API takes in a second; none: any number.
    pub rate_limit: Option<u32>,
    /// How long a token that was given out is accepted.
    pub token_lifetime: Duration,
    /// How many servers a project has, unless it is a particular one.
    pub servers: usize,
    /// How long a backup takes until it is available.
    pub backup_duration: Duration,
    /// How long the page waits for an answer; written to its `/config.json` in whole seconds.
    pub page_timeout: Duration,
    /// The clock behind the times of the answers and the progress of the backups.
    pub clock: Arc<dyn Clock>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base_path: BasePath::default(),
            identity_path: BasePath("/api/iam".to_owned()),
            compute_path: BasePath("/api/ecs".to_owned()),
            site: None,
            allowed_origins: Vec::new(),
            portals: Vec::new(),
            delay: Duration::ZERO,
            rate_limit: None,
            token_lifetime: Duration::from_secs(24 * 60 * 60),
            servers: 12,
            backup_duration: Duration::from_secs(20),
            page_timeout: Duration::from_secs(60),
            clock: Arc::new(SystemClock),
        }
    }
}

/// The path under which a service answers: `/` and one or more names, such as `/api/csbs`, without
/// a closing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    /// The path as text, such as `/api/csbs`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BasePath {
    fn default() -> Self {
        Self("/api/csbs".to_owned())
    }
}

impl FromStr for BasePath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_name = |name: &str| {
            !name.is_empty()
                && !matches!(name, "." | "..")
                && name.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
        };
        match text.strip_prefix('/') {
            Some(names) if names.split('/').all(is_name) => Ok(Self(text.to_owned())),
            _ => Err("write it like /api/csbs: a slash before each name and none at the end, \
                      names of letters, digits and - . _ ~"
                .to_owned()),
        }
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The origin of a page: scheme, host and, unless it is the scheme's own, port, exactly as a
/// browser sends it in the `Origin` header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(HeaderValue);

impl Origin {
    /// The origin as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // It was made of a text.
        self.0.to_str().unwrap_or_default()
    }

    /// The origin as a header value.
    pub(crate) fn header_value(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rule = || {
            "write scheme, host and port only, such as http://127.0.0.1:8080, \
             without a path or a closing slash, in lower case"
                .to_owned()
        };
        let uri: Uri = text.parse().map_err(|_| rule())?;
        let rebuilt = match (uri.scheme_str(), uri.authority()) {
            (Some(scheme @ ("http" | "https")), Some(authority)) => {
                format!("{scheme}://{}", authority.as_str().to_ascii_lowercase())
            }
            _ => return Err(rule()),
        };
        if rebuilt != text || text.contains('@') {
            return Err(rule());
        }
        HeaderValue::from_str(text).map(Self).map_err(|_| rule())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_is_a_slash_before_each_name() {
        for good in ["/api/csbs", "/a", "/api/v1.0/csbs_x-y~z"] {
            assert_eq!(good.parse::<BasePath>().unwrap().as_str(), good);
        }
        for bad in ["", "/", "api", "/api/", "/api//csbs", "/{a}", "/a b", "/a?b", "/../a"] {
            assert!(bad.parse::<BasePath>().is_err(), "{bad:?} was accepted");
        }
    }

    #[test]
    fn an_origin_is_exactly_what_a_browser_sends() {
        for good in ["http://127.0.0.1:8080", "https://console.example", "http://[::1]:8080"] {
            assert_eq!(good.parse::<Origin>().unwrap().header_value(), good);
        }
        let bad = [
            "",
            "*",
            "null",
            "127.0.0.1:8080",
            "http://127.0.0.1:8080/",
            "http://console.example/page",
            "http://Console.example",
            "http://user@console.example",
            "ftp://console.example",
        ];
        for bad in bad {
            assert!(bad.parse::<Origin>().is_err(), "{bad:?} was accepted");
        }
    }
}

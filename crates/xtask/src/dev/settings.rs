//! Trunk's settings while developing: those of `Trunk.toml`, plus a proxy and security headers.
//!
//! Trunk puts a script into the page that reloads it after a build. The content security policy
//! must let that one script run and loosen nothing else: Trunk marks it with a nonce, which is new
//! for every answer, and only `script-src` is extended by it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use toml::{Table, Value as Toml};

/// What Trunk replaces by the nonce of the answer.
const NONCE: &str = "'nonce-{{NONCE}}'";

const POLICY: &str = "Content-Security-Policy";

/// What the page is built of: Trunk rebuilds when one of these changes.
const WATCHED: [&str; 13] = [
    "Cargo.toml",
    "build.rs",
    "config.json",
    "crates/csbs/Cargo.toml",
    "crates/csbs/src",
    "crates/csbs-icons/src",
    "crates/csbs-theme/src",
    "crates/locales/src",
    "crates/no-streams/src",
    "index.html",
    "locales",
    "src",
    "style",
];

/// Where the simulator answers for the services beside the one that is in `config.json`.
const NEIGHBOURS: [&str; 2] = ["/api/iam", "/api/ecs"];

/// Who answers the page's calls.
pub(super) enum Backend {
    /// The simulator on a port of this machine. It brings its own settings for the page.
    Simulator {
        /// The port it listens on.
        port: u16,
    },
    /// A real service, or a proxy to it, at this address.
    Service(String),
}

/// What the settings are made of.
pub(super) struct Settings {
    /// The text of `Trunk.toml`.
    pub(super) trunk: String,
    /// The text of `deploy/security-headers.json`.
    pub(super) headers: String,
    /// The text of the page's `config.json`.
    pub(super) page_config: String,
    /// The project's folder.
    pub(super) root: PathBuf,
    /// Where to build to, so that `dist/` stays the release.
    pub(super) dist: PathBuf,
    /// Who answers the page's calls.
    pub(super) backend: Backend,
}

impl Settings {
    /// The settings as Trunk reads them. Paths in them are absolute, so the file can be anywhere.
    pub(super) fn to_toml(&self) -> Result<String> {
        let mut settings: Table =
            self.trunk.parse().context("Trunk.toml is not TOML. Correct it.")?;
        let build = table(&mut settings, "build")?;
        build.insert("target".to_owned(), path(&self.root.join("index.html")));
        build.insert("dist".to_owned(), path(&self.dist));
        build.insert("create_nonce".to_owned(), true.into());
        let watched = WATCHED.iter().map(|part| self.root.join(part)).filter(|path| path.exists());
        let watched = watched.map(|part| path(&part)).collect();
        table(&mut settings, "watch")?.insert("watch".to_owned(), Toml::Array(watched));
        self.add_headers(table(&mut settings, "serve")?)?;
        settings.insert("proxies".to_owned(), Toml::Array(self.proxies()?));
        Ok(settings.to_string())
    }

    fn add_headers(&self, serve: &mut Table) -> Result<()> {
        let headers: Table = serde_json::from_str(&self.headers)
            .context("deploy/security-headers.json is not an object of texts. Correct it.")?;
        let policy = headers
            .get(POLICY)
            .and_then(Toml::as_str)
            .with_context(|| format!("deploy/security-headers.json has no {POLICY}. Add it."))?;
        let csp = with_nonce(policy)?;
        serve.insert("csp".to_owned(), Toml::Array(vec![text(&csp)]));
        serve.insert("headers".to_owned(), Toml::Table(headers));
        // A missing file is a 404, as when hosted, and not the page once more.
        serve.insert("no_spa".to_owned(), true.into());
        Ok(())
    }

    fn proxies(&self) -> Result<Vec<Toml>> {
        let config: Value = serde_json::from_str(&self.page_config)
            .context("config.json is not JSON. Correct it.")?;
        let path = config["backup_address"].as_str().filter(|address| address.starts_with('/'));
        let path = path.context(
            "The backup_address in config.json is no path, so nothing can be put behind it. \
             Make it one, such as \"/api/csbs\".",
        )?;
        Ok(match &self.backend {
            Backend::Simulator { port } => ["/config.json", path]
                .iter()
                .chain(&NEIGHBOURS)
                .map(|path| proxy(path, &format!("http://127.0.0.1:{port}{path}")))
                .collect(),
            Backend::Service(url) => vec![proxy(path, url)],
        })
    }
}

/// A path of the page's origin, answered by another one.
///
/// To the service the proxy is the caller, so the page's origin is not passed on; and a redirect
/// goes back to the page, so that the token never follows one to another host.
fn proxy(path: &str, backend: &str) -> Toml {
    let mut request_headers = Table::new();
    request_headers.insert("origin".to_owned(), text(""));
    let mut proxy = Table::new();
    proxy.insert("rewrite".to_owned(), text(path));
    proxy.insert("backend".to_owned(), text(backend));
    proxy.insert("no_redirect".to_owned(), true.into());
    proxy.insert("request_headers".to_owned(), Toml::Table(request_headers));
    Toml::Table(proxy)
}

/// The policy, with scripts that carry the nonce allowed as well.
fn with_nonce(policy: &str) -> Result<String> {
    let mut directives: Vec<String> =
        policy.split(';').map(|directive| directive.trim().to_owned()).collect();
    let Some(scripts) =
        directives.iter_mut().find(|directive| directive.starts_with("script-src "))
    else {
        bail!("The content security policy has no script-src to extend for developing. Add it.");
    };
    scripts.push(' ');
    scripts.push_str(NONCE);
    Ok(directives.join("; "))
}

fn table<'a>(settings: &'a mut Table, name: &str) -> Result<&'a mut Table> {
    settings
        .entry(name)
        .or_insert_with(|| Toml::Table(Table::new()))
        .as_table_mut()
        .with_context(|| format!("[{name}] in Trunk.toml is not a table. Correct it."))
}

fn path(path: &Path) -> Toml {
    text(&path.to_string_lossy())
}

fn text(text: &str) -> Toml {
    Toml::String(text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use toml::Table;

    use super::{Backend, Settings, WATCHED, with_nonce};

    fn made(backend: Backend) -> Table {
        let settings = Settings {
            trunk: include_str!("../../../../Trunk.toml").to_owned(),
            headers: include_str!("../../../../deploy/security-headers.json").to_owned(),
            page_config: r#"{ "backup_address": "/api/csbs" }"#.to_owned(),
            root: PathBuf::from("/project"),
            dist: PathBuf::from("/project/target/xtask/dev/dist"),
            backend,
        };
        settings.to_toml().expect("settings").parse().expect("TOML")
    }

    #[test]
    fn every_crate_that_the_page_is_built_of_is_watched() {
        let manifest = include_str!("../../../../Cargo.toml");
        let crates: Vec<&str> =
            manifest.split("path = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(crates.contains(&"crates/csbs"), "{crates:?}");
        for path in crates {
            assert!(WATCHED.contains(&format!("{path}/src").as_str()), "{path}");
        }
    }

    #[test]
    fn only_scripts_are_allowed_more_than_when_hosted() {
        let hosted = "default-src 'none'; script-src 'self'; style-src 'self'";
        assert_eq!(
            with_nonce(hosted).expect("a policy"),
            "default-src 'none'; script-src 'self' 'nonce-{{NONCE}}'; style-src 'self'"
        );
        assert!(with_nonce("default-src 'self'").is_err());
    }

    #[test]
    fn every_header_of_the_hosted_page_is_sent_and_the_release_folder_is_left_alone() {
        let settings = made(Backend::Simulator { port: 1 });
        let serve = &settings["serve"];
        for header in ["X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy"] {
            assert!(serve["headers"].get(header).is_some(), "{header}");
        }
        assert!(serve["csp"][0].as_str().is_some_and(|csp| csp.contains("'nonce-{{NONCE}}'")));
        assert_eq!(settings["build"]["create_nonce"].as_bool(), Some(true));
        assert_eq!(settings["build"]["dist"].as_str(), Some("/project/target/xtask/dev/dist"));
        assert_eq!(settings["tools"]["wasm_bindgen"].as_str(), Some(crate::pins::WASM_BINDGEN));
    }

    #[test]
    fn the_simulator_answers_the_calls_and_brings_the_settings_of_the_page() {
        let settings = made(Backend::Simulator { port: 4711 });
        let proxies = settings["proxies"].as_array().expect("proxies");
        let paths: Vec<_> = proxies
            .iter()
            .map(|proxy| (proxy["rewrite"].as_str(), proxy["backend"].as_str()))
            .collect();
        assert_eq!(
            paths,
            [
                (Some("/config.json"), Some("http://127.0.0.1:4711/config.json")),
                (Some("/api/csbs"), Some("http://127.0.0.1:4711/api/csbs")),
                (Some("/api/iam"), Some("http://127.0.0.1:4711/api/iam")),
                (Some("/api/ecs"), Some("http://127.0.0.1:4711/api/ecs")),
            ]
        );
    }

    #[test]
    fn a_real_service_answers_the_calls_only_and_redirects_are_not_followed() {
        let settings = made(Backend::Service("https://csbs.example".to_owned()));
        let proxies = settings["proxies"].as_array().expect("proxies");
        assert_eq!(proxies.len(), 1);
        assert_eq!(proxies[0]["backend"].as_str(), Some("https://csbs.example"));
        assert_eq!(proxies[0]["no_redirect"].as_bool(), Some(true));
        assert_eq!(proxies[0]["request_headers"]["origin"].as_str(), Some(""));
    }
}

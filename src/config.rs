//! What the operator set: `config.json` beside the page.
//!
//! Reading is strict and pure. An operator who mistypes a key learns which one, what it holds and
//! what it must hold; the page never guesses an address that a token would be sent to.

mod load;
mod ways;

use csbs::json::{Json, JsonKind, Object};

pub use load::load;
pub use ways::Way;

/// The settings of one deployment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The path that the proxy serves the Cloud Server Backup Service under, without a slash at
    /// its end, such as `/api/csbs`.
    pub base_path: String,
    /// The path that the proxy serves the service for signing in (IAM) under, such as `/api/iam`.
    /// Without it nobody can sign in with a password here.
    pub identity_path: Option<String>,
    /// The path that the proxy serves the Elastic Cloud Server service under, such as `/api/ecs`.
    /// Without it there is no list of servers to choose from.
    pub compute_path: Option<String>,
    /// The ways to sign in that are offered, the first one chosen beforehand; never empty.
    pub sign_in: Vec<Way>,
    /// How long an answer is waited for, in seconds.
    pub timeout_seconds: u32,
    /// Values that the simulator offers to try the page with. A real deployment has none.
    pub demo: Option<Demo>,
}

/// Values that are known to work with the simulator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// The simulator's token. It opens nothing but the simulator.
    pub token: String,
    /// The project of the API page's example.
    pub project_id: String,
    /// The server of the API page's example.
    pub resource_id: String,
}

/// Why `config.json` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigProblem {
    /// The file could not be fetched at all.
    Unreachable,
    /// The host answered with another status than 200.
    Status(u16),
    /// The file is larger than [`MAX_BYTES`].
    TooLarge,
    /// The text is not JSON. Line and column count from 1.
    Syntax {
        /// The line of the mistake.
        line: usize,
        /// The column of the mistake.
        column: usize,
    },
    /// The text is JSON, but not an object.
    NotAnObject,
    /// A key that has to be there is not.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// A key has a value that it cannot have.
    Wrong {
        /// The key.
        key: &'static str,
        /// The value as it stands in the file, as JSON.
        value: String,
    },
    /// A key that the console does not know, perhaps a misspelt one.
    UnknownKey {
        /// The key as it stands in the file.
        key: String,
    },
}

/// The keys that `config.json` may have.
pub const KEYS: [&str; 6] =
    ["base_path", "identity_path", "compute_path", "sign_in", "timeout_seconds", "demo"];

/// How large `config.json` may be, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

const TIMEOUT_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;
const DEFAULT_TIMEOUT_SECONDS: u32 = 60;

impl Config {
    /// Reads the text of `config.json`.
    ///
    /// # Errors
    ///
    /// The first [`ConfigProblem`] found: syntax, then unknown keys, then each key in the order of
    /// [`KEYS`].
    pub fn parse(text: &str) -> Result<Self, ConfigProblem> {
        let json = Json::parse(text).map_err(|mistake| ConfigProblem::Syntax {
            line: mistake.line,
            column: mistake.column,
        })?;
        let object = json.object().ok_or(ConfigProblem::NotAnObject)?;
        if let Some((key, _)) = object.entries().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return Err(ConfigProblem::UnknownKey { key });
        }
        let identity_path = optional_path(&object, "identity_path")?;
        Ok(Self {
            base_path: base_path(&object)?,
            compute_path: optional_path(&object, "compute_path")?,
            sign_in: ways::read(&object, identity_path.is_some())?,
            identity_path,
            timeout_seconds: timeout_seconds(&object)?,
            demo: object.get("demo").map(demo).transpose()?,
        })
    }
}

fn base_path(object: &Object<'_>) -> Result<String, ConfigProblem> {
    let value = object.get("base_path").ok_or(ConfigProblem::Missing { key: "base_path" })?;
    string(value).filter(|path| is_base_path(path)).ok_or_else(|| wrong("base_path", value))
}

fn optional_path(object: &Object<'_>, key: &'static str) -> Result<Option<String>, ConfigProblem> {
    let Some(value) = object.get(key) else {
        return Ok(None);
    };
    let path = string(value).filter(|path| is_base_path(path));
    path.map(Some).ok_or_else(|| wrong(key, value))
}

/// A path on the page's own origin: `//host` would name another one, and `?`, `#`, `\`, `%` or
/// dot segments would make the address that is shown differ from the one that is used.
fn is_base_path(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|segment| {
            !segment.is_empty()
                && segment != "."
                && segment != ".."
                && segment
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'))
        })
    })
}

fn timeout_seconds(object: &Object<'_>) -> Result<u32, ConfigProblem> {
    let Some(value) = object.get("timeout_seconds") else {
        return Ok(DEFAULT_TIMEOUT_SECONDS);
    };
    // The JSON of a whole number is written as Rust reads it; a fraction or a text is not.
    let seconds = value.as_str().parse().ok();
    seconds
        .filter(|seconds| TIMEOUT_SECONDS.contains(seconds))
        .ok_or_else(|| wrong("timeout_seconds", value))
}

fn demo(value: Json<'_>) -> Result<Demo, ConfigProblem> {
    let object = value.object();
    let text = |key| object.as_ref()?.get(key).and_then(string);
    match (text("token"), text("project_id"), text("resource_id")) {
        (Some(token), Some(project_id), Some(resource_id)) => {
            Ok(Demo { token, project_id, resource_id })
        }
        _ => Err(wrong("demo", value)),
    }
}

fn string(value: Json<'_>) -> Option<String> {
    if value.kind() == JsonKind::Text { value.text() } else { None }
}

fn wrong(key: &'static str, value: Json<'_>) -> ConfigProblem {
    ConfigProblem::Wrong { key, value: value.as_str().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deployed_file_reads() {
        let config = Config::parse(include_str!("../config.json")).unwrap();
        assert_eq!(config.base_path, "/api/csbs");
        assert_eq!(config.timeout_seconds, 60);
        assert_eq!(config.demo, None);
    }

    #[test]
    fn the_simulators_file_offers_its_demo_values() {
        let config = Config::parse(
            r#"{"base_path":"/api/csbs","compute_path":"/api/ecs","demo":{"token":"t","project_id":"p","resource_id":"r"}}"#,
        )
        .unwrap();
        assert_eq!(config.compute_path.as_deref(), Some("/api/ecs"));
        assert_eq!(config.demo.unwrap().project_id, "p");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |key, value: &str| ConfigProblem::Wrong { key, value: value.into() };
        let table = [
            ("", ConfigProblem::Syntax { line: 1, column: 1 }),
            ("{\n  oops", ConfigProblem::Syntax { line: 2, column: 3 }),
            ("[]", ConfigProblem::NotAnObject),
            ("{}", ConfigProblem::Missing { key: "base_path" }),
            (r#"{"base_path":7}"#, wrong("base_path", "7")),
            (r#"{"base_path":"api"}"#, wrong("base_path", r#""api""#)),
            (r#"{"base_path":"/api/"}"#, wrong("base_path", r#""/api/""#)),
            (r#"{"base_path":"//evil.example"}"#, wrong("base_path", r#""//evil.example""#)),
            (r#"{"base_path":"/a/../b"}"#, wrong("base_path", r#""/a/../b""#)),
            (r#"{"base_path":"/a?b"}"#, wrong("base_path", r#""/a?b""#)),
            (r#"{"base_path":"/a","identity_path":"/b/"}"#, wrong("identity_path", r#""/b/""#)),
            (r#"{"base_path":"/a","compute_path":7}"#, wrong("compute_path", "7")),
            (r#"{"base_path":"/a","timeout_seconds":4}"#, wrong("timeout_seconds", "4")),
            (r#"{"base_path":"/a","timeout_seconds":"60"}"#, wrong("timeout_seconds", r#""60""#)),
            (r#"{"base_path":"/a","demo":true}"#, wrong("demo", "true")),
            (
                r#"{"base_path":"/a","timout":5}"#,
                ConfigProblem::UnknownKey { key: "timout".into() },
            ),
        ];
        for (text, problem) in table {
            assert_eq!(Config::parse(text), Err(problem), "{text}");
        }
    }
}

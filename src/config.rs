//! What the operator set: `config.json` beside the page.
//!
//! Reading is strict and pure. An operator who mistypes a key learns which one, what it holds and
//! what it must hold; the page never guesses an address that a token would be sent to.

mod address;
mod addresses;
mod brand;
#[cfg(test)]
mod corpus;
mod portals;
mod problem;
mod secret;
mod ways;

use csbs::json::{Json, JsonKind, Object};
use csbs_theme::Brand;

pub use address::{Address, AddressFault, Proxy};
pub use portals::MAX_PORTALS;
pub use problem::ConfigProblem;
pub use ways::Way;

/// The settings of one deployment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where the Cloud Server Backup Service is reached.
    pub backup_address: Address,
    /// Where the service for signing in (IAM) is reached. Without it nobody can sign in with a
    /// password here.
    pub identity_address: Option<Address>,
    /// Where the Elastic Cloud Server service is reached. Without it there is no list of servers to
    /// choose from.
    pub compute_address: Option<Address>,
    /// The ways to sign in that are offered, the first one chosen beforehand; never empty.
    pub sign_in: Vec<Way>,
    /// How long an answer is waited for, in seconds.
    pub timeout_seconds: u32,
    /// Values that the simulator offers to try the page with. A real deployment has none.
    pub demo: Option<Demo>,
    /// What the page looks like, if not as it comes.
    pub brand: Option<Brand>,
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

/// The keys that `config.json` may have. `$schema` is for editors: it leads to the description of
/// the file, and the console does not look at it.
pub const KEYS: [&str; 10] = [
    "backup_address",
    "identity_address",
    "compute_address",
    "proxy",
    "sign_in",
    "timeout_seconds",
    "portals",
    "demo",
    "brand",
    "$schema",
];

/// How large `config.json` may be, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

const TIMEOUT_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;
const DEFAULT_TIMEOUT_SECONDS: u32 = 60;

impl Config {
    /// Reads the text of `config.json` for a page of this origin, such as `https://console.example`.
    ///
    /// # Errors
    ///
    /// The first [`ConfigProblem`] found: syntax, then unknown keys, then each key, the proxy first
    /// and the brand last.
    pub fn parse(text: &str, page: &str) -> Result<Self, ConfigProblem> {
        Self::parse_with_portals(text, page).map(|(config, _)| config)
    }

    /// The same for a deployment that has nothing but paths on the page's own server, as most have;
    /// `None` for all others. What they need more is not in the first file of the program.
    #[must_use]
    pub fn with_own_paths(text: &str) -> Option<Self> {
        Self::parse_with(text, "", own_paths).ok()
    }

    fn parse_with(text: &str, page: &str, read: ReadAddresses) -> Result<Self, ConfigProblem> {
        let json = Json::parse(text).map_err(|mistake| ConfigProblem::Syntax {
            line: mistake.line,
            column: mistake.column,
        })?;
        let object = json.object().ok_or(ConfigProblem::NotAnObject)?;
        let [backup, identity_address, compute_address] = read(&object, page)?;
        Ok(Self {
            backup_address: backup.ok_or(ConfigProblem::Missing { key: ADDRESSES[0] })?,
            compute_address,
            sign_in: ways::read(&object, identity_address.is_some())?,
            identity_address,
            timeout_seconds: timeout_seconds(&object)?,
            demo: object.get("demo").map(demo).transpose()?,
            brand: None,
        })
    }

    /// Every server but the page's own that tokens and passwords are sent to, each once.
    #[must_use]
    pub fn other_hosts(&self, page: &str) -> Vec<&str> {
        let mut hosts = Vec::new();
        for host in self.addresses().filter_map(|address| address.other_host(page)) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }

    /// The addresses of all services that are set.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        let others = [&self.identity_address, &self.compute_address];
        std::iter::once(&self.backup_address).chain(others.into_iter().flatten())
    }
}

/// Reads the addresses of the three services, in the order of [`ADDRESSES`], for a page of this
/// origin.
type ReadAddresses = fn(&Object<'_>, &str) -> Result<[Option<Address>; 3], ConfigProblem>;

/// The keys that have the address of a service.
const ADDRESSES: [&str; 3] = ["backup_address", "identity_address", "compute_address"];

/// The addresses of a deployment that has only paths. What is wrong with any other is said by who
/// reads it thoroughly.
fn own_paths(object: &Object<'_>, _: &str) -> Result<[Option<Address>; 3], ConfigProblem> {
    let is_rare = |key: &str| matches!(key, "proxy" | "portals" | "brand");
    let is_known = |key: &str| KEYS.contains(&key) && !is_rare(key);
    if !object.entries().all(|(key, _)| is_known(&key)) {
        return Err(ConfigProblem::NotAnObject);
    }
    let mut read = [None, None, None];
    for (place, key) in read.iter_mut().zip(ADDRESSES) {
        if let Some(value) = object.get(key) {
            let path = string(value).and_then(Address::of_path);
            *place = Some(path.ok_or(ConfigProblem::NotAnObject)?);
        }
    }
    Ok(read)
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

    const PAGE: &str = "https://console.example";

    #[test]
    fn the_deployed_file_reads() {
        let config = Config::parse(include_str!("../config.json"), PAGE).unwrap();
        assert_eq!(config.backup_address.url("/v1"), "/api/csbs/v1");
        assert_eq!(config.timeout_seconds, 60);
        assert_eq!(config.demo, None);
    }

    #[test]
    fn the_simulators_file_offers_its_demo_values() {
        let config = Config::parse(
            r#"{"backup_address":"/api/csbs","compute_address":"/api/ecs","demo":{"token":"t","project_id":"p","resource_id":"r"}}"#,
            PAGE,
        )
        .unwrap();
        assert_eq!(config.compute_address.unwrap().url("/v1"), "/api/ecs/v1");
        assert_eq!(config.demo.unwrap().project_id, "p");
    }

    #[test]
    fn every_other_server_is_named_once() {
        let config = Config::parse(
            r#"{"backup_address":"https://a.example/b","identity_address":"https://a.example/i","compute_address":"/ecs"}"#,
            PAGE,
        );
        assert_eq!(config.unwrap().other_hosts(PAGE), ["a.example"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |key, value: &str| ConfigProblem::Wrong { key, value: value.into() };
        let table = [
            ("", ConfigProblem::Syntax { line: 1, column: 1 }),
            ("{\n  oops", ConfigProblem::Syntax { line: 2, column: 3 }),
            ("[]", ConfigProblem::NotAnObject),
            ("{}", ConfigProblem::Missing { key: "backup_address" }),
            (r#"{"backup_address":"/a","timeout_seconds":4}"#, wrong("timeout_seconds", "4")),
            (
                r#"{"backup_address":"/a","timeout_seconds":"60"}"#,
                wrong("timeout_seconds", r#""60""#),
            ),
            (r#"{"backup_address":"/a","demo":true}"#, wrong("demo", "true")),
            (
                r#"{"backup_address":"/a","compute_address":7}"#,
                ConfigProblem::Address {
                    key: "compute_address",
                    value: "7".into(),
                    fault: AddressFault::Malformed,
                },
            ),
            (
                r#"{"backup_address":"/a","timout":5}"#,
                ConfigProblem::UnknownKey { key: "timout".into() },
            ),
            (
                r#"{"backup_address":"/a","X-Auth-Token":"abc"}"#,
                ConfigProblem::Secret { key: "X-Auth-Token".into() },
            ),
        ];
        for (text, problem) in table {
            assert_eq!(Config::parse(text, PAGE), Err(problem), "{text}");
            assert_eq!(Config::with_own_paths(text), None, "{text}");
        }
    }
}

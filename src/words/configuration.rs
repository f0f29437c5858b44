//! What is wrong with `config.json`: the key, its value, and the fix.

use super::{Words, say};
use crate::config::{AddressFault, ConfigProblem, KEYS, MAX_BYTES, MAX_PORTALS};

impl Words {
    /// The sentence for the operator.
    #[must_use]
    pub fn configuration_problem(self, problem: &ConfigProblem) -> String {
        match problem {
            ConfigProblem::Unreachable => say!(self, config.unreachable).into(),
            ConfigProblem::Status(status) => {
                say!(self, config.status, status = *status)
            }
            ConfigProblem::TooLarge => {
                say!(self, config.too_large, limit = MAX_BYTES / 1024)
            }
            ConfigProblem::Syntax { line, column } => {
                say!(self, config.syntax, line = *line, column = *column)
            }
            ConfigProblem::NotAnObject => say!(self, config.not_object).into(),
            ConfigProblem::Missing { key } => {
                let example = "\"backup_address\": \"/api/csbs\"";
                say!(self, config.missing, key = *key, example = example)
            }
            ConfigProblem::Wrong { key, value } => {
                let value = value.as_str();
                let expected = match *key {
                    "timeout_seconds" => say!(self, config.expected.timeout),
                    "sign_in" => say!(self, config.expected.sign_in),
                    "brand" => say!(self, config.expected.brand),
                    "portals" => {
                        let limit = MAX_PORTALS;
                        return say!(self, config.portals, value = value, limit = limit);
                    }
                    _ => say!(self, config.expected.demo),
                };
                say!(self, config.wrong, key = *key, value = value, expected = expected)
            }
            ConfigProblem::Address { key, value, fault } => self.address_fault(key, value, *fault),
            ConfigProblem::Brand(problem) => self.brand_problem(problem),
            ConfigProblem::Secret { key } => {
                say!(self, config.secret, key = key.as_str())
            }
            ConfigProblem::UnknownKey { key } => match nearest(key) {
                Some(nearest) => {
                    say!(self, config.misspelt_key, key = key.as_str(), nearest = nearest)
                }
                None => {
                    let known = KEYS.join(", ");
                    say!(self, config.unknown_key, key = key.as_str(), known = known)
                }
            },
        }
    }

    fn address_fault(self, key: &'static str, value: &str, fault: AddressFault) -> String {
        match fault {
            AddressFault::Malformed => {
                let expected = if key == "proxy" {
                    let (path, query) = (IN_A_PATH, IN_A_QUERY);
                    say!(self, config.expected.proxy, place = PLACE, path = path, query = query)
                } else {
                    say!(self, config.expected.address).to_owned()
                };
                say!(self, config.wrong, key = key, value = value, expected = expected)
            }
            // The value would put the secret onto the screen once more.
            AddressFault::Credentials => say!(self, config.credentials, key = key),
            AddressFault::Extra => say!(self, config.extra, key = key, value = value),
            AddressFault::Insecure => {
                say!(self, config.insecure, key = key, value = value)
            }
            AddressFault::NotAbsolute => {
                say!(self, config.not_absolute, key = key, value = value, example = SERVICE)
            }
            AddressFault::Place => {
                say!(self, config.place, key = key, value = value, place = PLACE)
            }
        }
    }
}

const PLACE: &str = "{url}";
const IN_A_PATH: &str = "\"https://proxy.example/{url}\"";
const IN_A_QUERY: &str = "\"https://proxy.example/?url={url}\"";
const SERVICE: &str = "\"https://csbs.eu-de.otc.t-systems.com\"";

/// The known key that differs from this one by two letters at most.
fn nearest(key: &str) -> Option<&'static str> {
    let by_distance = KEYS.into_iter().map(|known| (distance(key, known), known));
    by_distance.min().filter(|(distance, _)| *distance <= 2).map(|(_, known)| known)
}

/// How many letters have to be put in, taken out or changed to make one text the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut before = line + 1;
        let mut next = vec![before];
        for (column, known) in other.iter().enumerate() {
            let Some(&[up_left, up]) = row.get(column..column + 2) else {
                break;
            };
            before = (up_left + usize::from(*known != letter)).min(up + 1).min(before + 1);
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_nearly_right_is_recognised() {
        let table = [
            ("timout_seconds", Some("timeout_seconds")),
            ("backup_adress", Some("backup_address")),
            ("Proxy", Some("proxy")),
            ("base_path", None),
            ("", None),
        ];
        for (key, known) in table {
            assert_eq!(nearest(key), known, "{key}");
        }
    }

    #[test]
    fn a_secret_in_an_address_is_not_shown_again() {
        let fault = AddressFault::Credentials;
        let value = "\"https://user:hunter2@proxy.example\"".to_owned();
        let problem = ConfigProblem::Address { key: "proxy", value, fault };
        let said = Words::default().configuration_problem(&problem);
        assert!(said.contains("proxy") && !said.contains("hunter2"), "{said}");
    }
}

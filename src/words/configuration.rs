//! What is wrong with `config.json`: the key, its value, and the fix.

use super::{Words, say};
use crate::config::{ConfigProblem, KEYS, MAX_BYTES};

impl Words {
    /// The sentence for the operator.
    #[must_use]
    pub fn configuration_problem(self, problem: &ConfigProblem) -> String {
        match problem {
            ConfigProblem::Unreachable => say!(self, config.unreachable).into(),
            ConfigProblem::Status(status) => {
                say!(self, config.status, status = *status).to_string()
            }
            ConfigProblem::TooLarge => {
                say!(self, config.too_large, limit = MAX_BYTES / 1024).to_string()
            }
            ConfigProblem::Syntax { line, column } => {
                say!(self, config.syntax, line = *line, column = *column).to_string()
            }
            ConfigProblem::NotAnObject => say!(self, config.not_object).into(),
            ConfigProblem::Missing { key } => {
                let example = "\"base_path\": \"/api/csbs\"";
                say!(self, config.missing, key = *key, example = example).to_string()
            }
            ConfigProblem::Wrong { key, value } => {
                let expected = match *key {
                    "timeout_seconds" => say!(self, config.expected.timeout),
                    "sign_in" => say!(self, config.expected.sign_in),
                    "demo" => say!(self, config.expected.demo),
                    _ => say!(self, config.expected.base_path),
                };
                say!(self, config.wrong, key = *key, value = value.as_str(), expected = expected)
                    .to_string()
            }
            ConfigProblem::UnknownKey { key } => {
                let known = KEYS.join(", ");
                say!(self, config.unknown_key, key = key.as_str(), known = known).to_string()
            }
        }
    }
}

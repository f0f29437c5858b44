//! What can be wrong with `config.json`, as data: the key, its value, and which rule it breaks.

use csbs_theme::BrandProblem;

use super::AddressFault;

/// Why `config.json` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigProblem {
    /// The file could not be fetched at all.
    Unreachable,
    /// The host answered with another status than 200.
    Status(u16),
    /// The file is larger than [`MAX_BYTES`](super::MAX_BYTES).
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
    /// A key has an address that nothing may be sent to.
    Address {
        /// The key.
        key: &'static str,
        /// The value as it stands in the file, as JSON.
        value: String,
        /// What is wrong with it.
        fault: AddressFault,
    },
    /// The brand cannot be used.
    Brand(BrandProblem),
    /// A key that is named like a secret.
    Secret {
        /// The key as it stands in the file.
        key: String,
    },
    /// A key that the console does not know, perhaps a misspelt one.
    UnknownKey {
        /// The key as it stands in the file.
        key: String,
    },
}

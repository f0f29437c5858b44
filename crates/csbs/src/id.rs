//! The ids in the path of a request: project, provider and server (Table 1).
//!
//! This module does not know whether a project or a server exists.

use percent_encoding::percent_decode_str;
use uuid::Uuid;

use crate::fault::Fault;
use crate::http::push_encoded;
use crate::rule;
use crate::text;

/// `provider_id` (Table 1): the provider for servers. The page gives this one value for CSBS.
pub const PROVIDER_ID: &str = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

/// `project_id` (Table 1): the project that owns the server and will own the backup.
///
/// 1 to 64 ASCII letters, digits, hyphens and underscores. The page says nothing about its form;
/// this is the widest reading that is safe in a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectId(String);

impl ProjectId {
    /// The most characters a project id may have here.
    pub const LIMIT: usize = 64;

    /// Reads a project id; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::Character`], [`Fault::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        path_segment(typed, Self::LIMIT).map(Self)
    }

    /// The id as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id looks like those the service gives out: 32 hexadecimal digits. One that
    /// does not is worth a hint, and is no fault.
    pub fn looks_usual(&self) -> bool {
        self.0.len() == 32 && self.0.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// The path under which everything of the project is found: `/v1/{project_id}`.
    pub(crate) fn path(&self) -> String {
        let mut path = String::from("/v1/");
        push_encoded(&mut path, &self.0);
        path
    }
}

/// An id whose form the documents leave open, without surrounding space: up to `limit` ASCII
/// letters, digits, hyphens and underscores, so that it is safe in a path.
pub(crate) fn path_segment(typed: &str, limit: usize) -> Result<String, Fault> {
    let id = text::trim(typed);
    if id.is_empty() {
        return Err(Fault::Empty);
    }
    rule::check(id, limit, text::is_name_character)?;
    Ok(id.to_owned())
}

/// `resource_id` (Table 1): the server to back up, a UUID in lower case with hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceId(String);

impl ResourceId {
    /// The characters of a server id.
    pub const LIMIT: usize = uuid::fmt::Hyphenated::LENGTH;

    /// Takes the server id out of what was pasted: an id in any letter case, in braces, in a
    /// sentence, or inside a link to the provider's console, percent-encoded or not.
    ///
    /// Only the form with hyphens counts: 32 digits without them are what a project id looks
    /// like. The same id several times is one id.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::NotAUuid`], [`Fault::SeveralUuids`].
    ///
    /// ```
    /// use csbs::ResourceId;
    ///
    /// let id = ResourceId::parse("{9506416D-DB6C-406E-8BCA-C0F43793D914}").unwrap();
    /// assert_eq!(id.as_str(), "9506416d-db6c-406e-8bca-c0f43793d914");
    /// ```
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = text::trim(typed);
        if typed.is_empty() {
            return Err(Fault::Empty);
        }
        let mut found = uuids_in(typed);
        match (found.len(), found.pop()) {
            (1, Some(id)) => Ok(Self(id)),
            (0, _) => Err(Fault::NotAUuid),
            (count, _) => Err(Fault::SeveralUuids { count }),
        }
    }

    /// All different ids of a text, in their order.
    pub(crate) fn all_in(text: &str) -> Vec<Self> {
        uuids_in(text).into_iter().map(Self).collect()
    }

    /// The id as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id was taken out of more text than itself, which is worth saying. Surrounding
    /// space and letter case do not count.
    pub fn is_extracted_from(&self, typed: &str) -> bool {
        !text::trim(typed).eq_ignore_ascii_case(&self.0)
    }
}

/// The different UUIDs of a text, in lower case and in order.
///
/// One that touches another letter or digit is part of a longer word and does not count; `_` and
/// `-` do not touch, as they join names and ids (`resource_9506416d-…`).
fn uuids_in(text: &str) -> Vec<String> {
    let decoded: Vec<u8> = percent_decode_str(text).collect();
    let touched = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(window) = decoded.get(start..start + ResourceId::LIMIT) {
        let before = start.checked_sub(1).and_then(|before| decoded.get(before));
        let after = decoded.get(start + ResourceId::LIMIT);
        if touched(before) || touched(after) || Uuid::try_parse_ascii(window).is_err() {
            start += 1;
            continue;
        }
        let id = String::from_utf8_lossy(window).to_ascii_lowercase();
        if !found.contains(&id) {
            found.push(id);
        }
        start += ResourceId::LIMIT;
    }
    found
}

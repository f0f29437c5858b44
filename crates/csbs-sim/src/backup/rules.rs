//! The documented rules of the create call (Tables 1 to 4), stated over raw JSON.
//!
//! They are written from the API page and on purpose share nothing with the console. Keys that the
//! page does not name are refused, so that a misspelt one does not pass in silence.

mod protectable;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::refusal::Refusal;

pub(crate) use protectable::{Asked, check_protectable};

/// The fixed value of `provider_id` (Table 1).
const PROVIDER_ID: &str = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

/// The one `resource_type` (Table 3).
pub(crate) const RESOURCE_TYPE: &str = "OS::Nova::Server";

/// "The list can contain up to 10 keys" (Table 3).
const MAX_TAGS: usize = 10;

/// The path of a create call, its segments decoded (Table 1).
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// The project.
    pub(crate) project_id: String,
    /// The provider.
    pub(crate) provider_id: String,
    /// The server.
    pub(crate) resource_id: String,
}

/// What a create call that keeps the rules asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Protect {
    /// The name, when one was sent.
    pub(crate) backup_name: Option<String>,
    /// The description, when one was sent.
    pub(crate) description: Option<String>,
    /// Incremental (true) or full (false), when the client decided.
    pub(crate) incremental: Option<bool>,
    /// Keys and values, without surrounding spaces, in the order sent.
    pub(crate) tags: Vec<(String, String)>,
}

/// Holds a create call against the rules.
///
/// # Errors
/// The documented refusal of the first rule that is not kept: CSBS.9001, CSBS.6003 or CSBS.7000.
pub(crate) fn check(target: &Target, body: &[u8]) -> Result<Protect, Refusal> {
    check_target(target)?;
    let body = parsed(body)?;
    let body = object(&body, "The body")?;
    only_keys(body, "the body", &["protect"])?;
    let protect = body.get("protect").ok_or_else(|| Refusal::parameter("protect is missing"))?;
    check_protect(object(protect, "protect")?, &target.resource_id)
}

fn parsed(body: &[u8]) -> Result<Value, Refusal> {
    serde_json::from_slice(body)
        .map_err(|error| Refusal::parameter(format!("The body is not JSON: {error}")))
}

fn check_target(target: &Target) -> Result<(), Refusal> {
    check_project(&target.project_id)?;
    check_provider(&target.provider_id)?;
    check_resource(&target.resource_id)
}

fn check_project(project_id: &str) -> Result<(), Refusal> {
    if !(1..=64).contains(&project_id.chars().count()) || !is_plain(project_id) {
        return Err(Refusal::parameter(
            "project_id must be 1 to 64 letters, digits, hyphens and underscores",
        ));
    }
    Ok(())
}

fn check_provider(provider_id: &str) -> Result<(), Refusal> {
    if provider_id != PROVIDER_ID {
        return Err(Refusal::parameter("provider invalid"));
    }
    Ok(())
}

fn check_resource(resource_id: &str) -> Result<(), Refusal> {
    // A UUID of 36 characters is one with hyphens; the other notations are shorter or longer.
    if resource_id.len() != 36 || Uuid::try_parse(resource_id).is_err() {
        return Err(Refusal::parameter("resource_id must be a UUID"));
    }
    Ok(())
}

fn check_protect(protect: &Map<String, Value>, resource_id: &str) -> Result<Protect, Refusal> {
    let keys = ["backup_name", "description", "incremental", "resource_type", "tags", "extra_info"];
    only_keys(protect, "protect", &keys)?;
    let mut asked = Protect::default();
    if let Some(name) = protect.get("backup_name") {
        asked.backup_name = Some(backup_name(name)?);
    }
    if let Some(description) = protect.get("description") {
        asked.description = Some(self::description(description)?);
    }
    if let Some(incremental) = protect.get("incremental") {
        let incremental = incremental.as_bool();
        asked.incremental =
            Some(incremental.ok_or_else(|| Refusal::parameter("incremental must be a boolean"))?);
    }
    if let Some(resource_type) = protect.get("resource_type") {
        let found = text(resource_type, "resource_type")?;
        if found != RESOURCE_TYPE {
            return Err(Refusal::resource_type(resource_id, found));
        }
    }
    if let Some(tags) = protect.get("tags") {
        asked.tags = self::tags(tags)?;
    }
    if let Some(extra_info) = protect.get("extra_info") {
        object(extra_info, "extra_info")?;
    }
    Ok(asked)
}

/// "The value consists of 1 to 255 characters and can contain only letters, digits, underscores
/// (_), and hyphens (-)."
fn backup_name(value: &Value) -> Result<String, Refusal> {
    let name = text(value, "backup_name")?;
    if !(1..=255).contains(&name.chars().count()) || !is_plain(name) {
        return Err(Refusal::parameter(
            "backup_name must be 1 to 255 letters, digits, underscores and hyphens",
        ));
    }
    Ok(name.to_owned())
}

/// "The value consists of 0 to 255 characters and must not contain a greater-than sign (>) or
/// less-than sign (<)."
fn description(value: &Value) -> Result<String, Refusal> {
    let description = text(value, "description")?;
    if description.chars().count() > 255 || description.contains(['<', '>']) {
        return Err(Refusal::parameter(
            "description must be at most 255 characters without < and >",
        ));
    }
    Ok(description.to_owned())
}

/// "This list cannot be an empty list. The list can contain up to 10 keys. Keys in this list must
/// be unique."
fn tags(value: &Value) -> Result<Vec<(String, String)>, Refusal> {
    let list = value.as_array().ok_or_else(|| Refusal::parameter("tags must be a list"))?;
    if list.is_empty() {
        return Err(Refusal::parameter("tags must not be an empty list"));
    }
    if list.len() > MAX_TAGS {
        return Err(Refusal::tags(MAX_TAGS));
    }
    let mut tags: Vec<(String, String)> = Vec::with_capacity(list.len());
    for entry in list {
        let entry = object(entry, "A tag")?;
        only_keys(entry, "a tag", &["key", "value"])?;
        let key = tag_part(entry, "key", 1..=36)?;
        let value = tag_part(entry, "value", 0..=43)?;
        if tags.iter().any(|(other, _)| *other == key) {
            return Err(Refusal::parameter(format!("The tag key {key} is there twice")));
        }
        tags.push((key, value));
    }
    Ok(tags)
}

/// A key or value of Table 4. "Spaces before and after … will be deprecated", read as: discarded.
fn tag_part(
    tag: &Map<String, Value>,
    part: &str,
    length: std::ops::RangeInclusive<usize>,
) -> Result<String, Refusal> {
    let value = tag.get(part).ok_or_else(|| Refusal::parameter(format!("A tag has no {part}")))?;
    let value = text(value, part)?.trim_matches(' ');
    if !length.contains(&value.chars().count()) || !is_plain(value) {
        return Err(Refusal::parameter(format!(
            "A tag's {part} must be {} to {} letters, digits, hyphens and underscores",
            length.start(),
            length.end()
        )));
    }
    Ok(value.to_owned())
}

/// Letters are read as ASCII letters.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

fn object<'a>(value: &'a Value, what: &str) -> Result<&'a Map<String, Value>, Refusal> {
    value.as_object().ok_or_else(|| Refusal::parameter(format!("{what} must be an object")))
}

fn text<'a>(value: &'a Value, what: &str) -> Result<&'a str, Refusal> {
    value.as_str().ok_or_else(|| Refusal::parameter(format!("{what} must be a string")))
}

fn only_keys(map: &Map<String, Value>, place: &str, known: &[&str]) -> Result<(), Refusal> {
    match map.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(Refusal::parameter(format!("{key} is not a parameter of {place}"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;

//! The documented rules of the check call, stated over raw JSON.

use serde_json::Value;

use super::{check_project, check_provider, check_resource, object, only_keys, parsed, text};
use crate::backup::refusal::Refusal;

/// How many servers one check may ask for. The documents name no limit.
const MAX_CHECKED: usize = 200;

/// A server that a check asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The server.
    pub(crate) resource_id: String,
    /// What it is said to be.
    pub(crate) resource_type: String,
}

/// Holds a check against the rules: `{"check_protectable": [{"resource_id", "resource_type"}]}`,
/// both mandatory.
///
/// # Errors
/// CSBS.9001 for the first rule that is not kept.
pub(crate) fn check_protectable(
    project_id: &str,
    provider_id: &str,
    body: &[u8],
) -> Result<Vec<Asked>, Refusal> {
    check_project(project_id)?;
    check_provider(provider_id)?;
    let body = parsed(body)?;
    let body = object(&body, "The body")?;
    only_keys(body, "the body", &["check_protectable"])?;
    let list = body.get("check_protectable").and_then(Value::as_array);
    let list = list.ok_or_else(|| Refusal::parameter("check_protectable must be a list"))?;
    if !(1..=MAX_CHECKED).contains(&list.len()) {
        return Err(Refusal::parameter(format!(
            "check_protectable must hold 1 to {MAX_CHECKED} resources"
        )));
    }
    list.iter().map(asked).collect()
}

fn asked(entry: &Value) -> Result<Asked, Refusal> {
    let entry = object(entry, "A resource")?;
    only_keys(entry, "a resource", &["resource_id", "resource_type"])?;
    let part = |key: &str| {
        let value =
            entry.get(key).ok_or_else(|| Refusal::parameter(format!("{key} is missing")))?;
        text(value, key).map(str::to_owned)
    };
    let asked = Asked { resource_id: part("resource_id")?, resource_type: part("resource_type")? };
    check_resource(&asked.resource_id)?;
    Ok(asked)
}

//! The quotas of a project.

use super::{Unreadable, read_object};
use crate::json::{Json, JsonKind, Object};
use crate::quota::{Quota, QuotaLimit};

/// Reads the quotas. An element that does not say what it is about is left out.
pub fn read_quotas(body: &str) -> Result<Vec<Quota>, Unreadable> {
    const QUOTAS: Unreadable = Unreadable::Missing { key: "quotas" };
    const RESOURCES: Unreadable = Unreadable::Missing { key: "quotas.resources" };

    let quotas = read_object(body, "quotas")?.object("quotas").ok_or(QUOTAS)?;
    let resources = quotas
        .get("resources")
        .filter(|resources| resources.kind() == JsonKind::Array)
        .ok_or(RESOURCES)?;
    Ok(resources.elements().into_iter().filter_map(|quota| read(&quota.object()?)).collect())
}

fn read(quota: &Object<'_>) -> Option<Quota> {
    Some(Quota {
        kind: quota.text("type")?,
        unit: quota.text("unit"),
        limit: quota.get("quota").and_then(read_limit),
        used: quota.get("used").and_then(Json::whole_number),
    })
}

/// Documented as a whole number, of which -1 means no limit; any negative one is read so.
fn read_limit(limit: Json<'_>) -> Option<QuotaLimit> {
    if limit.number()?.starts_with('-') {
        return Some(QuotaLimit::None);
    }
    limit.whole_number().map(QuotaLimit::AtMost)
}

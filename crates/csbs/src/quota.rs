//! How much a project may back up, and how much of that is used.

use crate::http::{HttpRequest, Method};
use crate::id::ProjectId;

/// The quota of one kind of resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// What it is about, as it came: `backups` or `backup_capacity`.
    pub kind: String,
    /// The unit, such as `GB`; `None` where things are counted.
    pub unit: Option<String>,
    /// How much there may be; `None` when the answer does not say.
    pub limit: Option<QuotaLimit>,
    /// How much there is.
    pub used: Option<u64>,
}

/// How much there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaLimit {
    /// As much as one likes; written as -1.
    None,
    /// At most so much.
    AtMost(u64),
}

impl Quota {
    /// How much is left; `None` when there is no limit or something is not known.
    pub fn left(&self) -> Option<u64> {
        match (self.limit?, self.used?) {
            (QuotaLimit::AtMost(limit), used) => Some(limit.saturating_sub(used)),
            (QuotaLimit::None, _) => None,
        }
    }
}

/// The request for the quotas of a project.
pub fn quotas_request(project_id: &ProjectId) -> HttpRequest {
    let mut path = project_id.path();
    path.push_str("/quotas");
    HttpRequest { method: Method::Get, path, body: None }
}

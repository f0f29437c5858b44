//! Backups as the service lists them, and finding one that was asked for among them.
//!
//! When it is unknown whether a request was carried out, the list of the server's backups tells.

use crate::backup_name::BackupName;
use crate::http::{HttpRequest, Method, push_encoded};
use crate::id::{ProjectId, ResourceId};
use crate::request::BackupRequest;
use crate::status::Status;
use crate::time::Time;

/// A backup as it is listed: a checkpoint item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointItem {
    /// The id of the backup itself, which restoring needs.
    pub id: String,
    /// The id of the backup record, as the create call answers it.
    pub checkpoint_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The state.
    pub status: Option<Status>,
    /// When the backup was created.
    pub created_at: Option<Time>,
    /// The server.
    pub resource_id: Option<String>,
    /// How much of it is done, 0 to 100 percent.
    pub progress: Option<u8>,
}

/// Which backups to list; what is `None` does not narrow the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemQuery {
    /// Those of one server.
    pub resource_id: Option<ResourceId>,
    /// Those whose name contains this.
    pub name: Option<BackupName>,
    /// The one that belongs to a backup record.
    pub checkpoint_id: Option<String>,
    /// At most so many; the service's default is 1000.
    pub limit: Option<u16>,
}

impl ItemQuery {
    /// The newest backups among which the one of a request would be.
    pub fn started_by(request: &BackupRequest) -> Self {
        Self {
            resource_id: Some(request.resource_id().clone()),
            name: request.backup_name().cloned(),
            checkpoint_id: None,
            limit: Some(20),
        }
    }
}

/// The request that lists the backups of a project, the newest first.
pub fn list_request(project_id: &ProjectId, query: &ItemQuery) -> HttpRequest {
    let mut path = project_id.path();
    path.push_str("/checkpoint_items?sort=");
    push_encoded(&mut path, "created_at:desc");
    let limit = query.limit.map(|limit| limit.to_string());
    let parameters = [
        ("resource_id", query.resource_id.as_ref().map(ResourceId::as_str)),
        ("name", query.name.as_ref().map(BackupName::as_str)),
        ("checkpoint_id", query.checkpoint_id.as_deref()),
        ("limit", limit.as_deref()),
    ];
    for (name, value) in parameters {
        if let Some(value) = value {
            path.push('&');
            path.push_str(name);
            path.push('=');
            push_encoded(&mut path, value);
        }
    }
    HttpRequest { method: Method::Get, path, body: None }
}

/// How far the clock of the person's computer may be from the service's, in milliseconds, for a
/// backup still to be recognised: two minutes. More would take the backup before for this one.
pub const CLOCK_TOLERANCE_MILLIS: i64 = 2 * 60 * 1000;

/// The backup that a request started, among those listed for its server.
///
/// It is of the same server (an item that does not name one is taken to be, as the list was
/// asked for), has the request's name if it has one, and was created after the request was sent,
/// but for [`CLOCK_TOLERANCE_MILLIS`]. Of several, it is the one created nearest to the sending.
/// `sent_at` is in milliseconds since the start of 1970, by the person's clock.
pub fn find_started<'a>(
    items: &'a [CheckpointItem],
    request: &BackupRequest,
    sent_at: i64,
) -> Option<&'a CheckpointItem> {
    let server = request.resource_id().as_str();
    items
        .iter()
        .filter(|item| match &item.resource_id {
            Some(resource_id) => resource_id.eq_ignore_ascii_case(server),
            None => true,
        })
        .filter(|item| match request.backup_name() {
            Some(name) => item.name.as_deref() == Some(name.as_str()),
            None => true,
        })
        .filter_map(|item| Some((item, item.created_at.as_ref()?.unix_millis()?)))
        .filter(|&(_, created)| created >= sent_at.saturating_sub(CLOCK_TOLERANCE_MILLIS))
        .min_by_key(|&(_, created)| created.abs_diff(sent_at))
        .map(|(item, _)| item)
}

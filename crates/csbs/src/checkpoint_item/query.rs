//! Which backups to ask for, and the requests that ask.

use super::CheckpointItem;
use crate::backup_name::BackupName;
use crate::fault::Fault;
use crate::http::{HttpRequest, Method, push_encoded, push_query};
use crate::id::{ProjectId, ResourceId, path_segment};
use crate::request::BackupRequest;
use crate::status::Status;
use crate::time::Utc;

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
    /// Those in one state.
    pub status: Option<Status>,
    /// Those of servers whose name contains this.
    pub resource_name: Option<String>,
    /// Those created at this time or later.
    pub start_time: Option<Utc>,
    /// Those created at this time or earlier.
    pub end_time: Option<Utc>,
    /// Those after the item with this id, in the order of the list: the next page.
    pub marker: Option<String>,
    /// The order of the list.
    pub order: ItemOrder,
}

/// The order of a list of backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ItemOrder {
    /// The newest first.
    #[default]
    NewestFirst,
    /// The oldest first.
    OldestFirst,
}

/// The id of a checkpoint item, as a path needs it: 1 to 64 ASCII letters, digits, hyphens and
/// underscores. The services write UUIDs; this is the widest reading that is safe in a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemId(String);

impl ItemId {
    /// The most characters an id may have here.
    pub const LIMIT: usize = 64;

    /// Reads an id; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::Character`], [`Fault::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        path_segment(typed, Self::LIMIT).map(Self)
    }

    /// The id as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ItemQuery {
    /// The newest backups among which the one of a request would be.
    pub fn started_by(request: &BackupRequest) -> Self {
        Self {
            resource_id: Some(request.resource_id().clone()),
            name: request.backup_name().cloned(),
            limit: Some(20),
            ..Self::default()
        }
    }

    /// The backup that belongs to a record, the `id` of the answer to the create call.
    pub fn of_record(checkpoint_id: &str) -> Self {
        Self { checkpoint_id: Some(checkpoint_id.to_owned()), ..Self::default() }
    }

    /// The same list from the item after this one on.
    pub fn after(&self, last: &CheckpointItem) -> Self {
        Self { marker: Some(last.id.clone()), ..self.clone() }
    }

    fn push_to(&self, path: &mut String, sort: Option<&str>) {
        let is_list = sort.is_some();
        let (start_time, end_time) =
            (self.start_time.map(Utc::written), self.end_time.map(Utc::written));
        let limit = self.limit.map(|limit| limit.to_string());
        push_query(
            path,
            &[
                ("sort", sort),
                ("resource_id", self.resource_id.as_ref().map(ResourceId::as_str)),
                ("name", self.name.as_ref().map(BackupName::as_str)),
                ("checkpoint_id", self.checkpoint_id.as_deref()),
                ("status", self.status.as_ref().map(Status::as_str)),
                ("resource_name", self.resource_name.as_deref()),
                ("start_time", start_time.as_deref()),
                ("end_time", end_time.as_deref()),
                ("limit", limit.as_deref().filter(|_| is_list)),
                ("marker", self.marker.as_deref().filter(|_| is_list)),
            ],
        );
    }
}

/// The request that lists the backups of a project.
pub fn list_request(project_id: &ProjectId, query: &ItemQuery) -> HttpRequest {
    let mut path = items_path(project_id);
    let sort = match query.order {
        ItemOrder::NewestFirst => "created_at:desc",
        ItemOrder::OldestFirst => "created_at:asc",
    };
    query.push_to(&mut path, Some(sort));
    HttpRequest { method: Method::Get, path, body: None }
}

/// The request that counts the backups of a project; order, limit and marker do not matter.
pub fn count_request(project_id: &ProjectId, query: &ItemQuery) -> HttpRequest {
    let mut path = items_path(project_id);
    path.push_str("/count");
    query.push_to(&mut path, None);
    HttpRequest { method: Method::Get, path, body: None }
}

/// The request for one backup, by the id of the backup itself.
pub fn item_request(project_id: &ProjectId, id: &ItemId) -> HttpRequest {
    let mut path = items_path(project_id);
    path.push('/');
    push_encoded(&mut path, id.as_str());
    HttpRequest { method: Method::Get, path, body: None }
}

fn items_path(project_id: &ProjectId) -> String {
    let mut path = project_id.path();
    path.push_str("/checkpoint_items");
    path
}

//! The request: what may be sent, and how it looks when it is.
//!
//! Only `check` makes a [`BackupRequest`], and nothing else can be sent.

use crate::backup_name::BackupName;
use crate::backup_type::{BackupType, ResourceType};
use crate::description::Description;
use crate::extra_info::ExtraInfo;
use crate::http::{HttpRequest, Method, push_encoded};
use crate::id::{PROVIDER_ID, ProjectId, ResourceId};
use crate::protect::Protect;
use crate::tag::Tag;
use crate::wire;

/// A request to create a backup of one server; every part of it has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRequest {
    project_id: ProjectId,
    resource_id: ResourceId,
    protect: Protect,
}

impl BackupRequest {
    pub(crate) fn new(project_id: ProjectId, resource_id: ResourceId, protect: Protect) -> Self {
        Self { project_id, resource_id, protect }
    }

    /// The project (Table 1).
    pub fn project_id(&self) -> &ProjectId {
        &self.project_id
    }

    /// The server (Table 1).
    pub fn resource_id(&self) -> &ResourceId {
        &self.resource_id
    }

    /// The name (Table 3); `None` when it is not sent.
    pub fn backup_name(&self) -> Option<&BackupName> {
        self.protect.backup_name.as_ref()
    }

    /// The description (Table 3); `None` when it is not sent.
    pub fn description(&self) -> Option<&Description> {
        self.protect.description.as_ref()
    }

    /// The kind of backup, which stands for `incremental` (Table 3).
    pub fn backup_type(&self) -> BackupType {
        self.protect.backup_type
    }

    /// The resource type (Table 3); `None` when it is not sent.
    pub fn resource_type(&self) -> Option<ResourceType> {
        self.protect.resource_type
    }

    /// The tags (Tables 3 and 4), in the order of the form; not sent when there are none.
    pub fn tags(&self) -> &[Tag] {
        &self.protect.tags
    }

    /// The additional information (Table 3); `None` when it is not sent.
    pub fn extra_info(&self) -> Option<&ExtraInfo> {
        self.protect.extra_info.as_ref()
    }

    /// The HTTP request. Its body is the JSON that [`Fields::preview`](crate::Fields::preview)
    /// shows, byte for byte.
    pub fn to_http(&self) -> HttpRequest {
        let Preview { path, body } =
            Preview::of(Some(&self.project_id), Some(&self.resource_id), &self.protect);
        HttpRequest { method: Method::Post, path, body: Some(body.into()) }
    }
}

/// What would be sent, for showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The path from `/v1/` on; `{project_id}` and `{resource_id}` stand for what is missing.
    pub path: String,
    /// The body: JSON, indented by two spaces.
    pub body: String,
}

impl Preview {
    pub(crate) fn of(
        project_id: Option<&ProjectId>,
        resource_id: Option<&ResourceId>,
        protect: &Protect,
    ) -> Self {
        let mut path = String::from("/v1/");
        match project_id {
            Some(id) => push_encoded(&mut path, id.as_str()),
            None => path.push_str("{project_id}"),
        }
        path.push_str("/providers/");
        push_encoded(&mut path, PROVIDER_ID);
        path.push_str("/resources/");
        match resource_id {
            Some(id) => push_encoded(&mut path, id.as_str()),
            None => path.push_str("{resource_id}"),
        }
        path.push_str("/action");
        Self { path, body: wire::request::body(protect) }
    }
}

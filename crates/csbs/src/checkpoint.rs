//! The answer: a checkpoint, its protection plan and its resources (Tables 5 to 8).
//!
//! Only what a person cannot do without is required; everything else may be missing. This module
//! does not know how any of it is written in JSON.

use crate::status::Status;
use crate::time::Time;

/// `checkpoint` (Table 6): the record of a backup that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The id of the backup record. The backup itself gets another id, that of its checkpoint
    /// item.
    pub id: String,
    /// The state of the backup.
    pub status: Status,
    /// When the backup was created.
    pub created_at: Option<Time>,
    /// The project.
    pub project_id: Option<String>,
    /// The plan the backup belongs to; the service makes one for a single backup as well.
    pub protection_plan: Option<ProtectionPlan>,
    /// What includes what.
    pub resource_graph: Option<ResourceGraph>,
    /// Additional information.
    pub extra_info: Option<ExtraInfoRead>,
}

/// `protection_plan` (Table 7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtectionPlan {
    /// The id of the plan.
    pub id: Option<String>,
    /// The name of the plan.
    pub name: Option<String>,
    /// What is backed up by it.
    pub resources: Vec<Resource>,
}

/// An element of `resources` (Table 8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// The id of the server.
    pub id: Option<String>,
    /// `type`; documented as always `OS::Nova::Server`.
    pub kind: Option<String>,
    /// The name of the server.
    pub name: Option<String>,
    /// Additional information.
    pub extra_info: Option<ExtraInfoRead>,
}

/// `extra_info` of an answer (Tables 6 and 8), which comes as an object or as a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExtraInfoRead {
    /// JSON, indented by two spaces; a text that holds a JSON object or array is read as such.
    Json(String),
    /// Anything else.
    Text(String),
}

/// `resource_graph` (Table 6): the inclusion of resources and their parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResourceGraph {
    /// The resources that no other one includes, each with what it includes.
    Tree(Vec<Node>),
    /// A text that is not in a known form, as it came.
    Text(String),
}

/// A resource of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The type, such as `OS::Nova::Server` or `OS::Cinder::Volume`.
    pub kind: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// Additional information.
    pub extra_info: Option<ExtraInfoRead>,
    /// What it includes.
    pub children: Vec<Node>,
}

//! The answer to the create call (Tables 5 to 8).

use super::extra_info::read_extra_info;
use super::resource_graph::read_resource_graph;
use super::{Unreadable, read_object};
use crate::checkpoint::{Checkpoint, ProtectionPlan, Resource};
use crate::json::{Json, Object};
use crate::status::Status;
use crate::time::Time;

/// Reads the body of an accepted answer (Table 5).
///
/// Only `checkpoint.id` and `checkpoint.status` have to be there. Keys that are not documented
/// are passed over.
pub fn read_checkpoint(body: &str) -> Result<Checkpoint, Unreadable> {
    const CHECKPOINT: Unreadable = Unreadable::Missing { key: "checkpoint" };
    const ID: Unreadable = Unreadable::Missing { key: "checkpoint.id" };
    const STATUS: Unreadable = Unreadable::Missing { key: "checkpoint.status" };

    let checkpoint = read_object(body, "checkpoint")?.object("checkpoint").ok_or(CHECKPOINT)?;
    Ok(Checkpoint {
        id: checkpoint.text("id").ok_or(ID)?,
        status: Status::parse(&checkpoint.text("status").ok_or(STATUS)?),
        created_at: checkpoint.text("created_at").map(|raw| Time::parse(&raw)),
        project_id: checkpoint.text("project_id"),
        protection_plan: checkpoint.object("protection_plan").map(|plan| read_plan(&plan)),
        resource_graph: checkpoint.get("resource_graph").and_then(read_resource_graph),
        extra_info: checkpoint.get("extra_info").and_then(read_extra_info),
    })
}

/// Table 7.
fn read_plan(plan: &Object<'_>) -> ProtectionPlan {
    ProtectionPlan {
        id: plan.text("id"),
        name: plan.text("name"),
        resources: plan
            .elements("resources")
            .into_iter()
            .filter_map(Json::object)
            .map(|resource| read_resource(&resource))
            .collect(),
    }
}

/// Table 8.
fn read_resource(resource: &Object<'_>) -> Resource {
    Resource {
        id: resource.text("id"),
        kind: resource.text("type"),
        name: resource.text("name"),
        extra_info: resource.get("extra_info").and_then(read_extra_info),
    }
}

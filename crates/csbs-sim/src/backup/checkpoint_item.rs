//! A backup as the list shows it: a checkpoint item, made as in the reference's example.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    course::{Failure, Stage},
    store::Backup,
};
use crate::{clock::printed, compute};

/// Megabytes that a full backup holds here, and an incremental one.
const FULL_SIZE: u32 = 10_240;
const INCREMENTAL_SIZE: u32 = 512;

/// Disks of every server here, the system disk first.
const DISKS: [&str; 2] = ["system", "data"];

/// The name of a server: the one in the list of servers, or one made of the id.
pub(crate) fn resource_name(resource_id: &str) -> String {
    compute::name_of(resource_id).map_or_else(|| format!("resource_{resource_id}"), str::to_owned)
}

/// The item of a backup that has come to this stage.
pub(crate) fn item(backup: &Backup, stage: Stage) -> Value {
    let created_at = printed(backup.created_at);
    let finished_at = stage.finished_at.map(printed);
    let tags: Vec<Value> =
        backup.tags.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
    json!({
        "status": stage.status,
        "backup_data": {
            "eip": "",
            "cloudservicetype": "",
            "ram": 4096,
            "vcpus": 4,
            "__openstack_region_name": "",
            "private_ip": "",
            "disk": 0,
            "imagetype": "",
        },
        "name": backup.name,
        "description": backup.description,
        "resource_id": backup.resource_id,
        "created_at": created_at,
        "checkpoint_id": backup.checkpoint_id.to_string(),
        "updated_at": finished_at.clone().unwrap_or(created_at),
        "resource_type": "OS::Nova::Server",
        "tags": tags,
        "extend_info": extend_info(backup, stage, finished_at.as_deref()),
        "id": backup.item_id.to_string(),
    })
}

fn extend_info(backup: &Backup, stage: Stage, finished_at: Option<&str>) -> Value {
    let failure = stage.failure.unwrap_or(NO_FAILURE);
    json!({
        "auto_trigger": false,
        "space_saving_ratio": 0,
        "copy_status": "na",
        "fail_reason": failure.reason,
        "resource_az": "eu-de-01",
        "image_type": "backup",
        "finished_at": finished_at,
        "average_speed": average_speed(backup, stage),
        "copy_from": "",
        "supported_restore_mode": "backup",
        "support_lld": false,
        "os_images_data": [{ "image_id": derived(&backup.resource_id, 0x10) }],
        "volume_backups": volume_backups(backup, stage),
        "fail_code": fail_code(stage),
        "incremental": backup.incremental,
        "taskid": derived(&backup.item_id.to_string(), 0x20),
        "hypervisor_type": "QEMU",
        "progress": stage.progress,
        "fail_op": failure.operation,
        "resource_name": resource_name(&backup.resource_id),
        "size": done_size(backup, stage),
    })
}

/// What stands in an item that has not failed, or does not say why.
const NO_FAILURE: Failure = Failure { code: "", description: "", reason: "", operation: "" };

fn fail_code(stage: Stage) -> Value {
    match stage.failure {
        Some(Failure { code, description, .. }) => {
            json!({ "Code": code, "Description": description })
        }
        None => json!({}),
    }
}

/// Kilobytes that were saved in a second, over all; 0 as long as it is not finished.
fn average_speed(backup: &Backup, stage: Stage) -> i64 {
    let seconds =
        stage.finished_at.map_or(0, |end| end.duration_since(backup.created_at).as_secs());
    i64::from(done_size(backup, stage)) * 1024 / seconds.max(1)
}

fn volume_backups(backup: &Backup, stage: Stage) -> Vec<Value> {
    let item_id = backup.item_id.to_string();
    let status = |number| match (stage.finished_at, stage.status) {
        (None, _) => "creating",
        // Of a backup that fails, the disks before the last one are complete.
        (Some(_), "error") if number == DISKS.len() => "error",
        (Some(_), _) => "available",
    };
    (1_u8..)
        .zip(DISKS)
        .map(|(number, disk)| {
            json!({
                "status": status(usize::from(number)),
                "space_saving_ratio": 0,
                "name": backup.name,
                "bootable": number == 1,
                "average_speed": 0,
                "source_volume_size": 20,
                "source_volume_id": derived(&backup.resource_id, number),
                "incremental": backup.incremental,
                "image_type": "backup",
                "source_volume_name": disk,
                "id": derived(&item_id, number),
                "size": done_size(backup, stage) / 2,
                "snapshot_id": derived(&item_id, 0x30),
            })
        })
        .collect()
}

/// Megabytes of the backup, once it is complete.
pub(crate) fn done_size(backup: &Backup, stage: Stage) -> u32 {
    match (stage.finished_at, backup.incremental) {
        (None, _) => 0,
        (Some(_), _) if stage.status == "error" => 0,
        (Some(_), true) => INCREMENTAL_SIZE,
        (Some(_), false) => FULL_SIZE,
    }
}

/// An id that belongs to another one and stays the same from answer to answer.
fn derived(id: &str, number: u8) -> String {
    let of = Uuid::try_parse(id).unwrap_or_default();
    Uuid::from_u128(of.as_u128() ^ u128::from(number)).to_string()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, time::Duration};

    use super::*;
    use crate::backup::{course::Course, rules::Protect, store::Store};

    fn finished(server: &str) -> (Backup, Stage) {
        let now = "2017-04-15T04:20:37.277880Z".parse().unwrap();
        let store = Store::new(Duration::ZERO);
        store.create("p", server, Protect::default(), Course::Ordinary, now);
        store.of_project("p", now).remove(0)
    }

    /// Every path through objects, and through the first element of lists, with the kind there.
    fn outline(value: &Value, path: &str, into: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) if !map.is_empty() => {
                for (key, value) in map {
                    outline(value, &format!("{path}/{key}"), into);
                }
            }
            Value::Array(list) if !list.is_empty() => outline(&list[0], &format!("{path}/0"), into),
            Value::Object(_) => drop(into.insert(format!("{path}: object"))),
            Value::Array(_) => drop(into.insert(format!("{path}: list"))),
            Value::String(_) => drop(into.insert(format!("{path}: string"))),
            Value::Number(_) => drop(into.insert(format!("{path}: number"))),
            Value::Bool(_) => drop(into.insert(format!("{path}: boolean"))),
            Value::Null => drop(into.insert(format!("{path}: null"))),
        }
    }

    #[test]
    fn a_finished_item_has_every_part_of_the_example() {
        let example: Value =
            serde_json::from_str(include_str!("example/checkpoint-item-response.json")).unwrap();
        let (backup, stage) = finished("f45c477a-57e5-465f-999f-d845083962db");
        let (mut expected, mut found) = (BTreeSet::new(), BTreeSet::new());
        outline(&example["checkpoint_item"], "", &mut expected);
        outline(&item(&backup, stage), "", &mut found);

        let missing: Vec<_> = expected.difference(&found).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn the_ids_of_an_item_stay_the_same_from_answer_to_answer() {
        let (backup, stage) = finished("s");
        assert_eq!(item(&backup, stage), item(&backup, stage));
    }
}

//! A backup as the list shows it: a checkpoint item, made as in the reference's example.

use serde_json::{Value, json};
use uuid::Uuid;

use super::store::{Backup, Stage};
use crate::clock::printed;

/// Megabytes that a full backup holds here, and an incremental one.
const FULL_SIZE: u32 = 10_240;
const INCREMENTAL_SIZE: u32 = 512;

/// Disks of every server here, the system disk first.
const DISKS: [&str; 2] = ["system", "data"];

/// The name of a server, as long as there is no list of servers to take it from.
pub(crate) fn resource_name(resource_id: &str) -> String {
    format!("resource_{resource_id}")
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
    json!({
        "auto_trigger": false,
        "space_saving_ratio": 0,
        "copy_status": "na",
        "fail_reason": "",
        "resource_az": "eu-de-01",
        "image_type": "backup",
        "finished_at": finished_at,
        "average_speed": 0,
        "copy_from": "",
        "supported_restore_mode": "backup",
        "support_lld": false,
        "os_images_data": [{ "image_id": derived(&backup.resource_id, 0x10) }],
        "volume_backups": volume_backups(backup, stage),
        "fail_code": {},
        "incremental": backup.incremental,
        "taskid": derived(&backup.item_id.to_string(), 0x20),
        "hypervisor_type": "QEMU",
        "progress": stage.progress,
        "fail_op": "",
        "resource_name": resource_name(&backup.resource_id),
        "size": done_size(backup, stage),
    })
}

fn volume_backups(backup: &Backup, stage: Stage) -> Vec<Value> {
    let item_id = backup.item_id.to_string();
    let is_done = stage.finished_at.is_some();
    (1_u8..)
        .zip(DISKS)
        .map(|(number, disk)| {
            json!({
                "status": if is_done { "available" } else { "creating" },
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

fn done_size(backup: &Backup, stage: Stage) -> u32 {
    match (stage.finished_at, backup.incremental) {
        (None, _) => 0,
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
    use crate::backup::{rules::Protect, store::Store};

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
        let now = "2017-04-15T04:20:37.277880Z".parse().unwrap();
        let store = Store::new(Duration::ZERO);
        let server = "f45c477a-57e5-465f-999f-d845083962db";
        let backup = store.create("p", server, Protect::default(), now);
        let (mut expected, mut found) = (BTreeSet::new(), BTreeSet::new());
        outline(&example["checkpoint_item"], "", &mut expected);
        outline(&item(&backup, store.stage(&backup, now)), "", &mut found);

        let missing: Vec<_> = expected.difference(&found).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn the_ids_of_an_item_stay_the_same_from_answer_to_answer() {
        let now = "2017-04-15T04:20:37.277880Z".parse().unwrap();
        let store = Store::new(Duration::ZERO);
        let backup = store.create("p", "s", Protect::default(), now);
        let stage = store.stage(&backup, now);
        assert_eq!(item(&backup, stage), item(&backup, stage));
    }
}

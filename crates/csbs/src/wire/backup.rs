//! A checkpoint item in full, alone or in a list, and how many there are.

use super::checkpoint_item::read_item;
use super::extra_info::read_extra_info;
use super::{Unreadable, read_array, read_object};
use crate::checkpoint_item::{Backup, ExtendInfo, FailCode, ReadTag, VolumeBackup};
use crate::json::{Json, JsonKind, Object};
use crate::time::Time;

/// Reads one backup.
pub fn read_backup(body: &str) -> Result<Backup, Unreadable> {
    const ITEM: &str = "checkpoint_item";
    let item = read_object(body, ITEM)?.object(ITEM).ok_or(Unreadable::Missing { key: ITEM })?;
    read(&item).ok_or(Unreadable::Missing { key: "checkpoint_item.id" })
}

/// Reads a list of backups. An element without an id is left out, as nothing could be done with
/// it; everything else about an element may be missing.
pub fn read_backups(body: &str) -> Result<Vec<Backup>, Unreadable> {
    let (_, items) = read_array(body, "checkpoint_items")?;
    Ok(items.into_iter().filter_map(|item| read(&item.object()?)).collect())
}

/// Reads how many backups there are.
pub fn read_count(body: &str) -> Result<u64, Unreadable> {
    const COUNT: &str = "count";
    let count = read_object(body, COUNT)?.get(COUNT).and_then(Json::whole_number);
    count.ok_or(Unreadable::Missing { key: COUNT })
}

fn read(item: &Object<'_>) -> Option<Backup> {
    Some(Backup {
        item: read_item(item)?,
        updated_at: time(item, "updated_at"),
        resource_type: item.text("resource_type"),
        tags: item.elements("tags").into_iter().filter_map(read_tag).collect(),
        backup_data: item.get("backup_data").and_then(read_extra_info),
        extend_info: item
            .object("extend_info")
            .map(|details| read_extend_info(&details))
            .unwrap_or_default(),
    })
}

/// An object of key and value; a text is a key alone.
fn read_tag(tag: Json<'_>) -> Option<ReadTag> {
    match tag.object() {
        Some(tag) => Some(ReadTag { key: tag.text("key")?, value: tag.text("value") }),
        None => Some(ReadTag { key: tag.text()?, value: None }),
    }
}

fn read_extend_info(details: &Object<'_>) -> ExtendInfo {
    let text = |key| details.text(key);
    let image = |image: Json<'_>| match image.object() {
        Some(image) => image.text("image_id"),
        None => image.text(),
    };
    let volumes = details.elements("volume_backups").into_iter().filter_map(Json::object);
    ExtendInfo {
        incremental: boolean(details, "incremental"),
        auto_trigger: boolean(details, "auto_trigger"),
        size: whole(details, "size"),
        average_speed: number(details, "average_speed"),
        space_saving_ratio: number(details, "space_saving_ratio"),
        finished_at: time(details, "finished_at"),
        fail_code: details.get("fail_code").and_then(read_fail_code),
        fail_op: text("fail_op"),
        fail_reason: text("fail_reason"),
        resource_name: text("resource_name"),
        resource_az: text("resource_az"),
        resource_type: text("resource_type"),
        copy_status: text("copy_status"),
        copy_from: text("copy_from"),
        image_type: text("image_type"),
        supported_restore_mode: text("supported_restore_mode"),
        support_lld: boolean(details, "support_lld"),
        task_id: text("taskid"),
        hypervisor_type: text("hypervisor_type"),
        os_images: details.elements("os_images_data").into_iter().filter_map(image).collect(),
        volume_backups: volumes.map(|volume| read_volume_backup(&volume)).collect(),
    }
}

/// An object of code and description, in either letter case; `{}` when nothing failed. What has
/// another form is kept as the code it most likely is.
fn read_fail_code(value: Json<'_>) -> Option<FailCode> {
    let Some(object) = value.object() else {
        let is_list = value.kind() == JsonKind::Array && value.elements().is_empty();
        let code = value.text().filter(|_| !is_list)?;
        return Some(FailCode { code: Some(code), description: None });
    };
    let code = object.text("Code").or_else(|| object.text("code"));
    let description = object.text("Description").or_else(|| object.text("description"));
    (code.is_some() || description.is_some()).then_some(FailCode { code, description })
}

fn read_volume_backup(volume: &Object<'_>) -> VolumeBackup {
    let text = |key| volume.text(key);
    VolumeBackup {
        id: text("id"),
        name: text("name"),
        status: text("status"),
        size: whole(volume, "size"),
        source_volume_id: text("source_volume_id"),
        source_volume_name: text("source_volume_name"),
        source_volume_size: whole(volume, "source_volume_size"),
        bootable: boolean(volume, "bootable"),
        incremental: boolean(volume, "incremental"),
        average_speed: number(volume, "average_speed"),
        space_saving_ratio: number(volume, "space_saving_ratio"),
        image_type: text("image_type"),
        snapshot_id: text("snapshot_id"),
    }
}

fn time(object: &Object<'_>, key: &str) -> Option<Time> {
    object.text(key).map(|raw| Time::parse(&raw))
}

fn whole(object: &Object<'_>, key: &str) -> Option<u64> {
    object.get(key).and_then(Json::whole_number)
}

fn number(object: &Object<'_>, key: &str) -> Option<String> {
    object.get(key).and_then(Json::number)
}

fn boolean(object: &Object<'_>, key: &str) -> Option<bool> {
    object.get(key).and_then(Json::boolean)
}

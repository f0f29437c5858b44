//! A backup in full: every documented field, and what really may come in its place.

use csbs::checkpoint_item::{ExtendInfo, FailCode, ReadTag, VolumeBackup};
use csbs::wire::{read_backup, read_backups, read_count};
use csbs::{Backup, CheckpointItem, ExtraInfoRead, Status, Time, Unreadable};

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The backup of which `extend_info` has these entries.
fn extended(entries: &str) -> ExtendInfo {
    let body = format!(r#"{{"checkpoint_item": {{"id": "i", "extend_info": {{{entries}}}}}}}"#);
    read_backup(&body).unwrap().extend_info
}

fn documented_volume(id: &str, volume: &str, name: &str) -> VolumeBackup {
    VolumeBackup {
        id: text(id),
        name: text("manualbk_47222"),
        status: text("available"),
        size: Some(0),
        source_volume_id: text(volume),
        source_volume_name: text(name),
        source_volume_size: Some(20),
        bootable: Some(true),
        incremental: Some(false),
        average_speed: text("0"),
        space_saving_ratio: text("0"),
        image_type: text("backup"),
        snapshot_id: text("36f520e1-d2ea-4907-956a-3d9cd53e2d38"),
    }
}

#[test]
fn the_documented_example_is_read_in_full() {
    let backup = read_backup(include_str!("../examples/checkpoint-item-response.json")).unwrap();
    assert_eq!(
        backup.item,
        CheckpointItem {
            id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190".into(),
            checkpoint_id: text("f672a1bb-6912-446a-816c-72792c5263e0"),
            name: text("backup_d32c"),
            description: None,
            status: Some(Status::Available),
            created_at: Some(Time::parse("2017-04-15T04:20:37.277880")),
            resource_id: text("f45c477a-57e5-465f-999f-d845083962db"),
            progress: Some(100),
        }
    );
    assert_eq!(backup.updated_at, Some(Time::parse("2017-04-15T04:25:38.680638")));
    assert_eq!(backup.resource_type.as_deref(), Some("OS::Nova::Server"));
    assert_eq!(backup.tags, []);
    assert!(matches!(backup.backup_data, Some(ExtraInfoRead::Json(json)) if json.contains("4096")));
    assert_eq!(
        backup.extend_info,
        ExtendInfo {
            incremental: Some(false),
            auto_trigger: Some(false),
            size: Some(0),
            average_speed: text("0"),
            space_saving_ratio: text("0"),
            finished_at: Some(Time::parse("2017-04-15T04:25:38.675478")),
            fail_code: None,
            fail_op: None,
            fail_reason: None,
            resource_name: text("karbor_02"),
            resource_az: text("az1.dc1"),
            resource_type: None,
            copy_status: text("na"),
            copy_from: None,
            image_type: text("backup"),
            supported_restore_mode: text("backup"),
            support_lld: Some(false),
            task_id: text("e0a21692-2192-11e7-bf23-0242ac110007"),
            hypervisor_type: text("QEMU"),
            os_images: vec!["fe84dd80-0229-4918-8d3d-cbb33154b565".into()],
            volume_backups: vec![
                documented_volume(
                    "70675cbc-d3a8-43a7-9f81-c8b6bc3f5d6d",
                    "ee27f809-6fb5-40ae-ac46-c932bb4ee8fe",
                    "karbor_02",
                ),
                documented_volume(
                    "8eb98e91-8924-4d4b-b6d6-28fb7b751e9c",
                    "e7f48980-927c-48de-afd4-f0245d2e5100",
                    "karbor_01",
                ),
            ],
        }
    );
}

#[test]
fn a_list_has_the_same_backups() {
    let backups = read_backups(include_str!("../examples/list-backups-response.json")).unwrap();
    let backup = read_backup(include_str!("../examples/checkpoint-item-response.json")).unwrap();
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].item, backup.item);
    assert_eq!(backups[0].extend_info.volume_backups.len(), 2);
}

#[test]
fn a_backup_needs_an_id_and_nothing_else() {
    let missing = |key| Err(Unreadable::Missing { key });
    let backup = Backup {
        item: CheckpointItem {
            id: "i".into(),
            checkpoint_id: None,
            name: None,
            description: None,
            status: None,
            created_at: None,
            resource_id: None,
            progress: None,
        },
        updated_at: None,
        resource_type: None,
        tags: vec![],
        backup_data: None,
        extend_info: ExtendInfo::default(),
    };
    for (body, expected) in [
        (r#"{"checkpoint_item": {"id": "i"}}"#, Ok(backup.clone())),
        (r#"{"checkpoint_item": {"id": "i", "extend_info": null, "tags": ""}}"#, Ok(backup)),
        (r#"{"checkpoint_item": {"name": "n"}}"#, missing("checkpoint_item.id")),
        (r#"{"checkpoint_item": null}"#, missing("checkpoint_item")),
        ("{}", missing("checkpoint_item")),
        ("", Err(Unreadable::Empty)),
    ] {
        assert_eq!(read_backup(body), expected, "{body}");
    }
}

#[test]
fn rule_4_numbers_read_from_fractions_texts_and_null() {
    for (written, whole, as_written) in [
        ("1024", Some(1024), text("1024")),
        ("1024.75", Some(1024), text("1024.75")),
        ("\"1024\"", Some(1024), text("1024")),
        ("\" 0.5 \"", Some(0), text("0.5")),
        ("-1", None, text("-1")),
        ("null", None, None),
        ("\"\"", None, None),
        ("\"fast\"", None, None),
        ("true", None, None),
        ("[1]", None, None),
    ] {
        let read = extended(&format!(r#""size": {written}, "average_speed": {written}"#));
        assert_eq!(read.size, whole, "{written}");
        assert_eq!(read.average_speed, as_written, "{written}");
    }
}

#[test]
fn truth_reads_from_texts_in_any_letter_case() {
    for (written, expected) in [
        ("true", Some(true)),
        ("false", Some(false)),
        ("\"True\"", Some(true)),
        ("\"false\"", Some(false)),
        ("null", None),
        ("1", None),
        ("\"yes\"", None),
    ] {
        let read = extended(&format!(r#""incremental": {written}"#));
        assert_eq!(read.incremental, expected, "{written}");
    }
}

#[test]
fn an_empty_fail_code_is_none() {
    let code = |code, description| Some(FailCode { code, description });
    for (written, expected) in [
        ("{}", None),
        ("null", None),
        ("\"\"", None),
        ("[]", None),
        (r#"{"Code": "", "Description": null}"#, None),
        (
            r#"{"Code": "CSBS.6019", "Description": "It failed."}"#,
            code(text("CSBS.6019"), text("It failed.")),
        ),
        (r#"{"code": 7}"#, code(text("7"), None)),
        (r#"{"description": "d"}"#, code(None, text("d"))),
        ("\"CSBS.6019\"", code(text("CSBS.6019"), None)),
    ] {
        assert_eq!(
            extended(&format!(r#""fail_code": {written}"#)).fail_code,
            expected,
            "{written}"
        );
    }
}

#[test]
fn tags_read_as_objects_or_texts() {
    let body = r#"{"checkpoint_item": {"id": "i", "tags": [
        {"key": "env", "value": "prod"}, {"key": "team", "value": ""}, "alone", {"value": "v"}, null
    ]}}"#;
    let tag = |key: &str, value: Option<&str>| ReadTag {
        key: key.into(),
        value: value.map(str::to_owned),
    };
    assert_eq!(
        read_backup(body).unwrap().tags,
        [tag("env", Some("prod")), tag("team", None), tag("alone", None)]
    );
}

#[test]
fn only_some_states_are_final() {
    for (status, is_final) in [
        (r#""available""#, true),
        (r#""error""#, true),
        (r#""deleted""#, true),
        (r#""protecting""#, false),
        (r#""copying""#, false),
        ("null", false),
    ] {
        let body = format!(r#"{{"checkpoint_item": {{"id": "i", "status": {status}}}}}"#);
        assert_eq!(read_backup(&body).unwrap().item.is_final(), is_final, "{status}");
    }
}

#[test]
fn how_many_backups_there_are_is_a_number() {
    let missing = Err(Unreadable::Missing { key: "count" });
    for (body, expected) in [
        (r#"{"count": 10}"#, Ok(10)),
        (r#"{"count": "10"}"#, Ok(10)),
        (r#"{"count": 0}"#, Ok(0)),
        (r#"{"count": null}"#, missing),
        (r#"{"count": -1}"#, missing),
        ("{}", missing),
    ] {
        assert_eq!(read_count(body), expected, "{body}");
    }
}

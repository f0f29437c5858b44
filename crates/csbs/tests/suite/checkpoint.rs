//! The answer: Tables 5 to 8, read by the reader's rules 1, 4 and 7.

use csbs::json::Json;
use csbs::wire::read_checkpoint;
use csbs::{Checkpoint, ExtraInfoRead, ProtectionPlan, Resource, Status, Time};

#[test]
fn the_example_of_the_page_is_read_whole() {
    let body = include_str!("../examples/create-backup-response.json");
    assert_eq!(
        read_checkpoint(body),
        Ok(Checkpoint {
            id: "4468f4b8-7c78-4222-a2ca-346b5d557dd2".into(),
            status: Status::Protecting,
            created_at: Some(Time::parse("2017-04-18T01:21:52.701973")),
            project_id: Some("b942cc8342734d15bcb246babb1953cf".into()),
            protection_plan: Some(ProtectionPlan {
                id: Some("fake_04f8ea0f-2000-4389-a5ce-93a3e20d0faf".into()),
                name: Some("server protect plan for 9506416d-db6c-406e-8bca-c0f43793d914".into()),
                resources: vec![Resource {
                    id: Some("9506416d-db6c-406e-8bca-c0f43793d914".into()),
                    kind: Some("OS::Nova::Server".into()),
                    name: Some("resource_9506416d-db6c-406e-8bca-c0f43793d914".into()),
                    extra_info: Some(ExtraInfoRead::Json("{}".into())),
                }],
            }),
            resource_graph: None,
            extra_info: None,
        })
    );
}

fn bare() -> Checkpoint {
    Checkpoint {
        id: "c".into(),
        status: Status::Available,
        created_at: None,
        project_id: None,
        protection_plan: None,
        resource_graph: None,
        extra_info: None,
    }
}

#[test]
fn rule_1_only_id_and_status_are_required_and_null_is_as_good_as_absent() {
    for body in [
        r#"{"checkpoint": {"id": "c", "status": "available"}}"#,
        r#"{"checkpoint": {"id": "c", "status": "available", "created_at": null,
            "project_id": null, "protection_plan": null, "resource_graph": null,
            "extra_info": null}}"#,
        r#"{"checkpoint": {"id": "c", "status": "available", "created_at": "",
            "project_id": "", "protection_plan": "", "resource_graph": "", "extra_info": ""}}"#,
    ] {
        assert_eq!(read_checkpoint(body), Ok(bare()), "{body}");
    }
}

#[test]
fn rule_1_holds_inside_the_plan_and_its_resources() {
    let plan = |resources| ProtectionPlan { id: None, name: None, resources };
    let nothing = Resource { id: None, kind: None, name: None, extra_info: None };
    for (json, expected) in [
        ("{}", plan(vec![])),
        (r#"{"id": null, "name": null, "resources": null}"#, plan(vec![])),
        (r#"{"resources": {}}"#, plan(vec![])),
        (r#"{"resources": [{}, null, "x", {"type": null}]}"#, plan(vec![nothing.clone(), nothing])),
    ] {
        let body = format!(
            r#"{{"checkpoint": {{"id": "c", "status": "available", "protection_plan": {json}}}}}"#
        );
        let expected = Checkpoint { protection_plan: Some(expected), ..bare() };
        assert_eq!(read_checkpoint(&body), Ok(expected), "{json}");
    }
}

#[test]
fn rule_4_a_number_where_a_text_is_documented_reads_as_it_is_written() {
    let body = r#"{"checkpoint": {"id": 12345678901234567890, "status": "available",
        "project_id": 1.50, "created_at": 0}}"#;
    assert_eq!(
        read_checkpoint(body),
        Ok(Checkpoint {
            id: "12345678901234567890".into(),
            project_id: Some("1.50".into()),
            created_at: Some(Time::parse("0")),
            ..bare()
        })
    );
}

#[test]
fn rule_5_a_status_that_is_not_documented_is_kept_as_it_is() {
    let body = r#"{"checkpoint": {"id": "c", "status": "wait_copying"}}"#;
    let expected = Checkpoint { status: Status::Other("wait_copying".into()), ..bare() };
    assert_eq!(read_checkpoint(body), Ok(expected));
}

#[test]
fn rule_7_unknown_keys_do_not_hinder() {
    let body = r#"{"links": [], "checkpoint": {"x": {"id": "no"}, "id": "c",
        "max_backups": -1e999, "status": "available", "": "\ud800"}, "checkpoint2": 1}"#;
    assert_eq!(read_checkpoint(body), Ok(bare()));
}

#[test]
fn texts_are_read_with_all_their_escapes() {
    for (json, content) in [
        (r#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{c}\n\r\t"),
        (r#""\u00fc\u20AC""#, "ü€"),
        (r#""\ud83d\ude00!""#, "😀!"),
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ud83d\n\ude00""#, "\u{fffd}\n\u{fffd}"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\\u0041\\""#, "\\u0041\\"),
    ] {
        let body = format!(
            r#"{{"checkpoint": {{"\u0069d": "c", "status": "available", "project_id": {json}}}}}"#
        );
        let expected = Checkpoint { project_id: Some(content.into()), ..bare() };
        assert_eq!(read_checkpoint(&body), Ok(expected), "{json}");
    }
}

#[test]
fn a_key_is_compared_as_it_reads_and_not_as_it_is_written() {
    let json = Json::parse(r#"{"\\\\a": "two", "\\a": "one", "\u0062": "b"}"#).unwrap();
    let object = json.object().unwrap();
    for (key, value) in [(r"\\a", Some("two")), (r"\a", Some("one")), ("b", Some("b")), ("a", None)]
    {
        assert_eq!(object.text(key).as_deref(), value, "{key}");
    }
}

#[test]
fn of_a_key_that_is_there_twice_the_last_one_counts() {
    let body =
        r#"{"checkpoint": {"id": "b", "id": "c", "status": "error", "status": "available"}}"#;
    assert_eq!(read_checkpoint(body), Ok(bare()));
}

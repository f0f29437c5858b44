//! Listing backups, and finding the one that a request started.

use csbs::checkpoint_item::CLOCK_TOLERANCE_MILLIS;
use csbs::wire::read_checkpoint_items;
use csbs::{
    BackupRequest, CheckpointItem, Draft, Failure, HttpResponse, ItemQuery, Method, ProjectId,
    Status, Time, Unreadable, check, find_started, list_request, read_items_answer,
};

use crate::draft::{PROJECT, SERVER, mandatory};

/// 2024-05-01T12:00:00 UTC.
const SENT_AT: i64 = 1_714_564_800_000;

fn request(backup_name: &str) -> BackupRequest {
    check(&Draft { backup_name: backup_name.into(), ..mandatory() }).unwrap()
}

fn item(id: &str, created_at: &str) -> CheckpointItem {
    CheckpointItem {
        id: id.into(),
        checkpoint_id: None,
        name: Some("nightly".into()),
        description: None,
        status: Some(Status::Protecting),
        created_at: Some(Time::parse(created_at)),
        resource_id: Some(SERVER.into()),
        progress: None,
    }
}

fn found(items: &[CheckpointItem], backup_name: &str) -> Option<String> {
    find_started(items, &request(backup_name), SENT_AT).map(|item| item.id.clone())
}

#[test]
fn the_newest_backups_of_the_server_are_asked_for() {
    let project = ProjectId::parse(PROJECT).unwrap();
    let listing = list_request(&project, &ItemQuery::started_by(&request("nightly")));
    assert_eq!(listing.method, Method::Get);
    assert_eq!(listing.method.as_str(), "GET");
    assert_eq!(listing.body, None);
    assert_eq!(
        listing.path,
        format!(
            "/v1/{PROJECT}/checkpoint_items?sort=created_at%3Adesc&resource_id={SERVER}\
             &name=nightly&limit=20"
        )
    );
}

#[test]
fn values_of_a_query_are_percent_encoded() {
    let query = ItemQuery { checkpoint_id: Some("a&b=c/ü %-._~".into()), ..ItemQuery::default() };
    assert_eq!(
        list_request(&ProjectId::parse("p").unwrap(), &query).path,
        "/v1/p/checkpoint_items?sort=created_at%3Adesc&checkpoint_id=a%26b%3Dc%2F%C3%BC%20%25-._~"
    );
}

#[test]
fn the_documented_example_is_read() {
    let items = read_checkpoint_items(include_str!("../examples/list-backups-response.json"));
    assert_eq!(
        items,
        Ok(vec![CheckpointItem {
            id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190".into(),
            checkpoint_id: Some("f672a1bb-6912-446a-816c-72792c5263e0".into()),
            name: Some("backup_d32c".into()),
            description: None,
            status: Some(Status::Available),
            created_at: Some(Time::parse("2017-04-15T04:20:37.277880")),
            resource_id: Some("f45c477a-57e5-465f-999f-d845083962db".into()),
            progress: Some(100),
        }])
    );
}

#[test]
fn rule_4_progress_reads_from_a_number_a_fraction_a_text_or_null() {
    for (progress, expected) in [
        ("0", Some(0)),
        ("42", Some(42)),
        ("99.9", Some(99)),
        ("\"75\"", Some(75)),
        ("\"12.50\"", Some(12)),
        ("100", Some(100)),
        ("null", None),
        ("\"\"", None),
        ("101", None),
        ("-1", None),
        ("\"half\"", None),
        ("{}", None),
        ("300", None),
    ] {
        let body = format!(
            r#"{{"checkpoint_items": [{{"id": "i", "extend_info": {{"progress": {progress}}}}}]}}"#
        );
        assert_eq!(read_checkpoint_items(&body).unwrap()[0].progress, expected, "{progress}");
    }
}

#[test]
fn an_element_needs_an_id_and_nothing_else() {
    let body = r#"{"checkpoint_items": [{"id": "i"}, {"name": "x"}, null, 7, {"id": null}]}"#;
    let ids: Vec<String> =
        read_checkpoint_items(body).unwrap().into_iter().map(|item| item.id).collect();
    assert_eq!(ids, ["i"]);
}

#[test]
fn a_list_may_be_empty_but_has_to_be_there() {
    let missing = Err(Unreadable::Missing { key: "checkpoint_items" });
    for (body, expected) in [
        (r#"{"checkpoint_items": []}"#, Ok(vec![])),
        (r#"{"checkpoint_items": null}"#, missing.clone()),
        (r#"{"checkpoint_items": {}}"#, missing.clone()),
        ("{}", missing.clone()),
        ("[]", missing),
        ("", Err(Unreadable::Empty)),
    ] {
        assert_eq!(read_checkpoint_items(body), expected, "{body}");
    }
}

#[test]
fn a_refused_listing_is_a_refusal() {
    let response = HttpResponse { status: 401, headers: vec![], body: String::new() };
    assert!(matches!(read_items_answer(response), Err(Failure::Refused(_))));
}

#[test]
fn the_backup_nearest_to_the_sending_is_the_one_that_was_started() {
    let items = [
        item("later", "2024-05-01T12:30:00"),
        item("this", "2024-05-01T12:00:03.5"),
        item("just before", "2024-05-01T11:59:10"),
    ];
    assert_eq!(found(&items, "nightly"), Some("this".into()));
    assert_eq!(found(&items, ""), Some("this".into()));
}

#[test]
fn clocks_may_differ_by_two_minutes_and_no_more() {
    assert_eq!(CLOCK_TOLERANCE_MILLIS, 120_000);
    for (created_at, is_found) in [
        ("2024-05-01T11:58:00.000", true),
        ("2024-05-01T11:57:59.999", false),
        ("2024-05-01T12:00:00", true),
        ("2024-05-02T12:00:00", true),
        ("2024-04-01T12:00:00", false),
        ("soon", false),
    ] {
        let items = [item("i", created_at)];
        assert_eq!(found(&items, "nightly").is_some(), is_found, "{created_at}");
    }
    let undated = CheckpointItem { created_at: None, ..item("i", "") };
    assert_eq!(found(&[undated], "nightly"), None);
}

#[test]
fn another_server_or_another_name_is_not_it() {
    let now = || item("i", "2024-05-01T12:00:01");
    let other_server = CheckpointItem { resource_id: Some(PROJECT.into()), ..now() };
    let no_server = CheckpointItem { resource_id: None, ..now() };
    let upper_case = CheckpointItem { resource_id: Some(SERVER.to_uppercase()), ..now() };
    let other_name = CheckpointItem { name: Some("nightly-2".into()), ..now() };
    let no_name = CheckpointItem { name: None, ..now() };
    for (item, backup_name, is_found) in [
        (now(), "nightly", true),
        (other_server, "nightly", false),
        (no_server, "nightly", true),
        (upper_case, "nightly", true),
        (other_name.clone(), "nightly", false),
        (other_name, "", true),
        (no_name.clone(), "nightly", false),
        (no_name, "", true),
    ] {
        let shown = format!("{item:?}");
        assert_eq!(found(&[item], backup_name).is_some(), is_found, "{backup_name:?} {shown}");
    }
    assert_eq!(found(&[], "nightly"), None);
}

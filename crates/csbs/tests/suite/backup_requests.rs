//! Asking for backups: a list, how many there are, and one.

use csbs::{
    BackupName, Fault, ItemId, ItemOrder, ItemQuery, Method, ProjectId, ResourceId, Status, Utc,
    count_request, item_request, list_request,
};

use crate::draft::{PROJECT, SERVER};

const ITEM: &str = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";

fn project() -> ProjectId {
    ProjectId::parse(PROJECT).unwrap()
}

fn everything() -> ItemQuery {
    ItemQuery {
        resource_id: Some(ResourceId::parse(SERVER).unwrap()),
        name: Some(BackupName::parse("nightly").unwrap()),
        checkpoint_id: Some("record".into()),
        limit: Some(50),
        status: Some(Status::Available),
        resource_name: Some("db 01".into()),
        start_time: Utc::from_unix_millis(0),
        end_time: Utc::from_unix_millis(1_492_478_512_701),
        marker: Some(ITEM.into()),
        order: ItemOrder::OldestFirst,
    }
}

#[test]
fn every_parameter_of_the_list_is_sent() {
    assert_eq!(
        list_request(&project(), &everything()).path,
        format!(
            "/v1/{PROJECT}/checkpoint_items?sort=created_at%3Aasc&resource_id={SERVER}\
             &name=nightly&checkpoint_id=record&status=available&resource_name=db%2001\
             &start_time=1970-01-01T00%3A00%3A00.000000&end_time=2017-04-18T01%3A21%3A52.701000\
             &limit=50&marker={ITEM}"
        )
    );
}

#[test]
fn counting_takes_the_same_filters_and_no_page() {
    assert_eq!(
        count_request(&project(), &everything()).path,
        format!(
            "/v1/{PROJECT}/checkpoint_items/count?resource_id={SERVER}&name=nightly\
             &checkpoint_id=record&status=available&resource_name=db%2001\
             &start_time=1970-01-01T00%3A00%3A00.000000&end_time=2017-04-18T01%3A21%3A52.701000"
        )
    );
    let all = count_request(&project(), &ItemQuery::default());
    assert_eq!(all.path, format!("/v1/{PROJECT}/checkpoint_items/count"));
}

#[test]
fn the_backup_of_a_record_is_asked_for_by_the_id_of_the_record() {
    assert_eq!(
        list_request(&project(), &ItemQuery::of_record("r/1")).path,
        format!("/v1/{PROJECT}/checkpoint_items?sort=created_at%3Adesc&checkpoint_id=r%2F1")
    );
}

#[test]
fn the_next_page_begins_after_the_last_backup_of_this_one() {
    let body = format!(r#"{{"checkpoint_items": [{{"id": "{ITEM}"}}]}}"#);
    let items = csbs::wire::read_checkpoint_items(&body).unwrap();
    let query = ItemQuery { limit: Some(1), ..ItemQuery::default() };
    let next = query.after(&items[0]);
    assert_eq!(next, ItemQuery { marker: Some(ITEM.into()), ..query });
}

#[test]
fn one_backup_is_asked_for_by_its_own_id() {
    let request = item_request(&project(), &ItemId::parse(&format!(" {ITEM} ")).unwrap());
    assert_eq!((request.method, request.body), (Method::Get, None));
    assert_eq!(request.path, format!("/v1/{PROJECT}/checkpoint_items/{ITEM}"));
}

#[test]
fn an_id_is_safe_in_a_path() {
    let character = |found, after: &str| Fault::Character { found, after: after.to_owned() };
    for (typed, fault) in [
        ("", Fault::Empty),
        ("..", character('.', "")),
        ("a/b", character('/', "a")),
        ("a?b", character('?', "a")),
        (&"i".repeat(65), Fault::TooLong { limit: 64, count: 65 }),
    ] {
        assert_eq!(ItemId::parse(typed), Err(fault), "{typed:?}");
    }
}

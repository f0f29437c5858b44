use csbs::NotSent;

use super::*;

fn project(name: &str) -> ProjectId {
    ProjectId::parse(name).unwrap()
}

/// A page of as many servers as are asked for at a time, from this number on.
fn page_from(first: usize, count: usize) -> ServerPage {
    let servers: Vec<String> = (first..first + 100)
        .map(|number| format!(r#"{{"id":"id-{number}","name":"web-{number}","status":"ACTIVE"}}"#))
        .collect();
    let body = format!(r#"{{"count":{count},"servers":[{}]}}"#, servers.join(","));
    let response = csbs::HttpResponse { status: 200, headers: vec![], body };
    csbs::read_servers_answer(response).unwrap()
}

fn arrived(run: u32, page: u32, answer: Result<ServerPage, Failure>) -> ListEvent {
    ListEvent::Arrived { run, page, answer }
}

fn opened() -> Listing {
    Listing::default().on(ListEvent::Open(project("p"))).0
}

fn after(events: impl IntoIterator<Item = ListEvent>) -> Listing {
    events.into_iter().fold(opened(), |list, event| list.on(event).0)
}

const OFFLINE: Failure = Failure::NotSent(NotSent::Offline);

#[test]
fn pages_are_asked_for_one_after_the_other_until_all_are_here() {
    let (list, fetch) = Listing::default().on(ListEvent::Open(project("p")));
    assert_eq!(fetch, Some(Fetch { run: 1, project: project("p"), page: 1 }));
    let (list, fetch) = list.on(arrived(1, 1, Ok(page_from(0, 200))));
    assert_eq!((list.loaded(), list.total, fetch.unwrap().page), (100, Some(200), 2));
    let (list, fetch) = list.on(arrived(1, 2, Ok(page_from(100, 200))));
    assert_eq!((list.loaded(), &list.stage, fetch), (200, &Stage::Complete, None));
}

#[test]
fn a_page_that_fails_leaves_what_is_here_and_can_be_asked_for_again() {
    let list = after([arrived(1, 1, Ok(page_from(0, 300))), arrived(1, 2, Err(OFFLINE))]);
    assert_eq!((list.loaded(), list.found()), (100, 100));
    assert_eq!(list.stage, Stage::Failed(2, OFFLINE));
    let (list, fetch) = list.on(ListEvent::GoOn);
    assert_eq!(fetch.unwrap().page, 2);
    let list = list.on(arrived(1, 2, Ok(page_from(100, 300)))).0;
    assert_eq!((list.loaded(), list.stage), (200, Stage::Loading(3)));
}

#[test]
fn a_page_that_is_no_longer_waited_for_changes_nothing() {
    let other = after([ListEvent::Open(project("q"))]);
    let first = opened();
    for (list, event) in [
        (other, arrived(1, 1, Ok(page_from(0, 100)))),
        (first.clone(), arrived(1, 2, Ok(page_from(0, 100)))),
        (first.on(arrived(1, 1, Err(OFFLINE))).0, arrived(1, 1, Ok(page_from(0, 100)))),
    ] {
        assert_eq!(list.clone().on(event.clone()), (list, None), "{event:?}");
    }
}

#[test]
fn the_same_project_is_not_asked_for_twice_but_can_be_loaded_anew() {
    let list = after([arrived(1, 1, Ok(page_from(0, 100)))]);
    assert_eq!(list.clone().on(ListEvent::Open(project("p"))), (list.clone(), None));
    let (list, fetch) = list.on(ListEvent::Reload);
    assert_eq!((list.loaded(), fetch.unwrap().run), (0, 2));
}

#[test]
fn a_server_that_comes_twice_is_listed_once() {
    let list = after([arrived(1, 1, Ok(page_from(0, 200))), arrived(1, 2, Ok(page_from(50, 200)))]);
    assert_eq!(list.loaded(), 150);
}

#[test]
fn a_search_also_goes_through_what_arrives_after_it() {
    let list = after([
        arrived(1, 1, Ok(page_from(0, 200))),
        ListEvent::Activate(Some(3)),
        ListEvent::Search(" WEB-1 ".into()),
    ]);
    assert_eq!((list.found(), list.active), (11, None));
    let list = list.on(arrived(1, 2, Ok(page_from(100, 200)))).0;
    assert_eq!(list.found(), 111);
    assert_eq!(list.row(11).unwrap().server.id, "id-100");
    let list = list.on(ListEvent::Search(" ".into())).0;
    assert_eq!(list.found(), 200);
}

#[test]
fn no_row_is_active_that_is_not_there() {
    let list = after([arrived(1, 1, Ok(page_from(0, 100)))]);
    for (row, active) in [(Some(99), Some(99)), (Some(100), None), (None, None)] {
        let list = list.clone().on(ListEvent::Activate(row)).0;
        assert_eq!(list.active, active);
        assert_eq!(list.active_server().is_some(), active.is_some());
    }
}

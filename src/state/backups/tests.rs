//! The list of a server's backups as sentences, and that no backup comes twice.

use csbs::{Fault, Status, read_answer, wire};
use proptest::prelude::*;

use super::*;

const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

fn wanted(status: Option<Status>) -> Wanted {
    Wanted {
        project: ProjectId::parse("p").unwrap(),
        server: ResourceId::parse(SERVER).unwrap(),
        filter: Filter { status, ..Filter::default() },
    }
}

fn page(ids: impl IntoIterator<Item = usize>) -> Vec<Backup> {
    let items: Vec<String> = ids.into_iter().map(|id| format!(r#"{{"id":"i{id}"}}"#)).collect();
    wire::read_backups(&format!(r#"{{"checkpoint_items":[{}]}}"#, items.join(","))).unwrap()
}

fn refused() -> Failure {
    let response = csbs::HttpResponse { status: 500, headers: vec![], body: String::new() };
    read_answer(response).unwrap_err()
}

/// The number and the path of the page that is asked for.
fn page_of(asks: &[Ask]) -> (u32, String) {
    let page = asks.iter().find_map(|ask| match ask {
        Ask::Page(number, request) => Some((*number, request.path.clone())),
        Ask::Count(..) => None,
    });
    page.unwrap()
}

fn ids(listing: &Listing) -> Vec<&str> {
    listing.rows().iter().map(|row| row.item.id.as_str()).collect()
}

#[test]
fn the_first_page_and_the_number_of_all_are_asked_for() {
    let mut listing = Listing::default();
    let asks = listing.on(Event::Want(wanted(Some(Status::Error))));
    let paths: Vec<&str> = asks
        .iter()
        .map(|ask| match ask {
            Ask::Page(_, request) | Ask::Count(_, request) => request.path.as_str(),
        })
        .collect();
    let filter = format!("resource_id={SERVER}&status=error");
    assert_eq!(
        paths,
        [
            format!("/v1/p/checkpoint_items?sort=created_at%3Adesc&{filter}&limit=20"),
            format!("/v1/p/checkpoint_items/count?{filter}"),
        ]
    );
    assert_eq!(listing.on(Event::Want(wanted(Some(Status::Error)))), []);
}

#[test]
fn a_full_page_may_be_followed_by_another_from_its_last_backup_on() {
    let mut listing = Listing::default();
    let (first, _) = page_of(&listing.on(Event::Want(wanted(None))));
    listing.on(Event::Page(first, Ok(page(0..20))));
    assert!(listing.has_more());
    let (second, path) = page_of(&listing.on(Event::More));
    assert!(path.ends_with("&limit=50&marker=i19"), "{path}");
    assert_eq!(listing.on(Event::More), []);
    listing.on(Event::Page(second, Ok(page(20..25))));
    assert_eq!((listing.stage.clone(), listing.rows().len()), (Stage::All, 25));
    assert_eq!(listing.on(Event::More), []);
}

#[test]
fn a_full_page_is_the_last_one_when_the_number_of_all_says_so() {
    for count_first in [true, false] {
        let mut listing = Listing::default();
        let (number, _) = page_of(&listing.on(Event::Want(wanted(None))));
        let mut events = vec![Event::Counted(1, Ok(20)), Event::Page(number, Ok(page(0..20)))];
        if !count_first {
            events.reverse();
        }
        for event in events {
            listing.on(event);
        }
        assert_eq!((listing.stage, listing.total), (Stage::All, Some(20)));
    }
}

#[test]
fn another_filter_begins_anew_and_what_comes_late_changes_nothing() {
    let mut listing = Listing::default();
    let (old, _) = page_of(&listing.on(Event::Want(wanted(None))));
    let (new, _) = page_of(&listing.on(Event::Want(wanted(Some(Status::Error)))));
    listing.on(Event::Page(old, Ok(page(0..5))));
    listing.on(Event::Counted(1, Ok(5)));
    assert_eq!((ids(&listing), listing.total), (vec![], None));
    listing.on(Event::Page(new, Ok(page(7..9))));
    assert_eq!(ids(&listing), ["i7", "i8"]);
    // It has been answered: the same answer once more is a late one.
    listing.on(Event::Page(new, Ok(page(0..5))));
    assert_eq!(ids(&listing), ["i7", "i8"]);
}

#[test]
fn what_is_here_stays_when_the_next_page_fails_and_that_page_can_be_asked_for_again() {
    let mut listing = Listing::default();
    let (first, _) = page_of(&listing.on(Event::Want(wanted(None))));
    listing.on(Event::Page(first, Ok(page(0..20))));
    let (second, path) = page_of(&listing.on(Event::More));
    listing.on(Event::Page(second, Err(refused())));
    assert_eq!(listing.rows().len(), 20);
    assert!(matches!(listing.stage, Stage::Failed(_)));
    let (third, again) = page_of(&listing.on(Event::Again));
    assert_eq!(again, path);
    listing.on(Event::Page(third, Ok(page(20..21))));
    assert_eq!(listing.rows().len(), 21);
}

#[test]
fn loading_anew_keeps_what_is_here_until_the_new_is_here() {
    let mut listing = Listing::default();
    let (first, _) = page_of(&listing.on(Event::Want(wanted(None))));
    listing.on(Event::Page(first, Ok(page(0..2))));
    let (again, _) = page_of(&listing.on(Event::Reload));
    assert_eq!(ids(&listing), ["i0", "i1"]);
    listing.on(Event::Page(again, Ok(page(1..3))));
    assert_eq!(ids(&listing), ["i1", "i2"]);
}

#[test]
fn what_is_typed_is_read_or_said_to_be_wrong() {
    let day = |date: &str| {
        date.strip_prefix("day")
            .and_then(|n| n.parse().ok())
            .map(|n: i64| (n * 1000, n * 1000 + 999))
    };
    let typed = |status: &str, name: &str, from: &str, to: &str| Typed {
        status: status.into(),
        name: name.into(),
        from: from.into(),
        to: to.into(),
    };
    assert_eq!(typed("", "", "", "").read(day), Ok(Filter::default()));
    let filter = typed("available", " db-1 ", "day1", "day1").read(day).unwrap();
    assert_eq!(filter.status, Some(Status::Available));
    assert_eq!(filter.name.unwrap().as_str(), "db-1");
    let [from, to] = [filter.from, filter.to].map(|time| time.unwrap().written());
    assert!(from.ends_with("00:00:01.000000") && to.ends_with("00:00:01.999000"), "{from} {to}");
    assert_eq!(typed("", "", "day2", "day1").read(day), Err(vec![FilterProblem::Order]));
    assert_eq!(
        typed("", "", "x", "y").read(day),
        Err(vec![FilterProblem::From, FilterProblem::To])
    );
    assert!(matches!(
        typed("", "a b", "", "").read(day).unwrap_err()[..],
        [FilterProblem::Name(Fault::Character { found: ' ', .. })]
    ));
}

proptest! {
    /// Whatever arrives in whatever order: no backup is there twice, and one that was there is
    /// gone only when the list was begun anew.
    #[test]
    fn no_backup_comes_twice(
        steps in prop::collection::vec((0_usize..7, 0_usize..60, 0_usize..60), 0..40),
    ) {
        let mut listing = Listing::default();
        let mut asked = 0;
        for (kind, from, count) in steps {
            let before = listing.rows().len();
            let event = match kind {
                0 => Event::Want(wanted(None)),
                1 => Event::Want(wanted(Some(Status::Error))),
                2 => Event::Reload,
                3 => Event::More,
                4 => Event::Again,
                5 => Event::Page(asked, Err(refused())),
                _ => Event::Page(asked, Ok(page(from..from + count))),
            };
            let began = kind < 3 || listing.anew;
            for ask in listing.on(event) {
                if let Ask::Page(number, _) = ask {
                    asked = number;
                }
            }
            let ids = ids(&listing);
            let different: BTreeSet<_> = ids.iter().collect();
            prop_assert_eq!(different.len(), ids.len());
            prop_assert!(began || ids.len() >= before);
        }
    }
}

//! Many backups at once, against a service that keeps a list: how often it is asked, and that
//! nothing is forgotten.

use std::collections::BTreeMap;

use csbs::Recent;
use proptest::prelude::*;

mod service;

use service::{Item, Service, item};

use super::round::{MOST_ALONE, MOST_PAGES};
use super::*;

const AROUND: Around = Around { visible: true, online: true, token: true };

/// The time at which the next question is due.
fn due(follow: &Follow, now: i64) -> i64 {
    match follow.poll {
        Poll::Due(due) => due.max(now + 1),
        _ => now + 1,
    }
}

fn recent(record: &str, started_at: i64) -> Recent {
    Recent {
        id: record.into(),
        record_id: Some(record.into()),
        item_id: None,
        project_id: "p".into(),
        server_id: None,
        name: None,
        started_at,
        status: None,
    }
}

/// Carries on until so many rounds are over or nothing is open; which entries each round has
/// asked about with success, and how many questions each took.
fn rounds(
    follow: &mut Follow,
    service: &mut Service,
    now: &mut i64,
    count: usize,
) -> Vec<(usize, Vec<String>)> {
    let mut all = Vec::new();
    let (mut before, mut found) = (service.asked, Vec::new());
    let mut round = follow.rounds;
    let end = *now + 24 * 3_600_000;
    while all.len() < count && follow.is_open() {
        *now = due(follow, *now);
        assert!(*now < end, "nothing is asked any more: {:?}", follow.poll);
        if let Some((number, question)) = follow.on(Event::Tick, *now).ask {
            let answer = service.answer(&question, *now);
            found.extend(answer.iter().filter_map(|backup| backup.item.checkpoint_id.clone()));
            follow.on(Event::Answered(number, Ok(answer)), *now);
        }
        if follow.rounds != round {
            round = follow.rounds;
            all.push((service.asked - before, std::mem::take(&mut found)));
            before = service.asked;
        }
    }
    all
}

/// This many are followed, one started each second, and nobody else makes backups.
fn alone(count: usize, behind: i64) -> (Follow, Service, i64) {
    let mut follow = Follow::new(Around { visible: false, ..AROUND });
    let mut service = Service::default();
    let start = 1_700_000_000_000_i64;
    let mut now = start;
    for number in 0..count {
        let record = format!("r{number}");
        service.items.push(item(&record, now - behind));
        follow.on(Event::Accept(recent(&record, now)), now);
        now += 1000;
    }
    follow.around.visible = true;
    (follow, service, now)
}

#[test]
fn five_hundred_backups_are_five_questions_a_round() {
    let (mut follow, mut service, mut now) = alone(500, 0);
    rounds(&mut follow, &mut service, &mut now, 1);
    for (asked, found) in rounds(&mut follow, &mut service, &mut now, 5) {
        assert_eq!((asked, found.len()), (5, 500));
    }
}

#[test]
fn a_list_that_is_full_to_the_last_page_needs_no_page_more() {
    for (count, questions) in [(99, 1), (100, 1), (101, 2), (200, 2), (201, 3)] {
        let (mut follow, mut service, mut now) = alone(count, 0);
        rounds(&mut follow, &mut service, &mut now, 1);
        let asked = rounds(&mut follow, &mut service, &mut now, 1).remove(0).0;
        assert_eq!(asked, questions, "{count}");
    }
}

#[test]
fn a_clock_that_is_ahead_is_found_out_with_the_first_backup() {
    let (mut follow, mut service, mut now) = alone(300, 10 * 60_000);
    rounds(&mut follow, &mut service, &mut now, 3);
    for (asked, found) in rounds(&mut follow, &mut service, &mut now, 3) {
        assert_eq!((asked, found.len()), (3, 300));
    }
}

#[test]
fn thousands_of_newer_backups_of_others_are_not_paged_through() {
    let (mut follow, mut service, mut now) = alone(10, 0);
    for number in 0..3000 {
        service.items.push(item(&format!("x{number}"), now + number));
    }
    rounds(&mut follow, &mut service, &mut now, 1);
    assert_eq!(rounds(&mut follow, &mut service, &mut now, 1).remove(0).0, 1);
}

#[test]
fn what_lies_beyond_the_pages_of_a_round_is_asked_for_alone_in_turn() {
    let mut follow = Follow::new(Around { visible: false, ..AROUND });
    let mut service = Service::default();
    let mut now = 1_700_000_000_000_i64;
    for record in ["a", "b", "c"] {
        service.items.push(item(record, now));
        follow.on(Event::Accept(recent(record, now)), now);
    }
    for number in 0..2500 {
        service.items.push(item(&format!("x{number}"), now + 1 + number));
    }
    for record in ["d", "e", "f", "g", "h", "i"] {
        service.items.push(item(record, now + 10_000));
        follow.on(Event::Accept(recent(record, now + 10_000)), now);
    }
    follow.around.visible = true;
    let most = usize::try_from(MOST_PAGES).unwrap();
    let first = rounds(&mut follow, &mut service, &mut now, 1).remove(0);
    assert_eq!(first.0, most + MOST_ALONE);
    let mut served = Vec::new();
    for (asked, found) in rounds(&mut follow, &mut service, &mut now, 4) {
        assert!(asked <= 1 + MOST_ALONE, "{asked}");
        served
            .extend(found.into_iter().filter(|record| record.len() == 1 && record.as_str() > "c"));
    }
    served.sort();
    served.dedup();
    assert_eq!(served, ["d", "e", "f", "g", "h", "i"]);
}

#[test]
fn a_page_that_is_too_large_is_asked_for_in_halves() {
    let (mut follow, _, mut now) = alone(300, 0);
    let mut limits = Vec::new();
    let end = now + 24 * 3_600_000;
    while limits.len() < 8 {
        now = due(&follow, now);
        assert!(now < end, "{limits:?}");
        if let Some((number, question)) = follow.on(Event::Tick, now).ask {
            limits.push(match &question {
                Question::Since(page) => Some(page.limit),
                _ => None,
            });
            let large = Failure::TooLarge { status: 200, limit: 1 };
            follow.on(Event::Answered(number, Err(large)), now);
        }
    }
    assert_eq!(limits[..5], [Some(100), Some(50), Some(25), Some(12), Some(6)]);
    assert_eq!(limits[5..], [None, None, None]);
}

#[test]
fn a_page_that_always_fails_does_not_keep_from_asking_and_does_not_hurry() {
    let (mut follow, mut service, mut now) = alone(200, 0);
    let (end, mut failed) = (now + 20 * 60_000, 0);
    while now < end {
        now = due(&follow, now);
        if let Some((number, question)) = follow.on(Event::Tick, now).ask {
            let is_second = matches!(&question, Question::Since(page) if page.after.is_some());
            let answer = if is_second {
                failed += 1;
                let response =
                    csbs::HttpResponse { status: 500, headers: vec![], body: String::new() };
                Err(csbs::read_answer(response).unwrap_err())
            } else {
                Ok(service.answer(&question, now))
            };
            follow.on(Event::Answered(number, answer), now);
        }
    }
    // Half a minute between two rounds at the end.
    assert!((30..80).contains(&failed), "{failed}");
    assert_eq!(follow.entries.all().filter(|entry| entry.backup.is_some()).count(), 100);
}

#[test]
fn all_are_done_once_and_told_of_once() {
    let (mut follow, mut service, mut now) = alone(150, 0);
    for item in &mut service.items {
        item.done_at = now + 60_000;
    }
    let mut told = Vec::new();
    let end = now + 24 * 3_600_000;
    while follow.is_open() {
        now = due(&follow, now);
        assert!(now < end, "not done");
        if let Some((number, question)) = follow.on(Event::Tick, now).ask {
            let answer = service.answer(&question, now);
            told.extend(follow.on(Event::Answered(number, Ok(answer)), now).done);
        }
    }
    assert_eq!(told, [Summary { available: 150, ..Summary::default() }]);
    assert_eq!(follow.summary(), told[0]);
    // What is started then has nothing to do with them.
    follow.on(Event::Accept(recent("later", now)), now);
    assert_eq!(follow.summary(), Summary { running: 1, ..Summary::default() });
}

#[test]
fn an_answer_that_says_the_same_touches_nothing() {
    let (mut follow, mut service, mut now) = alone(120, 0);
    rounds(&mut follow, &mut service, &mut now, 2);
    let mut touched = Vec::new();
    // Less than ten minutes: from then on it is said for how long nothing has changed.
    for _ in 0..20 {
        now = due(&follow, now);
        if let Some((number, question)) = follow.on(Event::Tick, now).ask {
            let answer = service.answer(&question, now);
            touched.extend(follow.on(Event::Answered(number, Ok(answer)), now).touched);
        }
    }
    assert_eq!(touched, Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Whatever others do, and however late the service lists what, a round takes a bounded number
    /// of questions, everything is asked about again within a bounded number of rounds, and what
    /// is listed in the end is found.
    #[test]
    fn every_backup_is_found_in_the_end(
        ages in prop::collection::vec((0_i64..600_000, 0_i64..400_000, any::<bool>()), 1..150),
        others in prop::collection::vec(0_i64..900_000, 0..250),
    ) {
        let start = 1_700_000_000_000_i64;
        let mut follow = Follow::new(Around { visible: false, ..AROUND });
        let mut service = Service::default();
        let mut now = start + 700_000;
        let count = ages.len();
        for (number, (age, late, is_late)) in ages.into_iter().enumerate() {
            let record = format!("r{number}");
            let created_at = start + age;
            let listed_at = if is_late { now + late } else { created_at };
            let done_at = now + 900_000;
            service.items.push(Item { listed_at, done_at, ..item(&record, created_at) });
            follow.on(Event::Accept(recent(&record, created_at)), now);
        }
        for (number, age) in others.iter().enumerate() {
            service.items.push(item(&format!("x{number}"), start + age));
        }
        follow.around.visible = true;
        let pages = (count + others.len()).div_ceil(100) + 1;
        let mut last: BTreeMap<String, usize> = BTreeMap::new();
        let mut number = 0;
        while follow.is_open() && number < 400 {
            for (asked, found) in rounds(&mut follow, &mut service, &mut now, 1) {
                number += 1;
                prop_assert!(asked <= pages + MOST_ALONE, "{asked} questions in a round");
                last.extend(found.into_iter().map(|record| (record, number)));
            }
            let listed = service.items.iter().filter(|item| item.listed_at + 60_000 <= now);
            if number > count.div_ceil(MOST_ALONE) + 2 {
                for item in listed.filter(|item| item.record.starts_with('r')) {
                    let ago = number - last.get(&item.record).copied().unwrap_or_default();
                    let is_open = follow.entry(&item.record).is_some_and(|entry| entry.is_open());
                    let most = count.div_ceil(MOST_ALONE) + 2;
                    prop_assert!(!is_open || ago <= most, "{} not for {ago} rounds", item.record);
                }
            }
        }
        prop_assert!(!follow.is_open(), "still open after {number} rounds");
        prop_assert_eq!(follow.entries.all().count(), count);
        prop_assert!(follow.entries.all().all(|entry| entry.backup.is_some()));
    }

    /// When nobody else makes backups, and all of them are listed.
    #[test]
    fn a_round_takes_a_question_for_each_hundred(count in 1_usize..501, done in 0_usize..501) {
        let (mut follow, mut service, mut now) = alone(count, 0);
        for item in service.items.iter_mut().take(done) {
            item.done_at = now + 20_000;
        }
        for (asked, _) in rounds(&mut follow, &mut service, &mut now, 12) {
            prop_assert!(asked <= count.div_ceil(100) + 1, "{asked} for {count}");
        }
    }
}

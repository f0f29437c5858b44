//! The poller as sentences, and as a property over everything that can happen.

use csbs::{HttpResponse, Recent, Status, read_answer, wire};

use super::*;

const AROUND: Around = Around { visible: true, online: true, token: true };

fn recent(id: &str) -> Recent {
    Recent {
        id: id.into(),
        record_id: Some(id.into()),
        item_id: None,
        project_id: "p".into(),
        server_id: Some("s".into()),
        name: None,
        started_at: 0,
        status: None,
    }
}

fn backup(record: &str, status: &str, progress: u8) -> Backup {
    let body = format!(
        r#"{{"checkpoint_items":[{{"id":"i-{record}","checkpoint_id":"{record}",
        "status":"{status}","extend_info":{{"progress":{progress}}}}}]}}"#
    );
    wire::read_backups(&body).unwrap().remove(0)
}

fn refused(status: u16) -> Failure {
    read_answer(HttpResponse { status, headers: vec![], body: String::new() }).unwrap_err()
}

/// Lets the time come in which the next question is asked; the time and the question.
fn until_asked(follow: &mut Follow, from: i64) -> (i64, u32, Question) {
    (from..from + 2 * LONGEST)
        .step_by(100)
        .find_map(|now| follow.on(Event::Tick, now).ask.map(|(number, q)| (now, number, q)))
        .unwrap()
}

fn following(ids: &[&str]) -> Follow {
    let mut follow = Follow::new(AROUND);
    for id in ids {
        follow.on(Event::Accept(recent(id)), 0);
    }
    follow
}

#[test]
fn the_first_question_comes_after_two_seconds_and_then_they_slow_down_to_thirty() {
    let mut follow = following(&["a"]);
    let (mut before, mut pauses) = (0, Vec::new());
    for _ in 0..10 {
        let (now, number, _) = until_asked(&mut follow, before);
        pauses.push(now - before);
        before = now;
        follow.on(Event::Answered(number, Ok(vec![])), now);
    }
    assert_eq!(pauses[0], 2000);
    assert!(pauses.is_sorted(), "{pauses:?}");
    assert_eq!(pauses[9], SLOWEST);
}

#[test]
fn an_empty_list_is_not_there_yet_and_a_final_state_is_the_end() {
    for status in ["available", "error", "deleted"] {
        let mut follow = following(&["a"]);
        let (now, number, _) = until_asked(&mut follow, 0);
        follow.on(Event::Answered(number, Ok(vec![])), now);
        assert!(follow.is_open());
        let (now, number, _) = until_asked(&mut follow, now);
        let said = follow.on(Event::Answered(number, Ok(vec![backup("a", status, 100)])), now);
        assert_eq!(said.changed, ["a"]);
        assert!(!follow.is_open());
        assert_eq!(follow.on(Event::Tick, now + LONGEST).ask, None);
        assert_eq!(follow.entry("a").unwrap().recent.item_id.as_deref(), Some("i-a"));
    }
}

#[test]
fn several_backups_are_one_question_and_one_that_is_not_listed_is_asked_for_alone() {
    let mut follow = following(&["a", "b", "c"]);
    let (now, number, question) = until_asked(&mut follow, 0);
    assert!(matches!(question, Question::Since(..)), "{question:?}");
    let listed = vec![backup("a", "protecting", 1), backup("b", "protecting", 1)];
    follow.on(Event::Answered(number, Ok(listed)), now);
    let (now, number, question) = until_asked(&mut follow, now);
    assert_eq!(question, Question::Record("c".into(), "p".into(), "c".into()));
    follow.on(Event::Answered(number, Ok(vec![backup("c", "available", 100)])), now);
    assert!(!follow.entry("c").unwrap().is_open());
}

#[test]
fn a_failure_keeps_what_is_known_and_waits_longer() {
    let mut follow = following(&["a"]);
    let (now, number, _) = until_asked(&mut follow, 0);
    follow.on(Event::Answered(number, Ok(vec![backup("a", "protecting", 40)])), now);
    let mut before = now;
    for _ in 0..20 {
        let (now, number, _) = until_asked(&mut follow, before);
        assert!(now - before <= LONGEST);
        follow.on(Event::Answered(number, Err(refused(503))), now);
        assert!(matches!(follow.held(), Some(Held::Trouble(_))));
        assert_eq!(follow.entry("a").unwrap().progress(), Some(40));
        before = now;
    }
    assert!(follow.is_open());
}

#[test]
fn a_token_that_is_refused_stops_the_asking_until_there_is_another() {
    let mut follow = following(&["a"]);
    let (now, number, _) = until_asked(&mut follow, 0);
    follow.on(Event::Answered(number, Err(refused(401))), now);
    assert_eq!(follow.held(), Some(Held::SignedOut));
    assert_eq!(follow.on(Event::Tick, now + 10 * LONGEST).ask, None);
    assert_eq!(follow.on(Event::Visible(true), now).ask, None);
    follow.on(Event::Token(true), now);
    until_asked(&mut follow, now);
}

#[test]
fn the_refusal_of_an_old_token_says_nothing_about_the_new_one() {
    let mut follow = following(&["a"]);
    let (now, number, _) = until_asked(&mut follow, 0);
    follow.on(Event::Token(true), now);
    follow.on(Event::Answered(number, Err(refused(401))), now);
    until_asked(&mut follow, now);
}

#[test]
fn nothing_is_asked_while_hidden_or_offline_and_at_once_when_that_is_over() {
    for (stop, go) in
        [(Event::Visible(false), Event::Visible(true)), (Event::Online(false), Event::Online(true))]
    {
        let mut follow = following(&["a"]);
        follow.on(stop, 0);
        assert_eq!(follow.on(Event::Tick, LONGEST).ask, None);
        assert!(follow.on(go, LONGEST).ask.is_some());
    }
}

#[test]
fn ten_minutes_without_a_change_are_said_and_are_no_failure() {
    let mut follow = following(&["a"]);
    let mut now = 0;
    while now < 10 * 60_000 + SLOWEST {
        let (at, number, _) = until_asked(&mut follow, now);
        follow.on(Event::Answered(number, Ok(vec![backup("a", "protecting", 40)])), at);
        now = at;
    }
    assert_eq!(follow.entry("a").unwrap().still_minutes(), Some(10));
    assert!(follow.is_open());
}

#[test]
fn the_time_left_needs_two_points() {
    let mut follow = following(&["a"]);
    let mut now = 0;
    for percent in [10, 20] {
        assert_eq!(follow.entry("a").unwrap().left(), None);
        let (at, number, _) = until_asked(&mut follow, now);
        follow.on(Event::Answered(number, Ok(vec![backup("a", "protecting", percent)])), at);
        now = at;
    }
    // Three seconds for ten percent.
    assert_eq!(follow.entry("a").unwrap().left(), Some(24_000));
}

#[test]
fn an_id_that_is_looked_up_may_be_that_of_the_backup() {
    let mut follow = Follow::new(AROUND);
    follow.on(Event::LookUp(Recent { item_id: Some("i-x".into()), ..recent("i-x") }), 0);
    let (now, number, question) = until_asked(&mut follow, 0);
    assert!(matches!(question, Question::Record(..)), "{question:?}");
    follow.on(Event::Answered(number, Ok(vec![])), now);
    let (now, number, question) = until_asked(&mut follow, now);
    assert!(matches!(question, Question::Item(..)), "{question:?}");
    follow.on(Event::Answered(number, Ok(vec![backup("x", "available", 100)])), now);
    assert_eq!(follow.entry("i-x").unwrap().recent.status, Some(Status::Available));
}

#[test]
fn a_backup_out_of_another_list_is_followed_and_not_listed_and_one_that_is_known_is_told_of() {
    let mut follow = following(&["a"]);
    let shown = backup("x", "protecting", 30);
    follow.on(Event::Show(Recent { id: "i-x".into(), ..recent("x") }, Box::new(shown.clone())), 0);
    assert_eq!(follow.listed().count(), 1);
    assert_eq!(follow.entry("i-x").unwrap().progress(), Some(30));
    assert_eq!(follow.id_of(&shown), Some("i-x"));
    let known = backup("a", "protecting", 40);
    let reaction = follow.on(Event::Show(recent("other"), Box::new(known)), 0);
    assert_eq!((reaction.changed, reaction.touched), (vec!["a".into()], vec!["a".into()]));
    assert_eq!(follow.entry("a").unwrap().progress(), Some(40));
    assert!(follow.entry("other").is_none());
    let asked = (0..2).map(|_| {
        let (now, number, question) = until_asked(&mut follow, 0);
        follow.on(Event::Answered(number, Ok(vec![])), now);
        question
    });
    let records: Vec<Question> = asked.collect();
    assert!(records.iter().all(|question| matches!(question, Question::Record(..))), "{records:?}");
}

/// All sequences of four events out of twelve kinds, before and while a question is asked. None loses a backup that is not final, asks
/// twice at once, or asks where asking cannot work; and after each, good surroundings and a
/// service that says a final state bring the end.
#[test]
fn whatever_happens_no_backup_is_lost_and_no_question_is_asked_twice() {
    let kinds: [fn(u32) -> Event; 12] = [
        |_| Event::Accept(recent("b")),
        |_| Event::Tick,
        |n| Event::Answered(n, Ok(vec![])),
        |n| Event::Answered(n, Ok(vec![backup("a", "protecting", 50)])),
        |n| Event::Answered(n, Err(refused(503))),
        |n| Event::Answered(n, Err(refused(401))),
        |n| Event::Answered(n, Err(refused(403))),
        |_| Event::Visible(false),
        |_| Event::Online(false),
        |_| Event::Online(true),
        |_| Event::Token(true),
        |_| Event::Clear,
    ];
    let mut follow = following(&["a"]);
    explore(&follow, 0, 4, &kinds);
    until_asked(&mut follow, 0);
    explore(&follow, FIRST, 4, &kinds);
}

fn explore(follow: &Follow, now: i64, depth: u32, kinds: &[fn(u32) -> Event]) {
    if depth == 0 {
        return ends(follow.clone(), now);
    }
    for kind in kinds {
        let (mut after, now) = (follow.clone(), now + FIRST);
        let event = kind(follow.asked);
        let was_asking = matches!(follow.poll, Poll::Asking(..));
        let answered = matches!(event, Event::Answered(..));
        let reaction = after.on(event.clone(), now);
        let before = follow.entries.all().filter(|entry| entry.is_open());
        for entry in before {
            assert!(after.entry(&entry.recent.id).is_some(), "{event:?} loses one of {follow:?}");
        }
        if reaction.ask.is_some() {
            let Around { visible, online, token } = after.around;
            assert!(visible && online && token, "{event:?} asks in {follow:?}");
            assert!(!was_asking || answered, "{event:?} asks twice in {follow:?}");
        }
        if let Poll::Due(due) = after.poll {
            assert!(due <= now + LONGEST, "{event:?} puts off too long in {follow:?}");
        }
        explore(&after, now, depth - 1, kinds);
    }
}

/// The service says that all is done; the page can ask.
fn ends(mut follow: Follow, now: i64) {
    let number = follow.asked;
    follow.on(Event::Answered(number, Ok(vec![])), now);
    for event in [Event::Visible(true), Event::Online(true), Event::Token(true)] {
        let asked = follow.on(event, now).ask;
        if let Some((number, _)) = asked {
            follow.on(Event::Answered(number, Ok(vec![])), now);
        }
    }
    let all = vec![backup("a", "available", 100), backup("b", "available", 100)];
    let mut now = now;
    for _ in 0..6 {
        if !follow.is_open() {
            return;
        }
        now += LONGEST;
        if let Some((number, _)) = follow.on(Event::Tick, now).ask {
            follow.on(Event::Answered(number, Ok(all.clone())), now);
        }
    }
    assert!(!follow.is_open(), "no end: {follow:?}");
}

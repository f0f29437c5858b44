//! The queue by sentences; what must hold in any order is in `property`.

mod property;

use csbs::{Draft, HttpResponse, NotSent, ServerIds, read_answer};

use super::*;

fn requests(count: usize) -> Vec<BackupRequest> {
    let ids: Vec<String> =
        (0..count).map(|n| format!("9506416d-db6c-406e-8bca-{n:012x}")).collect();
    let draft = Draft { project_id: "b942cc8342734d15bcb246babb1953cf".into(), ..Draft::default() };
    csbs::Fields::from(&draft).requests_for(&ServerIds::read(&ids.join(" ")).ids).unwrap()
}

fn answer(status: u16, retry_after: Option<u64>, body: &str) -> Result<Box<Recent>, Failure> {
    let headers =
        retry_after.map(|seconds| ("retry-after".to_owned(), seconds.to_string())).into_iter();
    let response = HttpResponse { status, headers: headers.collect(), body: body.to_owned() };
    read_answer(response).map(|accepted| recent(&accepted.checkpoint.id))
}

fn recent(id: &str) -> Box<Recent> {
    Box::new(Recent::new(id.to_owned(), "p".into(), 0))
}

fn accepted(id: &str) -> Result<Box<Recent>, Failure> {
    answer(200, None, &format!(r#"{{"checkpoint":{{"id":"{id}","status":"protecting"}}}}"#))
}

fn no() -> Protectable {
    Protectable::No { code: None, message: None, documented: None }
}

fn fates(queue: &Queue) -> Vec<Group> {
    queue.jobs().iter().map(|job| job.fate.group()).collect()
}

const DOWN: &str = r#"{"serviceUnavailable":{"code":503,"message":"later"}}"#;

fn sends(commands: &[Command]) -> Vec<(usize, u32)> {
    let send = |command: &Command| match command {
        Command::Send { place, attempt } => Some((*place, *attempt)),
        Command::Check | Command::WakeAt(_) | Command::Search(_) => None,
    };
    commands.iter().filter_map(send).collect()
}

#[test]
fn so_many_at_a_time_in_order_and_the_next_for_each_answer() {
    let mut queue = Queue::new(requests(4), 2);
    assert_eq!(sends(&queue.on(Event::Tick, 0)), [(0, 1), (1, 1)]);
    assert_eq!(sends(&queue.on(Event::Answered(1, 1, accepted("b")), 1)), [(2, 1)]);
    assert_eq!(sends(&queue.on(Event::Tick, 2)), []);
    assert_eq!(sends(&queue.on(Event::Answered(0, 1, answer(400, None, "")), 3)), [(3, 1)]);
    let _ = queue.on(Event::Answered(2, 1, Err(Failure::Unreachable)), 4);
    let _ = queue.on(Event::Answered(3, 1, accepted("d")), 5);
    assert!(queue.is_over());
    let tally = Tally { started: 2, refused: 1, unknown: 1, ..Tally::default() };
    assert_eq!(queue.tally(), tally);
}

#[test]
fn what_is_waited_for_and_what_is_not() {
    // An answer, and when the same server is tried again: never, or after so many seconds.
    let table = [
        (answer(429, Some(7), ""), Some(7)),
        (answer(429, None, ""), Some(10)),
        (answer(503, Some(3), DOWN), Some(3)),
        (answer(503, None, DOWN), None),
        // A gateway's 503 may have come after the service had begun.
        (answer(503, Some(3), "<html></html>"), None),
        (answer(429, Some(1_000_000), ""), Some(900)),
        (answer(400, None, ""), None),
        (answer(504, None, ""), None),
        (Err(Failure::Unreachable), None),
        (Err(Failure::TimedOut { seconds: 60 }), None),
    ];
    for (answer, seconds) in table {
        let mut queue = Queue::new(requests(1), 1);
        let _ = queue.on(Event::Tick, 0);
        let commands = queue.on(Event::Answered(0, 1, answer.clone()), 1000);
        let Some(seconds) = seconds else {
            let is_search = |command: &Command| *command == Command::Search(0);
            assert!(commands.iter().all(is_search), "{answer:?}: {commands:?}");
            assert!(queue.is_over(), "{answer:?}");
            continue;
        };
        let due = 1000 + seconds * 1000;
        assert_eq!(commands, [Command::WakeAt(due)], "{answer:?}");
        assert_eq!(sends(&queue.on(Event::Tick, due - 1)), [], "{answer:?}");
        assert_eq!(sends(&queue.on(Event::Tick, due)), [(0, 2)], "{answer:?}");
    }
}

#[test]
fn patience_ends_after_some_tries() {
    let mut queue = Queue::new(requests(1), 1);
    let mut now = 0;
    for attempt in 1..=TRIES {
        assert_eq!(sends(&queue.on(Event::Tick, now)), [(0, attempt)]);
        now += 20_000;
        let _ = queue.on(Event::Answered(0, attempt, answer(429, Some(1), "")), now);
        now += 20_000;
    }
    assert_eq!(queue.tally(), Tally { refused: 1, ..Tally::default() });
}

#[test]
fn without_a_token_or_a_network_the_queue_pauses_and_goes_on_with_the_same_server() {
    let table = [
        (answer(401, None, ""), Pause::SignIn),
        (Err(Failure::NotSent(NotSent::TokenMissing)), Pause::SignIn),
        (Err(Failure::NotSent(NotSent::Offline)), Pause::Offline),
    ];
    for (answer, why) in table {
        let mut queue = Queue::new(requests(3), 1);
        let _ = queue.on(Event::Tick, 0);
        assert_eq!(queue.on(Event::Answered(0, 1, answer), 1), [], "{why:?}");
        assert_eq!(queue.pace(), Pace::Paused(why));
        assert_eq!(queue.on(Event::Tick, 2), [], "{why:?}");
        assert_eq!(sends(&queue.on(Event::Resume, 3)), [(0, 1)], "{why:?}");
    }
}

#[test]
fn cancelling_leaves_unsent_what_was_not_sent_and_waits_for_what_was() {
    let mut queue = Queue::new(requests(3), 2);
    let _ = queue.on(Event::Tick, 0);
    assert_eq!(queue.on(Event::Cancel, 1), []);
    assert!(!queue.is_over());
    assert_eq!(queue.on(Event::Resume, 2), []);
    let _ = queue.on(Event::Answered(0, 1, accepted("a")), 3);
    let _ = queue.on(Event::Answered(1, 1, answer(429, Some(1), "")), 4);
    assert!(queue.is_over());
    let tally = Tally { started: 1, refused: 1, unsent: 1, ..Tally::default() };
    assert_eq!(queue.tally(), tally);
}

#[test]
fn a_no_stops_that_server_only_and_an_answer_that_does_not_come_stops_none() {
    let mut queue = Queue::new(requests(4), 4);
    assert_eq!(queue.on(Event::CheckFirst, 0), [Command::Check]);
    let server = |place: usize| queue.jobs()[place].request.resource_id().clone();
    let answers = vec![(server(1), no()), (server(0), Protectable::Yes)];
    assert_eq!(sends(&queue.on(Event::Checked(answers), 1)), [(0, 1)]);
    assert_eq!(sends(&queue.on(Event::CheckOver, 2)), [(2, 1), (3, 1)]);
    assert_eq!(fates(&queue), [Group::Open, Group::Refused, Group::Open, Group::Open]);
    assert_eq!(queue.jobs()[1].fate, Fate::Stopped(no()));
}

#[test]
fn at_the_end_the_service_is_asked_for_what_is_unknown_one_after_the_other() {
    let mut queue = Queue::new(requests(4), 4);
    let _ = queue.on(Event::Tick, 0);
    for place in [0, 2] {
        assert_eq!(queue.on(Event::Answered(place, 1, Err(Failure::Unreachable)), 1), []);
    }
    let _ = queue.on(Event::Answered(1, 1, accepted("b")), 2);
    assert_eq!(queue.on(Event::Answered(3, 1, answer(504, None, "")), 3), [Command::Search(0)]);
    assert_eq!(queue.left_to_ask(), 3);
    assert_eq!(queue.on(Event::Searched(0, Ok(Some(recent("a")))), 4), [Command::Search(2)]);
    assert!(!queue.may_follow());
    assert_eq!(queue.on(Event::Searched(2, Ok(None)), 5), [Command::Search(3)]);
    assert_eq!(queue.on(Event::Searched(3, Err(Failure::Unreachable)), 6), []);
    let open = Group::Unknown;
    assert_eq!(fates(&queue), [Group::Started, Group::Started, open, open]);
    assert!(!queue.may_follow(), "one is still open");

    // The person asks again, for all that are not found.
    assert_eq!(queue.on(Event::FindOut, 7), [Command::Search(2)]);
    assert_eq!(queue.on(Event::Searched(2, Ok(None)), 8), [Command::Search(3)]);
    assert_eq!(queue.on(Event::Searched(3, Ok(None)), 9), []);
    assert!(queue.may_follow());
    assert_eq!(queue.on(Event::Searched(3, Ok(Some(recent("late")))), 10), []);
    assert_eq!(fates(&queue)[3], open, "nobody waits for this answer");
}

#[test]
fn a_queue_that_was_left_sends_nothing_until_it_is_taken_up() {
    let mut jobs: Vec<Job> = requests(3).into_iter().map(Job::new).collect();
    jobs[0].fate = Fate::Started(recent("a"));
    jobs[1].fate = Fate::Unknown(Failure::Abandoned, Search::NotAsked);
    let mut queue = Queue::left(jobs, 2);
    assert_eq!(queue.on(Event::Tick, 0), []);
    assert_eq!(queue.pace(), Pace::Paused(Pause::Left));
    assert_eq!(queue.on(Event::FindOut, 1), [Command::Search(1)]);
    assert_eq!(sends(&queue.on(Event::Resume, 2)), [(2, 1)]);
}

#[test]
fn who_keeps_a_list_is_told_what_has_changed_before_it_is_sent() {
    let mut queue = Queue::new(requests(3), 2);
    let _ = queue.on(Event::Tick, 5);
    assert_eq!(queue.take_changed(), [0, 1]);
    assert!(queue.take_changed().is_empty());
    let _ = queue.on(Event::Answered(0, 1, accepted("a")), 6);
    assert_eq!(queue.take_changed(), [0, 2]);
    assert_eq!(queue.jobs()[2].sent_at, 6);
}

//! The queue by sentences, and by what must hold whatever the service does.

use csbs::{Draft, HttpResponse, NotSent, ServerIds, read_answer};
use proptest::prelude::*;

use super::later::LONGEST_WAIT;
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

/// What the service or the person does next.
#[derive(Debug, Clone)]
enum Deed {
    /// One of those under way, chosen by the number, is answered by this answer.
    Answer(usize, u8),
    Wait(i64),
    Pause,
    Resume,
    Cancel,
    /// An answer to a try that is over, or never was.
    Stray(usize, u32),
    /// The service says no about the server at this place, or yes.
    Check(usize, bool),
    CheckOver,
    FindOut,
    /// The service lists a backup for the server at this place, or none.
    Search(usize, bool),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        8 => (any::<usize>(), 0..8_u8).prop_map(|(which, what)| Deed::Answer(which, what)),
        3 => (0..30_000_i64).prop_map(Deed::Wait),
        1 => Just(Deed::Pause),
        2 => Just(Deed::Resume),
        1 => Just(Deed::Cancel),
        1 => (0..12_usize, 0..4_u32).prop_map(|(place, attempt)| Deed::Stray(place, attempt)),
        1 => (0..12_usize, any::<bool>()).prop_map(|(place, no)| Deed::Check(place, no)),
        1 => Just(Deed::CheckOver),
        1 => Just(Deed::FindOut),
        2 => (0..12_usize, any::<bool>()).prop_map(|(place, is)| Deed::Search(place, is)),
    ];
    proptest::collection::vec(deed, 0..60)
}

fn given(what: u8, id: &str) -> Result<Box<Recent>, Failure> {
    match what {
        0..=2 => accepted(id),
        3 => answer(400, None, ""),
        4 => answer(429, Some(2), ""),
        5 => Err(Failure::Unreachable),
        6 => answer(401, None, ""),
        _ => answer(504, None, ""),
    }
}

/// The world outside the queue: what it has been asked to send, and what came of it.
#[derive(Default)]
struct World {
    now: i64,
    under_way: Vec<(usize, u32)>,
    /// Whether the last answer for a server left open that a backup exists.
    may_exist: Vec<usize>,
    accepted: Vec<(usize, String)>,
}

impl World {
    fn take(&mut self, commands: &[Command], at_most: usize) {
        for (place, attempt) in sends(commands) {
            assert!(!self.may_exist.contains(&place), "server {place} is sent twice");
            assert!(self.under_way.iter().all(|(other, _)| *other != place), "server {place}");
            self.under_way.push((place, attempt));
        }
        assert!(self.under_way.len() <= at_most, "{:?}", self.under_way);
    }

    fn answer(&mut self, queue: &mut Queue, which: usize, what: u8) -> Vec<Command> {
        if self.under_way.is_empty() {
            return Vec::new();
        }
        let (place, attempt) = self.under_way.remove(which % self.under_way.len());
        let id = format!("record-{place}-{attempt}");
        let answer = given(what, &id);
        match &answer {
            Ok(_) => {
                self.accepted.push((place, id));
                self.may_exist.push(place);
            }
            Err(failure) if failure.outcome() != Outcome::NotCreated => self.may_exist.push(place),
            Err(_) => {}
        }
        queue.on(Event::Answered(place, attempt, answer), self.now)
    }

    fn check(&self, queue: &Queue) {
        for (place, id) in &self.accepted {
            let fate = &queue.jobs()[*place].fate;
            let is_kept = matches!(fate, Fate::Started(it) if it.id == *id);
            assert!(is_kept, "{id} was accepted, but is {fate:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_sent_twice_nothing_accepted_is_lost_and_there_is_an_end(
        count in 1..12_usize,
        at_most in 0..6_usize,
        check_first in any::<bool>(),
        deeds in deeds(),
    ) {
        let mut queue = Queue::new(requests(count), at_most);
        let mut world = World::default();
        let limit = at_most.max(1);
        let begin = if check_first { Event::CheckFirst } else { Event::Tick };
        world.take(&queue.on(begin, 0), limit);
        for deed in deeds {
            let commands = match deed {
                Deed::Answer(which, what) => world.answer(&mut queue, which, what),
                Deed::Wait(time) => {
                    world.now += time;
                    queue.on(Event::Tick, world.now)
                }
                Deed::Pause => queue.on(Event::Pause(Pause::Person), world.now),
                Deed::Resume => queue.on(Event::Resume, world.now),
                Deed::Cancel => queue.on(Event::Cancel, world.now),
                Deed::Stray(place, attempt) if !world.under_way.contains(&(place, attempt)) => {
                    queue.on(Event::Answered(place, attempt, accepted("stray")), world.now)
                }
                Deed::Stray(..) => Vec::new(),
                Deed::Check(place, is_no) => {
                    let job = queue.jobs().get(place).map(|job| job.request.resource_id().clone());
                    let answer = if is_no { no() } else { Protectable::Yes };
                    let answers = job.into_iter().map(|server| (server, answer.clone())).collect();
                    queue.on(Event::Checked(answers), world.now)
                }
                Deed::CheckOver => queue.on(Event::CheckOver, world.now),
                Deed::FindOut => queue.on(Event::FindOut, world.now),
                Deed::Search(place, is_listed) => {
                    let found = is_listed.then(|| recent(&format!("found-{place}")));
                    queue.on(Event::Searched(place, Ok(found)), world.now)
                }
            };
            world.take(&commands, limit);
            world.check(&queue);
        }
        let commands = queue.on(Event::CheckOver, world.now);
        world.take(&commands, limit);
        // From here on the service accepts everything, and the person lets the queue run.
        for _ in 0..4 * count {
            world.now += LONGEST_WAIT;
            let commands = queue.on(Event::Resume, world.now);
            world.take(&commands, limit);
            let commands = world.answer(&mut queue, 0, 0);
            world.take(&commands, limit);
        }
        world.check(&queue);
        prop_assert!(queue.is_over(), "{:?}", queue.tally());
    }
}

//! The queue by sentences, and by what must hold whatever the service does.

use csbs::{Draft, HttpResponse, NotSent, ServerIds, read_answer};
use proptest::prelude::*;

use super::*;

fn requests(count: usize) -> Vec<BackupRequest> {
    let ids: Vec<String> =
        (0..count).map(|n| format!("9506416d-db6c-406e-8bca-{n:012x}")).collect();
    let draft = Draft { project_id: "b942cc8342734d15bcb246babb1953cf".into(), ..Draft::default() };
    csbs::Fields::from(&draft).requests_for(&ServerIds::read(&ids.join(" ")).ids).unwrap()
}

fn answer(status: u16, retry_after: Option<u64>, body: &str) -> Result<Box<Accepted>, Failure> {
    let headers =
        retry_after.map(|seconds| ("retry-after".to_owned(), seconds.to_string())).into_iter();
    let response = HttpResponse { status, headers: headers.collect(), body: body.to_owned() };
    read_answer(response).map(Box::new)
}

fn accepted(id: &str) -> Result<Box<Accepted>, Failure> {
    answer(200, None, &format!(r#"{{"checkpoint":{{"id":"{id}","status":"protecting"}}}}"#))
}

const DOWN: &str = r#"{"serviceUnavailable":{"code":503,"message":"later"}}"#;

fn sends(commands: &[Command]) -> Vec<(usize, u32)> {
    let send = |command: &Command| match command {
        Command::Send { place, attempt } => Some((*place, *attempt)),
        Command::WakeAt(_) => None,
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
            assert_eq!(commands, [], "{answer:?}");
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
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        8 => (any::<usize>(), 0..8_u8).prop_map(|(which, what)| Deed::Answer(which, what)),
        3 => (0..30_000_i64).prop_map(Deed::Wait),
        1 => Just(Deed::Pause),
        2 => Just(Deed::Resume),
        1 => Just(Deed::Cancel),
        1 => (0..12_usize, 0..4_u32).prop_map(|(place, attempt)| Deed::Stray(place, attempt)),
    ];
    proptest::collection::vec(deed, 0..60)
}

fn given(what: u8, id: &str) -> Result<Box<Accepted>, Failure> {
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
            let is_kept = matches!(fate, Fate::Started(it) if it.checkpoint.id == *id);
            assert!(is_kept, "{id} was accepted, but is {fate:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_sent_twice_nothing_accepted_is_lost_and_there_is_an_end(
        count in 1..12_usize,
        at_most in 0..6_usize,
        deeds in deeds(),
    ) {
        let mut queue = Queue::new(requests(count), at_most);
        let mut world = World::default();
        let limit = at_most.max(1);
        world.take(&queue.on(Event::Tick, 0), limit);
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
            };
            world.take(&commands, limit);
            world.check(&queue);
        }
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

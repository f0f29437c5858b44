//! What must hold whatever the service and the person do, in whatever order.

use proptest::prelude::*;

use super::super::later::LONGEST_WAIT;
use super::*;

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

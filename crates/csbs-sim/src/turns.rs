//! Things that go wrong every other time: first they do, then they do not, and so on.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Remembers for which things it was the turn to go wrong. Clones share the memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns {
    wrong: Arc<Mutex<HashSet<String>>>,
}

impl Turns {
    /// Whether this thing goes wrong now: the first time, the third time, and so on.
    pub(crate) fn goes_wrong(&self, thing: &str) -> bool {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.remove(thing) {
            return false;
        }
        wrong.insert(thing.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_goes_wrong_every_other_time() {
        let turns = Turns::default();
        let clone = turns.clone();
        let seen = ["a", "a", "b", "a", "b"].map(|thing| clone.goes_wrong(thing));
        assert_eq!(seen, [true, false, true, true, false]);
        assert!(!turns.goes_wrong("a"));
    }
}

//! Finding out about servers whose outcome is open: the service is asked for one after the other.

use csbs::{Failure, Recent};

use super::{Fate, Queue};
use crate::state::Search;

impl Queue {
    /// Notes those with an open outcome about which this is known.
    pub(super) fn find_out(&mut self, wanted: impl Fn(&Search) -> bool) {
        let is_wanted = |(place, fate): (usize, &Fate)| match fate {
            Fate::Unknown(_, search) if wanted(search) => Some(place),
            _ => None,
        };
        let fates = self.jobs.iter().map(|job| &job.fate).enumerate();
        let places: Vec<usize> =
            fates.filter_map(is_wanted).filter(|place| !self.to_ask.contains(place)).collect();
        self.to_ask.extend(places);
    }

    /// How many are still to be asked for, the one under way included.
    #[must_use]
    pub fn left_to_ask(&self) -> usize {
        self.to_ask.len() + usize::from(self.is_asking())
    }

    /// An answer that nobody waits for changes nothing.
    pub(super) fn searched(&mut self, place: usize, found: Result<Option<Box<Recent>>, Failure>) {
        let fate = match self.jobs.get(place).map(|job| &job.fate) {
            Some(Fate::Unknown(failure, Search::Asking)) => match found {
                Ok(Some(recent)) => Fate::Started(recent),
                Ok(None) => Fate::Unknown(failure.clone(), Search::NothingFound),
                Err(why) => Fate::Unknown(failure.clone(), Search::Failed(why)),
            },
            _ => return,
        };
        self.set(place, fate);
    }

    /// The next one to be asked for, unless one is.
    pub(super) fn next_to_ask(&mut self) -> Option<usize> {
        if self.is_asking() {
            return None;
        }
        while !self.to_ask.is_empty() {
            let place = self.to_ask.remove(0);
            if let Some(Fate::Unknown(failure, _)) = self.jobs.get(place).map(|job| &job.fate) {
                let asking = Fate::Unknown(failure.clone(), Search::Asking);
                self.set(place, asking);
                return Some(place);
            }
        }
        None
    }

    fn is_asking(&self) -> bool {
        self.jobs.iter().any(|job| matches!(job.fate, Fate::Unknown(_, Search::Asking)))
    }
}

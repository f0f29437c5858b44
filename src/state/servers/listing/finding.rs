//! What a search has found, kept for each key on the way to it: a key more looks through what was
//! found before, and a key less gives that back.

use csbs::server::{Haystack, Search};

/// Something that can be found.
pub trait Findable {
    /// What it is found by.
    fn haystack(&self) -> &Haystack;
    /// Whether it can be backed up, as far as the list tells.
    fn is_fit(&self) -> bool;
}

/// A search and what it has found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// What is searched for; `None` finds everything.
    search: Option<Search>,
    /// The places of what was found, in order.
    found: Vec<usize>,
    /// How much of it can be backed up.
    fit: usize,
    /// What was searched for and found before, each narrower than the one before it.
    trail: Vec<(Search, Vec<usize>, usize)>,
}

impl Finding {
    /// The same search, which has found nothing yet.
    pub fn anew(self) -> Self {
        Self { search: self.search, ..Self::default() }
    }

    /// The places of what was found, in order.
    pub fn found(&self) -> &[usize] {
        &self.found
    }

    /// How much of it can be backed up.
    pub fn fit(&self) -> usize {
        self.fit
    }

    /// Searches all of it for what was typed.
    pub fn search<T: Findable>(&mut self, typed: &str, all: &[T]) {
        let before = self.search.take();
        self.search = Some(Search::read(typed)).filter(|search| !search.is_blank());
        if let Some(before) = before {
            if self.trail.len() == LONGEST_TRAIL {
                self.trail.remove(0);
            }
            self.trail.push((before, std::mem::take(&mut self.found), self.fit));
        }
        let Some(search) = &self.search else {
            self.trail.clear();
            self.all(all);
            return;
        };
        while self.trail.last().is_some_and(|(wider, ..)| !search.narrows(wider)) {
            self.trail.pop();
        }
        match self.trail.pop() {
            Some((same, found, fit)) if same == *search => {
                (self.found, self.fit) = (found, fit);
            }
            Some((wider, found, fit)) => {
                let of_it =
                    found.iter().copied().filter_map(|place| Some((place, all.get(place)?)));
                (self.found, self.fit) = looked_through(search, of_it);
                self.trail.push((wider, found, fit));
            }
            None => (self.found, self.fit) = looked_through(search, all.iter().enumerate()),
        }
    }

    /// Searches what has been added to it from this place on.
    pub fn added<T: Findable>(&mut self, all: &[T], first: usize) {
        // What was found before lacks what is new.
        self.trail.clear();
        let new = all.iter().enumerate().skip(first);
        let (found, fit) = match &self.search {
            Some(search) => looked_through(search, new),
            None => counted(new),
        };
        self.found.extend(found);
        self.fit += fit;
    }

    fn all<T: Findable>(&mut self, all: &[T]) {
        (self.found, self.fit) = counted(all.iter().enumerate());
    }
}

/// More keys than people type in a row to find a server.
const LONGEST_TRAIL: usize = 24;

fn looked_through<'a, T: Findable + 'a>(
    search: &Search,
    all: impl Iterator<Item = (usize, &'a T)>,
) -> (Vec<usize>, usize) {
    counted(all.filter(|(_, one)| search.finds(one.haystack())))
}

fn counted<'a, T: Findable + 'a>(all: impl Iterator<Item = (usize, &'a T)>) -> (Vec<usize>, usize) {
    let mut fit = 0;
    let places = all.map(|(place, one)| {
        fit += usize::from(one.is_fit());
        place
    });
    (places.collect(), fit)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Name(Haystack, bool);

    impl Findable for Name {
        fn haystack(&self) -> &Haystack {
            &self.0
        }

        fn is_fit(&self) -> bool {
            self.1
        }
    }

    fn named(name: &str, is_fit: bool) -> Name {
        let body = format!(r#"{{"servers":[{{"id":"1","name":"{name}"}}]}}"#);
        let response = csbs::HttpResponse { status: 200, headers: vec![], body };
        let page = csbs::read_servers_answer(response).unwrap();
        Name(Haystack::of(&page.servers[0]), is_fit)
    }

    proptest! {
        /// Whatever is typed, taken back and pasted, in whatever order.
        #[test]
        fn it_finds_what_a_search_from_the_start_would_find(
            names in proptest::collection::vec(("[abΣσς ]{0,6}", any::<bool>()), 0..12),
            later in 0..12_usize,
            typed in proptest::collection::vec("[abAΣσ ]{0,5}", 0..40),
        ) {
            let all: Vec<Name> = names.iter().map(|(name, fit)| named(name, *fit)).collect();
            let first = later.min(all.len());
            let mut finding = Finding::default();
            finding.added(&all[..first], 0);
            for (step, typed) in typed.iter().enumerate() {
                let is_here = if step < 20 { first } else { all.len() };
                if step == 20 {
                    finding.added(&all, first);
                }
                finding.search(typed, &all[..is_here]);
                let mut anew = Finding::default();
                anew.added(&all[..is_here], 0);
                anew.search(typed, &all[..is_here]);
                prop_assert_eq!(finding.found(), anew.found(), "{:?}", typed);
                prop_assert_eq!(finding.fit(), anew.fit(), "{:?}", typed);
            }
        }
    }
}

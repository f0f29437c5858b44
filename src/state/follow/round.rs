//! One round: everything that is followed is asked about once, and what cannot be asked for
//! together a few at a time.

use std::collections::{BTreeMap, BTreeSet};

use csbs::Backup;
use csbs::checkpoint_item::CLOCK_TOLERANCE_MILLIS;

use super::entries::{Entries, Place};
use super::question::{Page, one};
use super::{Entry, Question};

/// How many pages of one list are asked for in a round.
pub const MOST_PAGES: u32 = 20;
/// How many backups are asked for alone in a round.
pub const MOST_ALONE: usize = 4;

/// What is left to ask in a round.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// The list that is asked for next is the last one.
    lists: Vec<List>,
    /// What was asked for in a list, found or not for want of an answer.
    served: BTreeSet<String>,
    /// What is asked for alone, the next one last; chosen when the lists are over.
    alone: Option<Vec<String>>,
}

/// The list of a project, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
struct List {
    page: Page,
    pages: u32,
    /// These are to be found in it.
    awaited: BTreeSet<String>,
    /// So are these, but the round before did not find them.
    late: BTreeSet<String>,
}

/// How the lists are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lists {
    /// How many backups a page has at most.
    pub limit: u16,
    /// How far the clock of the service is behind this one, in milliseconds; never above zero.
    pub skew: i64,
}

/// What an answer has led to.
#[derive(Debug, Default)]
pub struct Read {
    /// What is shown of these has changed.
    pub touched: Vec<String>,
    /// The state of these has changed.
    pub changed: Vec<String>,
    /// How far the clock of the service was behind this one when these were created.
    pub skew: Option<i64>,
}

impl Round {
    /// A round that asks about everything that is open.
    pub fn begin(entries: &mut Entries, with: Lists) -> Self {
        reach_again(entries);
        let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in entries.all().filter(|entry| entry.is_together()) {
            groups.entry(&entry.recent.project_id).or_default().push(entry);
        }
        let lists = groups.into_iter().filter_map(|(project, group)| {
            let since = group.iter().map(|entry| since(entry, with.skew)).min()?;
            let since = since.saturating_sub(CLOCK_TOLERANCE_MILLIS);
            let known = entries.all().filter(|entry| {
                entry.recent.project_id == project && self::since(entry, with.skew) >= since
            });
            // A few that are followed among many that are done cost less one by one.
            let pages = known.count() / usize::from(with.limit) + 1;
            (group.len() > pages).then(|| List::new(project, since, with.limit, &group))
        });
        Self { lists: lists.collect(), ..Self::default() }
    }

    /// The question whose turn it is; none when the round is over. `turn` tells who was last to
    /// be asked for alone.
    pub fn question(&mut self, entries: &Entries, turn: &mut Option<Place>) -> Option<Question> {
        if let Some(list) = self.lists.last() {
            return Some(Question::Since(list.page.clone()));
        }
        let Self { served, alone, .. } = self;
        let alone = alone.get_or_insert_with(|| choose(entries, served, turn));
        loop {
            match entries.get(alone.last()?) {
                Some(entry) if entry.is_asked() => return Some(one(entry)),
                _ => drop(alone.pop()),
            }
        }
    }

    /// Takes the answer to a question, be it one of this round or not.
    pub fn read(
        &mut self,
        entries: &mut Entries,
        question: &Question,
        backups: &[Backup],
        now: i64,
    ) -> Read {
        let mut read = Read::default();
        match question {
            Question::Since(page) => {
                let found = self.find(entries, page, backups);
                for (id, backup) in &found {
                    take(entries, id, backup, now, &mut read);
                }
                for id in self.turn_page(entries, page, backups, &found) {
                    miss(entries, &id, &mut read);
                }
            }
            Question::Record(id, ..) | Question::Item(id, ..) => {
                let by_item = matches!(question, Question::Item(..));
                let found = entries.get(id).and_then(|entry| entry.find(backups, by_item));
                match found {
                    Some(backup) => take(entries, id, backup, now, &mut read),
                    None => miss(entries, id, &mut read),
                }
                self.pass(id);
            }
        }
        read
    }

    /// A question was not answered: the round goes on without it.
    pub fn fail(&mut self, question: &Question) {
        match question {
            Question::Since(page) => {
                if self.lists.last().is_some_and(|list| list.page == *page)
                    && let Some(list) = self.lists.pop()
                {
                    self.served.extend(list.awaited.into_iter().chain(list.late));
                }
            }
            Question::Record(id, ..) | Question::Item(id, ..) => self.pass(id),
        }
    }

    fn pass(&mut self, id: &String) {
        if let Some(alone) = &mut self.alone
            && alone.last() == Some(id)
        {
            alone.pop();
        }
    }

    /// The backups of a page that belong to what is open, each with the id of its entry.
    fn find<'a>(
        &mut self,
        entries: &Entries,
        page: &Page,
        backups: &'a [Backup],
    ) -> Vec<(String, &'a Backup)> {
        let mut by_id: BTreeMap<&str, &Backup> = BTreeMap::new();
        for backup in backups {
            by_id.insert(&backup.item.id, backup);
            if let Some(record) = &backup.item.checkpoint_id {
                by_id.entry(record).or_insert(backup);
            }
        }
        let open = entries
            .all()
            .filter(|entry| entry.is_asked() && entry.recent.project_id == page.project);
        let found: Vec<_> = open
            .filter_map(|entry| {
                let ids = [&entry.recent.item_id, &entry.recent.record_id];
                let found = ids.into_iter().flatten().filter_map(|id| by_id.get(id.as_str()));
                let backup = found.copied().find(|backup| entry.recent.is(backup))?;
                Some((entry.recent.id.clone(), backup))
            })
            .collect();
        self.served.extend(found.iter().map(|(id, _)| id.clone()));
        found
    }

    /// Goes on to the next page if that is worth it; otherwise the list is over, and these are
    /// not in it.
    fn turn_page(
        &mut self,
        entries: &mut Entries,
        page: &Page,
        backups: &[Backup],
        found: &[(String, &Backup)],
    ) -> Vec<String> {
        let Some(list) = self.lists.last_mut().filter(|list| list.page == *page) else {
            return Vec::new();
        };
        for (id, _) in found {
            list.awaited.remove(id);
            list.late.remove(id);
        }
        let last = backups.last().map(|backup| backup.item.id.clone());
        let is_full = backups.len() >= usize::from(page.limit);
        let is_wanted = !list.awaited.is_empty() || list.late.len() > MOST_ALONE;
        // A service that passes over the marker gives the same page again and again.
        let is_stuck = last == page.after || list.pages >= MOST_PAGES;
        if is_full && is_wanted && !is_stuck {
            list.page.after = last;
            list.pages += 1;
            return Vec::new();
        }
        let Some(list) = self.lists.pop() else {
            return Vec::new();
        };
        if !is_full {
            return list.awaited.into_iter().chain(list.late).collect();
        }
        for id in &list.awaited {
            if let Some(entry) = entries.get_mut(id) {
                entry.beyond = true;
            }
        }
        Vec::new()
    }
}

impl List {
    fn new(project: &str, since: i64, limit: u16, group: &[&Entry]) -> Self {
        let ids = |missing| {
            let group = group.iter().filter(move |entry| entry.missing == missing);
            group.map(|entry| entry.recent.id.clone()).collect()
        };
        let page = Page { project: project.to_owned(), since, after: None, limit };
        Self { page, pages: 1, awaited: ids(false), late: ids(true) }
    }
}

/// When a backup was created by the service's clock, as far as that is known.
fn since(entry: &Entry, skew: i64) -> i64 {
    entry.created_at().unwrap_or_else(|| entry.recent.started_at.saturating_add(skew))
}

/// What a list did not reach may be reached when nothing older than it is left.
fn reach_again(entries: &mut Entries) {
    let reached: BTreeSet<&String> = entries
        .all()
        .filter(|entry| entry.is_together())
        .map(|entry| &entry.recent.project_id)
        .collect();
    let beyond = entries.all().filter(|entry| entry.beyond && entry.is_asked());
    let again: Vec<String> = beyond
        .filter(|entry| !reached.contains(&entry.recent.project_id))
        .map(|entry| entry.recent.id.clone())
        .collect();
    for id in &again {
        if let Some(entry) = entries.get_mut(id) {
            entry.beyond = false;
        }
    }
}

/// The next few of those that no list has, in turn; the first one to ask for comes last.
fn choose(entries: &Entries, served: &BTreeSet<String>, turn: &mut Option<Place>) -> Vec<String> {
    let places = entries.places();
    let begin = match turn {
        Some(turn) => places.partition_point(|place| *place <= *turn),
        None => 0,
    };
    let (before, after) = places.split_at_checked(begin).unwrap_or((places, &[]));
    let is_left = |place: &&Place| {
        !served.contains(&place.1) && entries.get(&place.1).is_some_and(|entry| entry.is_asked())
    };
    let in_turn = after.iter().chain(before).filter(is_left).take(MOST_ALONE);
    let chosen: Vec<Place> = in_turn.cloned().collect();
    *turn = chosen.last().cloned().or(turn.take());
    chosen.into_iter().rev().map(|(_, id)| id).collect()
}

fn take(entries: &mut Entries, id: &str, backup: &Backup, now: i64, read: &mut Read) {
    if entries.get(id).is_none_or(|entry| !entry.is_news(backup, now)) {
        return;
    }
    let Some(entry) = entries.get_mut(id) else {
        return;
    };
    let was_known = entry.backup.is_some();
    if entry.read(backup, now) {
        read.changed.push(id.to_owned());
    }
    read.touched.push(id.to_owned());
    if let Some(created) = entry.created_at().filter(|_| !was_known && !entry.solo) {
        let behind = created.saturating_sub(entry.recent.started_at);
        read.skew = Some(read.skew.map_or(behind, |skew| skew.min(behind)));
    }
}

fn miss(entries: &mut Entries, id: &str, read: &mut Read) {
    if let Some(entry) = entries.get_mut(id).filter(|entry| entry.is_asked()) {
        let was_missing = entry.missing;
        entry.miss();
        if !was_missing || !entry.is_open() {
            read.touched.push(id.to_owned());
        }
    }
}

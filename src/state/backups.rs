//! All backups of one server, as the service lists them: loaded page by page, as one value with
//! pure transitions.
//!
//! What has arrived stays, whatever becomes of a later page. [`List`] is the handle with the
//! signals; it carries out what a transition asks for.

mod filter;
mod list;

use std::collections::BTreeSet;
use std::sync::Arc;

use csbs::{
    Backup, Failure, HttpRequest, ItemQuery, ProjectId, ResourceId, count_request, list_request,
};

pub use filter::{Filter, FilterProblem, Typed};
pub use list::{List, Source};

/// How many backups the first page has.
pub const FIRST: u16 = 20;
/// How many each later page has.
pub const MORE: u16 = 50;

/// Which backups are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The project.
    pub project: ProjectId,
    /// The server.
    pub server: ResourceId,
    /// Which of its backups.
    pub filter: Filter,
}

/// How far loading has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing has been asked for.
    #[default]
    Idle,
    /// A page is on its way.
    Loading,
    /// A page did not come. Those before it are here.
    Failed(Failure),
    /// The pages asked for are here; there may be more.
    Some,
    /// All pages are here.
    All,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Which backups these are.
    pub wanted: Option<Wanted>,
    /// How far loading has come.
    pub stage: Stage,
    /// How many there are on all pages, once the service has said so.
    pub total: Option<u64>,
    rows: Vec<Arc<Backup>>,
    /// A backup that is on two pages comes once.
    known: BTreeSet<String>,
    /// The page that is on its way, or did not come, begins the list anew.
    anew: bool,
    /// Counts the pages that were asked for; the answer to another question changes nothing.
    asked: u32,
    /// Counts the lists that were begun.
    run: u32,
}

/// What happens to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The person wants these backups.
    Want(Wanted),
    /// The person wants the same ones as they are now.
    Reload,
    /// The person wants the next page.
    More,
    /// The person wants the page that did not come.
    Again,
    /// The answer to the question of this number.
    Page(u32, Result<Vec<Backup>, Failure>),
    /// How many there are in the list of this number.
    Counted(u32, Result<u64, Failure>),
}

/// What is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A page, under this number.
    Page(u32, HttpRequest),
    /// How many there are in the list of this number.
    Count(u32, HttpRequest),
}

impl Wanted {
    fn query(&self) -> ItemQuery {
        let Filter { status, name, from, to } = self.filter.clone();
        ItemQuery {
            resource_id: Some(self.server.clone()),
            status,
            name,
            start_time: from,
            end_time: to,
            ..ItemQuery::default()
        }
    }
}

impl Listing {
    /// The backups that are here, the newest first.
    #[must_use]
    pub fn rows(&self) -> &[Arc<Backup>] {
        &self.rows
    }

    /// The backup with this id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<&Arc<Backup>> {
        self.rows.iter().find(|row| row.item.id == id)
    }

    /// Whether there is a next page to be asked for.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.stage == Stage::Some
    }

    /// Carries on after an event; what is to be asked.
    pub fn on(&mut self, event: Event) -> Vec<Ask> {
        match event {
            Event::Want(wanted) => {
                let is_same = self.wanted.as_ref() == Some(&wanted);
                if is_same && !matches!(self.stage, Stage::Failed(_)) {
                    return Vec::new();
                }
                if !is_same {
                    (self.rows, self.total) = (Vec::new(), None);
                    self.wanted = Some(wanted);
                }
                self.begin()
            }
            Event::Reload => self.begin(),
            Event::More if self.has_more() => self.load(),
            Event::Again if matches!(self.stage, Stage::Failed(_)) => self.load(),
            Event::Page(number, answer) if number == self.asked && self.stage == Stage::Loading => {
                match answer {
                    Ok(backups) => self.arrived(backups),
                    Err(failure) => self.stage = Stage::Failed(failure),
                }
                Vec::new()
            }
            Event::Counted(run, Ok(total)) if run == self.run => {
                self.total = Some(total);
                self.settle();
                Vec::new()
            }
            Event::More | Event::Again | Event::Page(..) | Event::Counted(..) => Vec::new(),
        }
    }

    /// Asks for the first page, and for the number of all.
    fn begin(&mut self) -> Vec<Ask> {
        let Some(query) = self.wanted.as_ref().map(Wanted::query) else {
            return Vec::new();
        };
        self.run = self.run.wrapping_add(1);
        self.anew = true;
        let mut asks = self.load();
        if let Some(wanted) = &self.wanted {
            asks.push(Ask::Count(self.run, count_request(&wanted.project, &query)));
        }
        asks
    }

    fn load(&mut self) -> Vec<Ask> {
        let Some(wanted) = &self.wanted else {
            return Vec::new();
        };
        let mut query = ItemQuery { limit: Some(self.limit()), ..wanted.query() };
        if let Some(last) = self.rows.last().filter(|_| !self.anew) {
            query = query.after(&last.item);
        }
        self.asked = self.asked.wrapping_add(1);
        self.stage = Stage::Loading;
        vec![Ask::Page(self.asked, list_request(&wanted.project, &query))]
    }

    fn limit(&self) -> u16 {
        if self.anew { FIRST } else { MORE }
    }

    fn arrived(&mut self, backups: Vec<Backup>) {
        let is_full = backups.len() >= usize::from(self.limit());
        if std::mem::take(&mut self.anew) {
            self.rows.clear();
            self.known.clear();
        }
        let before = self.rows.len();
        for backup in backups {
            if self.known.insert(backup.item.id.clone()) {
                self.rows.push(Arc::new(backup));
            }
        }
        // A service that passes over the marker would give the same page for ever.
        let is_new = self.rows.len() > before;
        self.stage = if is_full && is_new { Stage::Some } else { Stage::All };
        self.settle();
    }

    /// A full page may have been the last one, as the number of all tells.
    fn settle(&mut self) {
        let here = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        if self.stage == Stage::Some && self.total.is_some_and(|total| total <= here) {
            self.stage = Stage::All;
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

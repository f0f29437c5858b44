//! Loading a list page by page, as one value with pure transitions, and finding servers in it.
//!
//! What has arrived stays, whatever becomes of a later page, and can be searched and chosen while
//! more is on its way.

mod finding;

use std::collections::BTreeMap;

use csbs::server::{Haystack, Obstacle};
use csbs::{Failure, ProjectId, Server, ServerPage};

use finding::{Findable, Finding};

/// How far loading has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing has been asked for.
    #[default]
    Idle,
    /// This page is on its way.
    Loading(u32),
    /// This page did not come. Those before it are here.
    Failed(u32, Failure),
    /// All pages are here.
    Complete,
}

/// A server with what is needed to find and to judge it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The server.
    pub server: Server,
    /// Why it cannot be backed up, as far as the list tells.
    pub obstacle: Option<Obstacle>,
    haystack: Haystack,
}

/// The servers of one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Whose servers these are.
    pub project: Option<ProjectId>,
    /// How far loading has come.
    pub stage: Stage,
    /// How many servers there are on all pages, once a page has said so.
    pub total: Option<u64>,
    /// The place of the row that the keyboard is on, among those found.
    pub active: Option<usize>,
    /// The row that was chosen last, of those found: where a range begins.
    pub last_chosen: Option<usize>,
    servers: Vec<Listed>,
    /// The places of the servers by their ids. One that moves between two pages while they are
    /// loaded comes twice.
    places: BTreeMap<String, usize>,
    finding: Finding,
    /// Counts the lists that were begun; a page of another one changes nothing.
    run: u32,
}

/// What happens to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEvent {
    /// The person wants the servers of this project.
    Open(ProjectId),
    /// A page of a list has come, or did not.
    Arrived {
        /// Which list it belongs to.
        run: u32,
        /// Which page it is, from 1.
        page: u32,
        /// What came.
        answer: Result<ServerPage, Failure>,
    },
    /// The person wants the page that did not come to be asked for again.
    GoOn,
    /// The person wants all of it anew.
    Reload,
    /// The person has typed this to search for.
    Search(String),
    /// The keyboard is on this row of those found, or on none.
    Activate(Option<usize>),
    /// The row of those found that was just chosen; none when it was taken out again.
    Chosen(Option<usize>),
}

/// A page to be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetch {
    /// Which list it belongs to.
    pub run: u32,
    /// Whose servers.
    pub project: ProjectId,
    /// Which page, from 1.
    pub page: u32,
}

impl Listing {
    /// How many servers are here.
    #[must_use]
    pub fn loaded(&self) -> usize {
        self.servers.len()
    }

    /// How many of them the search has found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.finding.found().len()
    }

    /// How many of those found can be backed up, as far as the list tells.
    #[must_use]
    pub fn fit(&self) -> usize {
        self.finding.fit()
    }

    /// The server with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Server> {
        self.servers.get(*self.places.get(id)?).map(|listed| &listed.server)
    }

    /// The server in this row of those found.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<&Listed> {
        self.servers.get(*self.finding.found().get(row)?)
    }

    /// The server that the keyboard is on.
    #[must_use]
    pub fn active_server(&self) -> Option<&Listed> {
        self.row(self.active?)
    }

    /// The list after an event, and the page that is to be asked for.
    #[must_use]
    pub fn on(mut self, event: ListEvent) -> (Self, Option<Fetch>) {
        match event {
            ListEvent::Open(project) if self.project.as_ref() == Some(&project) => (self, None),
            ListEvent::Open(project) => self.begin(project),
            ListEvent::Reload => match self.project.clone() {
                Some(project) => self.begin(project),
                None => (self, None),
            },
            ListEvent::GoOn => match self.stage {
                Stage::Failed(page, _) => self.load(page),
                _ => (self, None),
            },
            ListEvent::Arrived { run, page, answer }
                if run == self.run && self.stage == Stage::Loading(page) =>
            {
                self.arrived(page, answer)
            }
            ListEvent::Arrived { .. } => (self, None),
            ListEvent::Search(typed) => {
                self.active = None;
                self.last_chosen = None;
                self.finding.search(&typed, &self.servers);
                (self, None)
            }
            ListEvent::Chosen(row) => {
                self.last_chosen = row;
                (self, None)
            }
            ListEvent::Activate(row) => {
                self.active = row.filter(|row| *row < self.found());
                (self, None)
            }
        }
    }

    /// An empty list of this project; what is searched for stays.
    fn begin(self, project: ProjectId) -> (Self, Option<Fetch>) {
        let (run, finding) = (self.run + 1, self.finding.anew());
        Self { project: Some(project), run, finding, ..Self::default() }.load(1)
    }

    fn load(mut self, page: u32) -> (Self, Option<Fetch>) {
        self.stage = Stage::Loading(page);
        let run = self.run;
        let fetch = self.project.clone().map(|project| Fetch { run, project, page });
        (self, fetch)
    }

    fn arrived(mut self, page: u32, answer: Result<ServerPage, Failure>) -> (Self, Option<Fetch>) {
        let received = match answer {
            Ok(received) => received,
            Err(failure) => {
                self.stage = Stage::Failed(page, failure);
                return (self, None);
            }
        };
        let next = received.next(page);
        self.total = received.count.or(self.total);
        let new = self.servers.len();
        for server in received.servers {
            if !self.places.contains_key(&server.id) {
                let (obstacle, haystack) = (server.obstacle(), Haystack::of(&server));
                self.places.insert(server.id.clone(), self.servers.len());
                self.servers.push(Listed { server, obstacle, haystack });
            }
        }
        self.finding.added(&self.servers, new);
        match next {
            Some(page) => self.load(page),
            None => {
                self.stage = Stage::Complete;
                (self, None)
            }
        }
    }
}

impl Findable for Listed {
    fn haystack(&self) -> &Haystack {
        &self.haystack
    }

    fn is_fit(&self) -> bool {
        self.obstacle.is_none()
    }
}

#[cfg(test)]
mod tests;

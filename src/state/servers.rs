//! The servers of a project, to choose from: loaded page by page, searched, and walked through.
//!
//! `choice`, `keys`, `listing` and `window` are pure. [`ServerList`] is the handle with the signals;
//! it carries out what a transition asks for. Which servers are chosen is no state of its own: it
//! is what stands in the field for them.

mod choice;
mod choosing;
mod keys;
mod listing;
mod window;

use std::sync::Arc;

use csbs::{ProjectId, read_servers_answer, servers_request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::exchange::ask_aside;
use super::repeat::when_a_token_comes;
use super::{Console, Latest, passing};
use crate::config::Config;

pub use choice::Chosen;
pub use choosing::Choice;
pub use keys::{Held, Intent, intent};
pub use listing::{Fetch, ListEvent, Listed, Listing, Stage};
pub use window::{Step, in_sight, offset_to_show, step, visible};

/// What keeps the list from being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// There is no token.
    pub token: bool,
    /// There is no project id.
    pub project: bool,
}

/// The list on the page. It is a handle: copying it copies no state.
#[derive(Clone, Copy)]
pub struct ServerList {
    console: Console,
    /// What has been loaded and found.
    pub listing: RwSignal<Listing>,
    /// The servers that stand in the field, read once for each change of it.
    pub chosen: Memo<Chosen>,
    /// The rows that are drawn: the first, and the one after the last.
    pub drawn: RwSignal<(usize, usize)>,
    latest: Latest,
}

impl ServerList {
    /// A list that nothing has been asked for yet.
    #[must_use]
    pub fn new(console: Console) -> Self {
        let text = console.form.resource_id.text;
        let list = Self {
            console,
            listing: RwSignal::new(Listing::default()),
            chosen: passing(move |_| text.with(|typed| Chosen::of(typed))),
            drawn: RwSignal::new((0, FIRST_DRAWN)),
            latest: Latest::new(),
        };
        list.learn_names();
        let lacks_token = move || {
            list.listing.with_untracked(
                |listing| matches!(&listing.stage, Stage::Failed(_, why) if why.lacks_token()),
            )
        };
        when_a_token_comes(console, lacks_token, move || list.tell(ListEvent::GoOn));
        list
    }

    /// Tells the console what the servers in the field are called, whichever comes first: the
    /// server into the field, or its name with a page.
    fn learn_names(self) {
        let loaded = passing(move |_| self.listing.with(Listing::loaded));
        Effect::new(move |_| {
            // Reading it is what makes a memo follow its sources.
            loaded.get();
            let names = self.console.server_names;
            self.chosen.with(|chosen| {
                self.listing.with_untracked(|listing| {
                    let servers = chosen.ids().filter_map(|id| listing.by_id(id));
                    for (server, name) in
                        servers.filter_map(|server| Some((server, server.name.as_ref()?)))
                    {
                        if names.name_of(&server.id).as_ref() != Some(name) {
                            names.learn(&server.id, name);
                        }
                    }
                });
            });
        });
    }

    /// The project whose servers would be listed, or what is lacking for that; tracked.
    ///
    /// # Errors
    ///
    /// What the person has to fill in before.
    pub fn project(&self) -> Result<ProjectId, Lacking> {
        let form = self.console.form;
        let project = form.project_id.text.with(|typed| ProjectId::parse(typed).ok());
        let token = form.access.with(|access| access.fault().is_some());
        match project {
            Some(project) if !token => Ok(project),
            project => Err(Lacking { token, project: project.is_none() }),
        }
    }

    /// Asks for the servers of the project in the form, unless they are here or on their way.
    pub fn load(&self) {
        if let Ok(project) = untrack(|| self.project()) {
            self.tell(ListEvent::Open(project));
        }
    }

    /// Gives an event to the state machine and does what it asks for.
    pub fn tell(&self, event: ListEvent) {
        // The list, and its signals with it, may be gone when a page arrives.
        let fetch = self.listing.try_update(|listing| {
            let (after, fetch) = std::mem::take(listing).on(event);
            *listing = after;
            fetch
        });
        if let Some(Some(fetch)) = fetch {
            let (list, config) = (*self, self.console.config());
            spawn_local(async move { list.fetch(fetch, config).await });
        }
    }

    async fn fetch(self, fetch: Fetch, config: Arc<Config>) {
        // Without an address there is no list that could ask for a page.
        let Some(backup_address) = config.compute_address.clone() else {
            return;
        };
        let config = Config { backup_address, ..(*config).clone() };
        // A list of another project, which may still be on its way, is no longer wanted.
        let abort = self.latest.begin();
        let request = servers_request(&fetch.project, fetch.page);
        let answer = ask_aside(self.console, &config, &request, &abort).await;
        self.tell(ListEvent::Arrived {
            run: fetch.run,
            page: fetch.page,
            answer: answer.and_then(read_servers_answer),
        });
    }
}

/// How many rows are drawn before it is known how many fit.
const FIRST_DRAWN: usize = 12;

//! Choosing servers: what the person wants, what becomes of the field, and what is to be said.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use csbs::server::Obstacle;
use csbs::{Field, ResourceId, Server};
use leptos::prelude::*;

use super::choice::{with, without};
use super::{Chosen, ListEvent, Listed, ServerList};

/// What came of choosing. The last number is how many servers are chosen now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This one is chosen.
    Taken(Server, usize),
    /// This one is no longer chosen.
    Dropped(Server, usize),
    /// Several were chosen, or taken out.
    Several {
        /// How many were passed over because they cannot be backed up.
        unfit: usize,
        /// How many were left out because no more than the limit can be chosen.
        beyond: usize,
        /// How many are chosen now.
        count: usize,
    },
    /// This one cannot be backed up.
    Unfit(Server, Obstacle),
    /// Its id is none that a backup can be asked for.
    Odd(Server),
    /// As many as can be chosen are already.
    Full,
    /// The form is read-only because a request is under way.
    Held,
}

impl ServerList {
    /// Chooses the server in this row, or takes it out; `None` if there is none.
    #[must_use]
    pub fn toggle(&self, row: usize) -> Option<Choice> {
        let (server, id) = match self.in_row(row)? {
            Ok(found) => found,
            Err(refused) => return Some(refused),
        };
        if self.is_held() {
            return Some(Choice::Held);
        }
        if !self.chosen.with_untracked(|chosen| chosen.has(&id)) {
            return Some(self.take_one(row, server, id));
        }
        self.write(&without(&self.text(), |gone| *gone == id));
        self.tell(ListEvent::Chosen(None));
        Some(Choice::Dropped(server, self.chosen.with_untracked(Chosen::count)))
    }

    /// Chooses the server in this row, and leaves it chosen if it is; `None` if there is none.
    #[must_use]
    pub fn take(&self, row: usize) -> Option<Choice> {
        Some(match self.in_row(row)? {
            Ok(_) if self.is_held() => Choice::Held,
            Ok((server, id)) => self.take_one(row, server, id),
            Err(refused) => refused,
        })
    }

    /// Chooses all servers of these rows that can be backed up. `last` is the row that the
    /// person has come to.
    #[must_use]
    pub fn take_rows(&self, rows: RangeInclusive<usize>, last: usize) -> Choice {
        if self.is_held() {
            return Choice::Held;
        }
        let mut unfit = 0;
        let servers = self.listing.with_untracked(|listing| {
            let servers = rows.filter_map(|row| listing.row(row)).filter_map(|listed| {
                let server = fit(listed);
                unfit += usize::from(server.is_none());
                server
            });
            servers.collect::<Vec<ResourceId>>()
        });
        self.tell(ListEvent::Chosen(Some(last)));
        self.add(servers, unfit)
    }

    /// Chooses every server found that can be backed up. If all of them are chosen and it
    /// `toggles`, takes all of them out.
    #[must_use]
    pub fn take_found(&self, toggles: bool) -> Choice {
        if self.is_held() {
            return Choice::Held;
        }
        let (servers, found) = self.listing.with_untracked(|listing| {
            let servers = (0..listing.found()).filter_map(|row| listing.row(row).and_then(fit));
            (servers.collect::<Vec<ResourceId>>(), listing.found())
        });
        let are_chosen =
            self.chosen.with_untracked(|chosen| servers.iter().all(|server| chosen.has(server)));
        if toggles && are_chosen {
            let gone: BTreeSet<&str> = servers.iter().map(ResourceId::as_str).collect();
            self.write(&without(&self.text(), |id| gone.contains(id.as_str())));
            let count = self.chosen.with_untracked(Chosen::count);
            return Choice::Several { unfit: 0, beyond: 0, count };
        }
        let unfit = found - servers.len();
        self.add(servers, unfit)
    }

    /// Takes all servers out of the field; what is no server stays there.
    #[must_use]
    pub fn take_none(&self) -> Choice {
        if self.is_held() {
            return Choice::Held;
        }
        self.write(&without(&self.text(), |_| true));
        self.tell(ListEvent::Chosen(None));
        Choice::Several { unfit: 0, beyond: 0, count: 0 }
    }

    fn take_one(&self, row: usize, server: Server, id: ResourceId) -> Choice {
        let added = with(&self.text(), [id]);
        if added.beyond > 0 {
            return Choice::Full;
        }
        self.write(&added.text);
        self.tell(ListEvent::Chosen(Some(row)));
        Choice::Taken(server, added.count)
    }

    fn add(&self, servers: Vec<ResourceId>, unfit: usize) -> Choice {
        let added = with(&self.text(), servers);
        self.write(&added.text);
        Choice::Several { unfit, beyond: added.beyond, count: added.count }
    }

    /// The server in a row with its id, or why it cannot be chosen.
    fn in_row(&self, row: usize) -> Option<Result<(Server, ResourceId), Choice>> {
        let listed = self.listing.with_untracked(|listing| listing.row(row).cloned())?;
        Some(match (listed.obstacle, ResourceId::parse(&listed.server.id)) {
            (None, Ok(id)) => Ok((listed.server, id)),
            (Some(obstacle), _) => Err(Choice::Unfit(listed.server, obstacle)),
            (None, Err(_)) => Err(Choice::Odd(listed.server)),
        })
    }

    fn is_held(&self) -> bool {
        self.console.sending.get_untracked()
    }

    fn text(&self) -> String {
        self.console.form.resource_id.text.get_untracked()
    }

    fn write(&self, text: &str) {
        let form = self.console.form;
        if form.resource_id.text.with_untracked(|before| before == text) {
            return;
        }
        form.resource_id.change(text.to_owned());
        form.follow();
        self.console.mend(Field::ResourceId);
    }
}

/// The id of a server that can be backed up.
fn fit(listed: &Listed) -> Option<ResourceId> {
    ResourceId::parse(&listed.server.id).ok().filter(|_| listed.obstacle.is_none())
}

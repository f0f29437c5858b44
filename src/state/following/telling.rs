//! Telling what has changed: a few backups by name, more of them as numbers, and once when all are
//! done.

use std::sync::Arc;

use leptos::prelude::*;

use super::Following;
use crate::state::Console;
use crate::state::follow::{Entry, Reaction, Summary};
use crate::{notification, recents};

/// When more backups than this are told of at once, they are counted and not named.
const FEW: usize = 3;

/// What has changed, to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The state of one backup.
    One(Arc<Entry>),
    /// The states of several, of which so many have come to what.
    Several(Summary),
    /// All that ran at the same time are done.
    All(Summary),
}

impl Following {
    /// Keeps and tells what has changed: a few backups by name, more of them as numbers.
    pub(super) fn announce(self, console: Console, reaction: &Reaction) {
        let entry = |id: &String| self.board.try_with_value(|board| board.entry(id).cloned());
        let changed: Vec<_> =
            reaction.changed.iter().filter_map(|id| entry(id).flatten()).collect();
        for entry in changed.iter().filter(|entry| !entry.aside) {
            recents::update(&entry.recent);
        }
        let summary = self.summary.try_get_untracked().unwrap_or_default();
        let say = |changed| self.sentence.try_run(changed).unwrap_or_default();
        let ends = self.notify.try_get_untracked().unwrap_or_default();
        let mut said = Vec::new();
        if changed.len() > FEW {
            said.extend(reaction.done.is_none().then(|| say(Changed::Several(summary))));
        } else {
            for entry in changed {
                let is_open = entry.is_open();
                let sentence = say(Changed::One(entry));
                // Of many, only the end of all of them is worth a message of the system.
                if !is_open && ends && summary.total() <= FEW {
                    notification::show(&sentence);
                }
                said.push(sentence);
            }
        }
        if let Some(done) = reaction.done {
            let sentence = say(Changed::All(done));
            if ends {
                notification::show(&sentence);
            }
            said.push(sentence);
        }
        if !said.is_empty() {
            console.announcer.tell(said.join(" "));
        }
    }
}

//! Carries out what following asks for: the clock, the questions, the browser's storage and what
//! is said. It is there once the part of the program that comes later is.

use std::time::Duration;

use csbs::{Accepted, CheckpointItem, Failure, NotSent, Recent, read_backup_answer};
use csbs::{Backup, RefusalKind, read_backups_answer};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::exchange::ask_aside;
use super::follow::{Around, Entry, Event, Follow, Held, Question};
use super::{Console, Evidence, Sent};
use crate::transport::Abort;
use crate::{browser, notification, recents};

/// How often it is looked whether a question is due, and times that run are drawn.
const BEAT: Duration = Duration::from_secs(1);

/// What is followed, for all who draw it. It is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Following {
    board: RwSignal<Follow>,
    /// The time, by this device's clock, as long as something is open.
    now: RwSignal<i64>,
    beating: StoredValue<bool>,
    /// Whether the person wants a message of the system.
    notify: RwSignal<bool>,
    /// The sentence about a change of state.
    sentence: Callback<Entry, String>,
}

impl Following {
    /// Begins with what earlier visits of this browser have left, and makes itself known to the
    /// console. `sentence` says that the state of a backup has changed.
    #[must_use]
    pub fn begin(console: Console, sentence: Callback<Entry, String>) -> Self {
        let token = move || console.form.access.with(|access| access.fault().is_none());
        let around = Around {
            visible: browser::is_visible(),
            online: browser::is_online(),
            token: untrack(token),
        };
        let following = Self {
            board: RwSignal::new(Follow::new(around)),
            now: RwSignal::new(browser::now()),
            beating: StoredValue::new(false),
            notify: RwSignal::new(false),
            sentence,
        };
        console.following.set_value(Some(following));
        for recent in recents::all() {
            following.tell(console, Event::Accept(recent));
        }
        Effect::new(move |first: Option<()>| {
            let token = token();
            if first.is_some() {
                following.tell(console, Event::Token(token));
            }
        });
        browser::when_sight_or_network_changes(move || {
            following.tell(console, Event::Visible(browser::is_visible()));
            following.tell(console, Event::Online(browser::is_online()));
        });
        following
    }

    /// The entry that is kept under this id; tracked.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Entry> {
        self.board.try_with(|board| board.entry(id).cloned()).flatten()
    }

    /// The ids of all entries, the newest first; tracked.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let ids =
            |board: &Follow| board.entries().iter().map(|entry| entry.recent.id.clone()).collect();
        self.board.try_with(ids).unwrap_or_default()
    }

    /// Why it cannot be told how things stand, if something is open; tracked.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        self.board.try_with(|board| board.held().filter(|_| board.is_open())).flatten()
    }

    /// The time by this device's clock; tracked, and moving while something is open.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.now.try_get().unwrap_or_default()
    }

    /// Whether a message of the system was asked for; tracked.
    #[must_use]
    pub fn notifies(&self) -> bool {
        self.notify.get()
    }

    /// The person wants a message of the system when a backup is finished.
    pub fn notify(self) {
        spawn_local(async move {
            let permitted = notification::ask().await;
            self.notify.try_set(permitted);
        });
    }

    /// Follows a backup that was just started, and keeps it for later visits.
    pub fn start(self, console: Console, recent: Recent) {
        recents::add(&recent);
        self.tell(console, Event::Accept(recent));
    }

    /// Follows what has this id, of a record or of a backup.
    pub fn look_up(self, console: Console, project_id: String, id: String) {
        let recent = Recent {
            id: id.clone(),
            record_id: Some(id.clone()),
            item_id: Some(id),
            project_id,
            server_id: None,
            name: None,
            started_at: browser::now(),
            status: None,
        };
        self.tell(console, Event::LookUp(recent));
    }

    /// Forgets all in the browser's storage, and what is final on the page as well.
    pub fn clear(self, console: Console) {
        recents::clear();
        self.tell(console, Event::Clear);
    }

    /// Gives the poller an event and does what it asks for.
    pub fn tell(self, console: Console, event: Event) {
        // The page, and its signals with it, may be gone when an answer arrives.
        let Some(reaction) = self.board.try_update(|board| board.on(event, browser::now())) else {
            return;
        };
        for id in &reaction.changed {
            self.changed(console, id);
        }
        if let Some((number, question)) = reaction.ask {
            spawn_local(async move {
                let answer = ask(console, &question).await;
                self.tell(console, Event::Answered(number, answer));
            });
        }
        self.beat(console);
    }

    fn changed(self, console: Console, id: &str) {
        let entry = self.board.try_with_untracked(|board| board.entry(id).cloned()).flatten();
        let Some(entry) = entry else {
            return;
        };
        recents::update(&entry.recent);
        let is_open = entry.is_open();
        let Some(said) = self.sentence.try_run(entry) else {
            return;
        };
        if !is_open && self.notify.try_get_untracked().unwrap_or_default() {
            notification::show(&said);
        }
        console.announcer.say(said);
    }

    /// Looks again in a second, as long as something is open and somebody can see it.
    fn beat(self, console: Console) {
        let open = self.board.try_with_untracked(Follow::is_open).unwrap_or_default();
        let beating = self.beating.try_get_value().unwrap_or(true);
        if !open || beating || !browser::is_visible() {
            return;
        }
        self.beating.set_value(true);
        let beat = move || {
            if self.beating.try_update_value(|beating| *beating = false).is_some() {
                self.now.try_set(browser::now());
                let due = self.board.try_with_untracked(|board| board.is_due(browser::now()));
                if due.unwrap_or_default() {
                    self.tell(console, Event::Tick);
                } else {
                    self.beat(console);
                }
            }
        };
        set_timeout(beat, BEAT);
    }
}

/// What is followed when this evidence shows that a backup was started.
#[must_use]
pub fn recent_of(sent: &Sent, evidence: &Evidence) -> Recent {
    let (record_id, item_id, status, name) = match evidence {
        Evidence::Answer(accepted) => {
            let Accepted { checkpoint, .. } = &**accepted;
            (Some(checkpoint.id.clone()), None, Some(checkpoint.status.clone()), None)
        }
        Evidence::Found(item) => {
            let CheckpointItem { id, checkpoint_id, status, name, .. } = &**item;
            (checkpoint_id.clone(), Some(id.clone()), status.clone(), name.clone())
        }
    };
    let request = &sent.request;
    Recent {
        id: record_id.clone().or(item_id.clone()).unwrap_or_default(),
        record_id,
        item_id,
        project_id: request.project_id().as_str().to_owned(),
        server_id: Some(request.resource_id().as_str().to_owned()),
        name: name.or(request.backup_name().map(|name| name.as_str().to_owned())),
        started_at: sent.at,
        status,
    }
}

async fn ask(console: Console, question: &Question) -> Result<Vec<Backup>, Failure> {
    let request = question.request().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    let config = console.try_config().ok_or(Failure::NotSent(NotSent::NotBuilt))?;
    let response = ask_aside(console, &config, &request, &Abort::new()).await?;
    if !matches!(question, Question::Item(..)) {
        return read_backups_answer(response);
    }
    match read_backup_answer(response) {
        Ok(followed) => Ok(vec![followed.backup]),
        Err(Failure::Refused(refusal)) if refusal.kind() == RefusalKind::NotFound => Ok(vec![]),
        Err(failure) => Err(failure),
    }
}

//! Carries out what following asks for: the clock, the questions, the browser's storage and what
//! is said. It is there once the part of the program that comes later is.

mod evidence;
mod rows;
mod telling;

pub use evidence::recent_of;
pub use telling::Changed;

use std::sync::Arc;
use std::time::Duration;

use csbs::{
    Backup, Failure, NotSent, Recent, RefusalKind, read_backup_answer, read_backups_answer,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::exchange::ask_aside;
use super::follow::{Around, Entry, Event, Follow, Held, Question, Reaction, Summary};
use super::{Console, Throttle};
use crate::transport::Abort;
use crate::{browser, notification, recents};
use rows::Rows;

/// How long the list of the newest is not drawn again after it was: in a run they come faster than
/// anybody reads.
const LISTED_AFTER: Duration = Duration::from_secs(1);

/// How often it is looked whether a question is due, and times that run are drawn.
const BEAT: Duration = Duration::from_secs(1);

/// What is followed, for all who draw it. It is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Following {
    board: StoredValue<Follow>,
    /// A signal for each entry that is drawn, so that an answer wakes only those it changes.
    rows: StoredValue<Rows>,
    ids: RwSignal<Arc<Vec<String>>>,
    listing: Throttle,
    tally: RwSignal<Summary>,
    summary: RwSignal<Summary>,
    held: RwSignal<Option<Held>>,
    /// The time, by this device's clock, as long as something is open.
    now: RwSignal<i64>,
    beating: StoredValue<bool>,
    /// Whether the person wants a message of the system.
    notify: RwSignal<bool>,
    /// Whether the browser has kept all that was started on this page.
    keeps: RwSignal<bool>,
    /// The sentence about what has changed.
    sentence: Callback<Changed, String>,
}

impl Following {
    /// Begins with what earlier visits of this browser have left, and makes itself known to the
    /// console. `sentence` says that the state of backups has changed.
    #[must_use]
    pub fn begin(console: Console, sentence: Callback<Changed, String>) -> Self {
        let token = move || console.form.access.with(|access| access.fault().is_none());
        let around = Around {
            visible: browser::is_visible(),
            online: browser::is_online(),
            token: untrack(token),
        };
        let following = Self {
            board: StoredValue::new(Follow::new(around)),
            rows: StoredValue::new(Rows::default()),
            ids: RwSignal::new(Arc::default()),
            listing: Throttle::new(LISTED_AFTER),
            tally: RwSignal::new(Summary::default()),
            summary: RwSignal::new(Summary::default()),
            held: RwSignal::new(None),
            now: RwSignal::new(browser::now()),
            beating: StoredValue::new(false),
            notify: RwSignal::new(false),
            keeps: RwSignal::new(true),
            sentence,
        };
        console.following.set_value(Some(following));
        following.tell(console, Event::Remember(recents::all()));
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

    /// The entry that is kept under this id; tracked. Who asks is woken when something about this
    /// entry has changed, and only then.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Arc<Entry>> {
        let known = || self.board.try_with_value(|board| board.entry(id).cloned()).flatten();
        self.rows.try_update_value(|rows| rows.signal(id, known))?.get()
    }

    /// The ids of this browser's own backups, the newest first; tracked.
    #[must_use]
    pub fn ids(&self) -> Arc<Vec<String>> {
        self.ids.try_get().unwrap_or_default()
    }

    /// How many of them have come to what; tracked.
    #[must_use]
    pub fn tally(&self) -> Summary {
        self.tally.try_get().unwrap_or_default()
    }

    /// How many of those have come to what that ran at the same time, from the first one on that
    /// was started when no other was running; tracked.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.summary.try_get().unwrap_or_default()
    }

    /// Why it cannot be told how things stand, if something is open; tracked.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        self.held.try_get().flatten()
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

    /// Whether the browser has kept all that was started on this page; tracked.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.keeps.get()
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
        if !recents::add(&recent) {
            set(self.keeps, false);
        }
        self.tell(console, Event::Accept(recent));
    }

    /// Follows what has this id, of a record or of a backup.
    pub fn look_up(self, console: Console, project_id: String, id: String) {
        let recent = Recent {
            record_id: Some(id.clone()),
            item_id: Some(id.clone()),
            ..Recent::new(id, project_id, browser::now())
        };
        self.tell(console, Event::LookUp(recent));
    }

    /// The id under which the service's backup is kept, if it is.
    #[must_use]
    pub fn id_of(&self, backup: &Backup) -> Option<String> {
        self.board.try_with_value(|board| board.id_of(backup).map(str::to_owned)).flatten()
    }

    /// The id under which a backup of this project, out of a list of the service, is kept. It is
    /// followed if it runs; it does not come into the list of this browser's own.
    pub fn show(self, console: Console, project_id: String, backup: &Backup) -> String {
        let known = self.id_of(backup);
        let mut recent = Recent::new(backup.item.id.clone(), project_id, browser::now());
        recent.learn(backup);
        let id = known.unwrap_or_else(|| recent.id.clone());
        self.tell(console, Event::Show(recent, Box::new(backup.clone())));
        id
    }

    /// Forgets all in the browser's storage, and what is final on the page as well.
    pub fn clear(self, console: Console) {
        recents::clear();
        self.tell(console, Event::Clear);
    }

    /// Gives the poller an event and does what it asks for.
    pub fn tell(self, console: Console, event: Event) {
        let is_new = matches!(event, Event::Accept(_));
        // The page, and its signals with it, may be gone when an answer arrives.
        let reaction = self.board.try_update_value(|board| board.on(event, browser::now()));
        let Some(mut reaction) = reaction else {
            return;
        };
        let ask = reaction.ask.take();
        self.draw(&reaction, is_new);
        self.announce(console, &reaction);
        if let Some((number, question)) = ask {
            spawn_local(async move {
                let answer = ask_service(console, &question).await;
                self.tell(console, Event::Answered(number, answer));
            });
        }
        self.beat(console);
    }

    /// Wakes those who draw what has changed. A new one may wait for others.
    fn draw(self, reaction: &Reaction, is_new: bool) {
        self.board.try_with_value(|board| {
            for id in &reaction.touched {
                // Setting a signal wakes effects later, and runs nothing now.
                self.rows.try_with_value(|rows| rows.set(id, board.entry(id)));
            }
            set(self.held, board.held().filter(|_| board.is_open()));
        });
        if reaction.listed && is_new {
            self.listing.ask(move || self.draw_list());
        } else if reaction.listed || !reaction.changed.is_empty() {
            self.draw_list();
        }
    }

    /// Wakes those who draw the list, and how many have come to what.
    fn draw_list(self) {
        self.board.try_with_value(|board| {
            let ids: Vec<String> = board.listed().map(|entry| entry.recent.id.clone()).collect();
            if self.ids.try_with_untracked(|before| **before != ids) == Some(true) {
                self.ids.try_set(Arc::new(ids));
            }
            set(self.tally, board.tally());
            set(self.summary, board.summary());
        });
    }

    /// Looks again in a second, as long as something is open and somebody can see it.
    fn beat(self, console: Console) {
        let open = self.board.try_with_value(Follow::is_open).unwrap_or_default();
        let beating = self.beating.try_get_value().unwrap_or(true);
        if !open || beating || !browser::is_visible() {
            return;
        }
        self.beating.set_value(true);
        let beat = move || {
            if self.beating.try_update_value(|beating| *beating = false).is_some() {
                self.now.try_set(browser::now());
                let due = self.board.try_with_value(|board| board.is_due(browser::now()));
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

/// Sets a signal if that changes it; it may be gone.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|before| *before != value) == Some(true) {
        let _ = signal.try_set(value);
    }
}

async fn ask_service(console: Console, question: &Question) -> Result<Vec<Backup>, Failure> {
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

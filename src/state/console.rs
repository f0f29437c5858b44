//! The console as a whole: gives events to the state machine and carries out its commands.
//!
//! What a command asks of the service is in `exchange`.

use std::sync::Arc;

use csbs::Draft;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::config::{Config, Way};
use crate::state::check::Check;
use crate::state::form::Checked;
use crate::state::later::Errand;
use crate::state::queue::AT_MOST;
use crate::state::run::Run;
use crate::state::sign_in::SignIn;
use crate::state::{
    Announcer, Command, Event, Following, Form, Later, NotFetched, Sent, ServerNames, Shown, Soon,
    Submission,
};
use crate::transport::Abort;

/// The id of the panel that shows what came of sending. It takes the focus when the control that
/// had it goes away with an answer.
pub const OUTCOME_ID: &str = "csbs-outcome";
/// The id of its title.
pub const OUTCOME_TITLE_ID: &str = "csbs-outcome-title";

/// Fetches the part of the program that comes later.
pub type Fetch = fn() -> Soon<Result<Later, NotFetched>>;

/// Why the form was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It has problems.
    Problems,
    /// The very same request has started a backup, which is on the page.
    StartedAlready,
}

/// Everything a component may look at or ask for. It is a handle: copying it copies no state.
#[derive(Clone, Copy)]
pub struct Console {
    /// What was typed.
    pub form: Form,
    /// Where the page is between the form and a backup.
    pub submission: RwSignal<Submission>,
    /// Whether a request to create a backup is under way; the form is read-only meanwhile.
    pub sending: Memo<bool>,
    /// Who is signed in, and how far signing in has come.
    pub sign_in: RwSignal<SignIn>,
    /// The way to sign in that is chosen.
    pub way: RwSignal<Way>,
    /// Whether a test of the connection, or what came of it, is on the page.
    pub tested: RwSignal<bool>,
    /// The live region.
    pub announcer: Announcer,
    /// What came of asking whether the server can be backed up.
    pub check: RwSignal<Check>,
    /// Whether that is asked before a backup is started.
    pub check_first: RwSignal<bool>,
    /// The run of many backups that is on the page.
    pub run: RwSignal<Option<Run>>,
    /// How many requests of a run are under way at a time.
    pub at_most: RwSignal<usize>,
    /// What is followed, once the part of the program that does so is here.
    pub following: StoredValue<Option<Following>>,
    /// The language, and what outlives the page as it is drawn in one.
    pub shown: Shown,
    /// What servers are called, as far as the page has learned it.
    pub server_names: ServerNames,
    /// Whether the field that the service has refused was changed since.
    pub(super) mended: RwSignal<bool>,
    /// The part of the program that comes later, once it is here.
    later: RwSignal<Option<Result<Later, NotFetched>>>,
    pub(super) inner: StoredValue<Inner, LocalStorage>,
}

/// What no component looks at.
pub(super) struct Inner {
    pub(super) config: Arc<Config>,
    /// Fetches the part of the program that comes later.
    fetch: Fetch,
    /// How many requests this page has sent.
    attempts: u32,
    /// The records of the backups that this page has started.
    pub(super) known: Vec<String>,
    /// Ends the request that is under way.
    pub(super) abort: Option<Abort>,
    /// How many requests for signing in this page has sent.
    pub(super) sign_ins: u32,
    /// Ends the request for signing in that is under way.
    pub(super) sign_in_abort: Option<Abort>,
}

impl Console {
    /// A console for this deployment, with the draft that an earlier visit of this tab left.
    #[must_use]
    pub fn new(config: Config, draft: Draft, fetch: Fetch) -> Self {
        let submission = RwSignal::new(Submission::Editing);
        let way = config.sign_in.first().copied().unwrap_or(Way::Token);
        let console = Self {
            form: Form::new(draft),
            submission,
            sending: Memo::new(move |_| submission.with(Submission::is_sending)),
            sign_in: RwSignal::new(SignIn::default()),
            way: RwSignal::new(way),
            tested: RwSignal::new(false),
            announcer: Announcer::new(),
            check: RwSignal::new(Check::NotAsked),
            check_first: RwSignal::new(true),
            run: RwSignal::new(None),
            at_most: RwSignal::new(AT_MOST),
            following: StoredValue::new(None),
            shown: Shown::new(),
            server_names: ServerNames::new(),
            mended: RwSignal::new(false),
            later: RwSignal::new(None),
            inner: StoredValue::new_local(Inner {
                config: config.into(),
                fetch,
                attempts: 0,
                known: Vec::new(),
                abort: None,
                sign_ins: 0,
                sign_in_abort: None,
            }),
        };
        console.choose_way(way);
        console
    }

    /// What the operator set.
    #[must_use]
    pub fn config(&self) -> Arc<Config> {
        self.inner.with_value(|inner| inner.config.clone())
    }

    /// What the operator set; `None` when the page is gone.
    #[must_use]
    pub fn try_config(&self) -> Option<Arc<Config>> {
        self.inner.try_with_value(|inner| inner.config.clone())
    }

    /// Sends the form if nothing speaks against it. A backup that was just started is started
    /// `again` only if the person says so.
    ///
    /// # Errors
    ///
    /// What speaks against it; nothing was sent then.
    pub fn submit(&self, again: bool) -> Result<(), Held> {
        self.form.attempted.set(true);
        self.form.follow();
        let problems = untrack(|| self.form.problems());
        let requests = self.form.checked.with_untracked(Checked::requests);
        let requests = requests.ok().filter(|_| problems.is_empty()).ok_or(Held::Problems)?;
        let attempt = self.inner.with_value(|inner| inner.attempts + 1);
        let event = if let [request] = requests.as_slice() {
            let request = request.clone();
            let started = self.submission.with_untracked(|state| state.has_started(&request));
            if started && !again {
                return Err(Held::StartedAlready);
            }
            Event::Submit(Sent { attempt, request, at: browser::now() })
        } else {
            Event::SubmitMany(attempt, requests)
        };
        self.inner.update_value(|inner| inner.attempts = attempt);
        self.form.attempted.set(false);
        self.tell(event);
        Ok(())
    }

    /// Whether a new request may be sent: see [`Submission::may_send`] and
    /// [`Queue::may_follow`](super::queue::Queue::may_follow).
    #[must_use]
    pub fn may_send(&self) -> bool {
        self.submission.with_untracked(Submission::may_send)
            && self.run.with_untracked(|run| run.as_ref().is_none_or(|run| run.queue.may_follow()))
    }

    /// Whether leaving the page now would lose an answer.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        let run = self.run.try_with_untracked(|run| run.as_ref().is_some_and(Run::is_under_way));
        self.sending.try_get_untracked() == Some(true) || run == Some(true)
    }

    /// Gives an event to the state machine and does what it asks for.
    pub fn tell(&self, event: Event) {
        browser::rescue_focus(OUTCOME_ID);
        // The page, and its signals with it, may be gone when an answer arrives.
        let transition = self.submission.try_update(|state| {
            let (after, command) = std::mem::replace(state, Submission::Editing).on(event);
            *state = after;
            command
        });
        let Some(command) = transition else {
            return;
        };
        self.mended.set(false);
        // A run stays until it is put aside, whatever has taken its place meanwhile.
        let is_editing =
            self.submission.with_untracked(|state| matches!(state, Submission::Editing));
        if is_editing && self.run.with_untracked(Option::is_some) {
            self.submission.set(Submission::Many);
        }
        match command {
            Some(Command::Prepare(attempt)) => self.prepare(attempt),
            Some(Command::Check(sent)) => self.start(|later| later.check_before, sent),
            Some(Command::Send(sent)) => self.start(|later| later.send, sent),
            Some(Command::Search(sent)) => self.start(|later| later.search, sent),
            Some(Command::Run(requests)) => {
                if let Some(Ok(later)) = self.later.get_untracked() {
                    (later.run.start)(*self, requests);
                }
            }
            Some(Command::Abort) => {
                if let Some(abort) = self.inner.with_value(|inner| inner.abort.clone()) {
                    abort.cancel();
                }
            }
            None => {}
        }
    }

    /// The part of the program that comes later, or that it could not be fetched; tracked.
    #[must_use]
    pub fn later(&self) -> Option<Result<Later, NotFetched>> {
        self.later.get()
    }

    /// The same, without being tracked.
    #[must_use]
    pub fn later_untracked(&self) -> Option<Result<Later, NotFetched>> {
        self.later.get_untracked()
    }

    /// Fetches the part of the program that comes later, unless it is here already.
    ///
    /// # Errors
    ///
    /// [`NotFetched`]; the next call tries again.
    pub async fn fetch_later(self) -> Result<Later, NotFetched> {
        if let Some(Some(Ok(later))) = self.later.try_get_untracked() {
            return Ok(later);
        }
        let fetch = self.inner.try_with_value(|inner| inner.fetch).ok_or(NotFetched)?;
        let later = fetch().await;
        // The page, and its signals with it, may be gone by now.
        let _ = self.later.try_set(Some(later));
        later
    }

    fn prepare(self, attempt: u32) {
        if let Some(Ok(_)) = self.later.get_untracked() {
            self.tell(self.prepared(attempt));
        } else {
            self.when_later(move |later| {
                let here =
                    later.map_or(Event::Prepared(attempt, false), |_| self.prepared(attempt));
                self.tell(here);
            });
        }
    }

    /// What comes after the part of the program that reads answers is there.
    fn prepared(self, attempt: u32) -> Event {
        if self.check_first.try_get_untracked() == Some(true) {
            Event::CheckFirst(attempt)
        } else {
            Event::Prepared(attempt, true)
        }
    }

    /// The state machine asks for this only after [`Event::Prepared`] has told that it is there.
    fn start(self, what: fn(&Later) -> Errand, sent: Sent) {
        if let Some(Ok(later)) = self.later.get_untracked() {
            spawn_local(what(&later)(self, sent));
        }
    }
}

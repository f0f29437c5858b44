//! The console as a whole: gives events to the state machine and carries out its commands.
//!
//! This is where signals end and values begin: the transport gets a request and a token, and its
//! answer comes back as an [`Event`].

use csbs::{
    CheckpointItem, Draft, Failure, Field, HttpRequest, HttpResponse, ItemQuery, NotSent, Problem,
    list_request, read_answer, read_items_answer,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::config::Config;
use crate::session::Access;
use crate::state::{Announcer, Command, Event, Form, Seen, Sent, Submission};
use crate::transport::{self, Abort};

/// The id of the panel that shows what came of sending. It takes the focus when the control that
/// had it goes away with an answer.
pub const OUTCOME_ID: &str = "csbs-outcome";

/// Everything a component may look at or ask for. It is a handle: copying it copies no state.
#[derive(Clone, Copy)]
pub struct Console {
    /// What was typed.
    pub form: Form,
    /// Where the page is between the form and a backup.
    pub submission: RwSignal<Submission>,
    /// Whether a request to create a backup is under way; the form is read-only meanwhile.
    pub sending: Memo<bool>,
    /// The live region.
    pub announcer: Announcer,
    /// Whether the field that the service has refused was changed since.
    mended: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

/// What no component looks at.
struct Inner {
    config: Config,
    /// How many requests this page has sent.
    attempts: u32,
    /// The records of the backups that this page has started.
    known: Vec<String>,
    /// Ends the request that is under way.
    abort: Option<Abort>,
}

impl Console {
    /// A console for this deployment, with the draft that an earlier visit of this tab left.
    #[must_use]
    pub fn new(config: Config, draft: Draft) -> Self {
        let submission = RwSignal::new(Submission::Editing);
        Self {
            form: Form::new(draft),
            submission,
            sending: Memo::new(move |_| submission.with(Submission::is_sending)),
            announcer: Announcer::new(),
            mended: RwSignal::new(false),
            inner: StoredValue::new_local(Inner {
                config,
                attempts: 0,
                known: Vec::new(),
                abort: None,
            }),
        }
    }

    /// What the operator set.
    #[must_use]
    pub fn config(&self) -> Config {
        self.inner.with_value(|inner| inner.config.clone())
    }

    /// The address that requests, and with them the token, are sent to.
    #[must_use]
    pub fn address(&self) -> String {
        browser::origin() + &self.config().base_path
    }

    /// Reads what is in the token field. The text itself is not kept.
    pub fn enter_token(&self, typed: &str) {
        self.form.access.set(Access::read(typed));
        self.form.access_seen.update(|seen| *seen = seen.after_change());
    }

    /// Forgets the token.
    pub fn forget_token(&self) {
        self.form.access.set(Access::default());
        self.form.access_seen.set(Seen::default());
    }

    /// What the service has said against the value that is in a field; tracked.
    #[must_use]
    pub fn refusal_of(&self, field: Field) -> Option<String> {
        let refused = self.submission.with(Submission::refused_field);
        let message = refused.filter(|(refused, _)| *refused == field).map(|(_, message)| message);
        message.filter(|_| !self.mended.get())
    }

    /// The person has changed a field: what the service said against it no longer holds.
    pub fn mend(&self, field: Field) {
        if untrack(|| self.refusal_of(field)).is_some() {
            self.mended.set(true);
        }
    }

    /// Sends the form if nothing speaks against it.
    ///
    /// # Errors
    ///
    /// The problems to be shown; nothing was sent then.
    pub fn submit(&self) -> Result<(), Vec<Problem>> {
        self.form.attempted.set(true);
        let problems = untrack(|| self.form.problems());
        let request = self.form.checked.with_untracked(|checked| checked.fields.request());
        match request {
            Ok(request) if problems.is_empty() => {
                let attempt = self.inner.with_value(|inner| inner.attempts + 1);
                self.inner.update_value(|inner| inner.attempts = attempt);
                self.form.attempted.set(false);
                self.tell(Event::Submit(Sent { attempt, request, at: browser::now() }));
                Ok(())
            }
            _ => Err(problems),
        }
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
        match command {
            Some(Command::Send(sent)) => self.send(sent),
            Some(Command::Search(sent)) => self.search(sent),
            Some(Command::Abort) => {
                if let Some(abort) = self.inner.with_value(|inner| inner.abort.clone()) {
                    abort.cancel();
                }
            }
            None => {}
        }
    }

    fn send(self, sent: Sent) {
        spawn_local(async move {
            let answer = self.exchange(sent.request.to_http()).await.and_then(read_answer);
            if let Ok(accepted) = &answer {
                let record = accepted.checkpoint.id.clone();
                self.inner.update_value(|inner| inner.known.push(record));
            }
            self.tell(Event::Answered(sent.attempt, answer.map(Box::new)));
        });
    }

    fn search(self, sent: Sent) {
        spawn_local(async move {
            let request =
                list_request(sent.request.project_id(), &ItemQuery::started_by(&sent.request));
            let items = self.exchange(request).await.and_then(read_items_answer);
            let found = items.map(|mut items| {
                // A backup that an earlier request is known to have started is not this one.
                items.retain(|item| !self.is_known(item));
                csbs::find_started(&items, &sent.request, sent.at).cloned().map(Box::new)
            });
            self.tell(Event::Searched(sent.attempt, found));
        });
    }

    fn is_known(self, item: &CheckpointItem) -> bool {
        self.inner.with_value(|Inner { known, .. }| {
            item.checkpoint_id.as_ref().is_some_and(|record| known.contains(record))
        })
    }

    async fn exchange(self, request: HttpRequest) -> Result<HttpResponse, Failure> {
        let token = self.form.access.try_with_untracked(|access| access.token().cloned());
        let token = token.flatten().ok_or(Failure::NotSent(NotSent::TokenMissing))?;
        let abort = Abort::new();
        self.inner.update_value(|inner| inner.abort = Some(abort.clone()));
        transport::send(&self.config(), &request, &token, &abort).await
    }
}

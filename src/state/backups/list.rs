//! The list on the page: whose backups it is of, and asking for them.

use csbs::{Field, ProjectId, ResourceId, ServerIds, read_backups_answer, read_count_answer};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Ask, Event, Filter, Listing, Stage, Wanted};
use crate::state::exchange::ask_aside;
use crate::state::repeat::when_a_token_comes;
use crate::state::{Console, Latest};
use crate::transport::Abort;

/// Whose backups are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Source {
    /// Those of the server in the form.
    #[default]
    Form,
    /// Those of this server, which a backup has named, in this project.
    Server(ProjectId, ResourceId),
}

/// The list on the page. It is a handle: copying it copies no state.
#[derive(Clone, Copy)]
pub struct List {
    console: Console,
    /// What has been loaded.
    pub listing: RwSignal<Listing>,
    /// Whose backups are listed.
    pub source: RwSignal<Source>,
    /// Whether it is in view.
    pub open: RwSignal<bool>,
    latest: Latest,
}

impl List {
    /// A list that nothing has been asked for yet.
    #[must_use]
    pub fn new(console: Console) -> Self {
        let list = Self {
            console,
            listing: RwSignal::new(Listing::default()),
            source: RwSignal::new(Source::default()),
            open: RwSignal::new(false),
            latest: Latest::new(),
        };
        let lacks_token = move || {
            list.listing.with_untracked(
                |listing| matches!(&listing.stage, Stage::Failed(why) if why.lacks_token()),
            )
        };
        when_a_token_comes(console, lacks_token, move || list.tell(Event::Again));
        list
    }

    /// The project and the server whose backups are listed; tracked.
    ///
    /// # Errors
    ///
    /// The fields of the form that have to be filled in before.
    pub fn target(&self) -> Result<(ProjectId, ResourceId), Vec<Field>> {
        let form = self.console.form;
        let token = form.access.with(|access| access.fault().is_some());
        let lacks_token = token.then_some(Field::Token);
        let (project, server) = match self.source.get() {
            Source::Server(project, server) => (Ok(project), Ok(server)),
            Source::Form => (
                form.project_id.text.with(|typed| ProjectId::parse(typed)),
                form.resource_id.text.with(|typed| ResourceId::parse(typed)),
            ),
        };
        match (lacks_token, project, server) {
            (None, Ok(project), Ok(server)) => Ok((project, server)),
            (token, project, server) => {
                let project = project.err().map(|_| Field::ProjectId);
                let server = server.err().map(|_| Field::ResourceId);
                Err([token, project, server].into_iter().flatten().collect())
            }
        }
    }

    /// Whether the form names several servers, so that it is not clear which is meant; tracked.
    #[must_use]
    pub fn is_of_several(&self) -> bool {
        let form = self.console.form;
        let several =
            || form.resource_id.text.with(|typed| ServerIds::read(typed).ids.as_slice().len() > 1);
        self.source.get() == Source::Form && several()
    }

    /// Asks for the backups that the filter leaves, unless they are here or on their way.
    pub fn load(&self, filter: Filter) {
        if let Ok((project, server)) = untrack(|| self.target()) {
            self.tell(Event::Want(Wanted { project, server, filter }));
        }
    }

    /// Gives an event to the state machine and does what it asks for.
    pub fn tell(&self, event: Event) {
        // The list, and its signals with it, may be gone when a page arrives.
        let asks = self.listing.try_update(|listing| listing.on(event)).unwrap_or_default();
        if asks.is_empty() {
            return;
        }
        // With another list, what is on its way for this one is no longer wanted.
        let is_another = asks.iter().any(|ask| matches!(ask, Ask::Count(..)));
        let abort = if is_another { self.latest.begin() } else { self.latest.abort() };
        for ask in asks {
            let (list, abort) = (*self, abort.clone());
            spawn_local(async move { list.ask(ask, &abort).await });
        }
    }

    async fn ask(self, ask: Ask, abort: &Abort) {
        let Some(config) = self.console.try_config() else {
            return;
        };
        let event = match ask {
            Ask::Page(number, request) => {
                let answer = ask_aside(self.console, &config, &request, abort).await;
                Event::Page(number, answer.and_then(read_backups_answer))
            }
            Ask::Count(run, request) => {
                let answer = ask_aside(self.console, &config, &request, abort).await;
                Event::Counted(run, answer.and_then(read_count_answer))
            }
        };
        self.tell(event);
    }
}

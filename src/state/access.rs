//! What the person does to get access: chooses a way, pastes a token, signs in.
//!
//! What signing in asks of the service is in `identity`, which comes later.

use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::sign_in::{Asked, SignIn, Step};
use super::{Console, Later, NotFetched, Seen};
use crate::browser;
use crate::config::Way;
use crate::session::Access;

impl Console {
    /// The person begins to use the form: fetches the part of the program that comes later.
    pub fn begin(self) {
        if self.later().is_none_or(|later| later.is_err()) {
            // When it fails, whatever needs it tries again and says so.
            self.when_later(drop);
        }
    }

    /// Fetches the part of the program that comes later, unless it is here, and does something then.
    pub fn when_later(self, act: impl FnOnce(Result<Later, NotFetched>) + 'static) {
        self.when_later_boxed(Box::new(act));
    }

    /// One piece of program for all who wait: each `async` is a state machine of its own.
    fn when_later_boxed(self, act: Box<dyn FnOnce(Result<Later, NotFetched>)>) {
        spawn_local(async move { act(self.fetch_later().await) });
    }

    /// The address that requests, and with them the token, are sent to.
    #[must_use]
    pub fn address(&self) -> String {
        self.config().backup_address.shown(&browser::origin())
    }

    /// Tests the connection, with what comes later.
    pub fn test_connection(self) {
        self.begin();
        self.tested.set(true);
    }

    /// Chooses a way to sign in. What was entered for another one stays, until this one has led
    /// to something.
    pub fn choose_way(&self, way: Way) {
        self.way.set(way);
        let is_proxy = self.form.access.with_untracked(|access| *access == Access::Proxy);
        if way == Way::Proxy {
            self.sign_in.set(SignIn::default());
            self.form.access.set(Access::Proxy);
        } else if is_proxy {
            self.form.access.set(Access::default());
        }
    }

    /// Reads what is in the token field. The text itself is not kept.
    pub fn enter_token(&self, typed: &str) {
        self.take(Access::read(typed));
        self.form.access_seen.update(|seen| *seen = seen.after_change());
    }

    /// Takes what is to be signed with.
    pub fn take(&self, access: Access) {
        // What is entered last counts, so an answer to signing in comes too late now.
        if self.sign_in.with_untracked(|state| state.session.is_some() || state.is_busy()) {
            self.sign_in.set(SignIn::default());
        }
        self.form.access.set(access);
    }

    /// Forgets the token.
    pub fn forget_token(&self) {
        self.form.access.set(Access::default());
        self.form.access_seen.set(Seen::default());
    }

    /// Signs in with domain, user name, password and one-time code as they were typed. A second
    /// press does nothing.
    pub fn sign_in_with(self, typed: [Zeroizing<String>; 4]) {
        let is_asked =
            self.sign_in.with_untracked(|sign_in| matches!(sign_in.step, Step::Asking(_)));
        if !is_asked {
            return;
        }
        self.sign_in.update(|sign_in| sign_in.step = Step::Preparing);
        self.when_later(move |later| match later {
            Ok(later) => (later.sign_in.enter)(self, typed),
            Err(_) => {
                let unprepared = Step::Asking(Asked::Unprepared);
                self.sign_in.try_update(|sign_in| sign_in.step = unprepared);
            }
        });
    }

    /// Puts the project of the session back into the form, after that was emptied.
    pub fn keep_project(&self) {
        let project = self.sign_in.with_untracked(|sign_in| {
            sign_in.good_session().map(|session| session.project.id.clone())
        });
        project.into_iter().for_each(|id| self.form.project_id.change(id));
    }
}

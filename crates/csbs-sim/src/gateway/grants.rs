//! The tokens that were given out: to whom, for what, and until when.
//!
//! Two tokens are always there: the demo token, good in every project, and one that has expired.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::token::{DEMO_TOKEN, EXPIRED_TOKEN};
use crate::{Options, clock::Clock};

/// Whose token the demo token is.
const DEMO_USER: &str = "demo";

/// What a token may be used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything, in every project: the demo token alone.
    EveryProject,
    /// The services of the project with this id.
    Project(String),
    /// The domain: listing projects, but no service of a project.
    Domain,
    /// Nothing but listing projects and asking for another token.
    Unscoped,
}

/// What stands behind a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    /// The name of the user who has it.
    pub(crate) user: String,
    /// What it may be used for.
    pub(crate) scope: Scope,
    /// How the user proved who they are, such as `password`.
    pub(crate) methods: Vec<String>,
    /// When it was given out.
    pub(crate) issued_at: Timestamp,
    /// From when on it is refused.
    pub(crate) expires_at: Timestamp,
}

/// Why a token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Nobody gave it out, or it was taken back.
    Unknown,
    /// Its time is over.
    Expired,
}

/// All tokens that were given out.
pub(crate) struct Grants {
    lifetime: SignedDuration,
    clock: Arc<dyn Clock>,
    given: Mutex<HashMap<String, Grant>>,
}

impl Grants {
    /// No tokens but the two that are always there.
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            lifetime: signed(options.token_lifetime),
            clock: Arc::clone(&options.clock),
            given: Mutex::default(),
        }
    }

    /// The grant for a user who has just signed in: good from now for the usual time, or for this
    /// one.
    pub(crate) fn fresh(
        &self,
        user: &str,
        scope: Scope,
        methods: Vec<String>,
        lifetime: Option<Duration>,
    ) -> Grant {
        let now = self.clock.now();
        let lifetime = lifetime.map_or(self.lifetime, signed);
        let expires_at = now.checked_add(lifetime).unwrap_or(Timestamp::MAX);
        Grant { user: user.to_owned(), scope, methods, issued_at: now, expires_at }
    }

    /// Gives out a token of at least this many characters.
    pub(crate) fn give(&self, grant: Grant, length: usize) -> String {
        let mut token = String::new();
        while token.len() < length {
            token.push_str(&Uuid::new_v4().simple().to_string());
        }
        self.given().insert(token.clone(), grant);
        token
    }

    /// Takes a token back: from now on nobody knows it.
    pub(crate) fn take_back(&self, token: &str) {
        self.given().remove(token);
    }

    /// What stands behind a token.
    ///
    /// # Errors
    /// [`Unfit`] when it is not accepted.
    pub(crate) fn read(&self, token: &str) -> Result<Grant, Unfit> {
        if token == DEMO_TOKEN {
            return Ok(self.fresh(DEMO_USER, Scope::EveryProject, vec!["password".into()], None));
        }
        if token == EXPIRED_TOKEN {
            return Err(Unfit::Expired);
        }
        let grant = self.given().get(token).cloned().ok_or(Unfit::Unknown)?;
        if self.clock.now() < grant.expires_at { Ok(grant) } else { Err(Unfit::Expired) }
    }

    fn given(&self) -> std::sync::MutexGuard<'_, HashMap<String, Grant>> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

//! What happens to the backups that are followed, and what comes of it.

use csbs::{Backup, Failure, Recent};

use super::{Question, Summary};

/// What asking needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// Somebody can see the page.
    pub visible: bool,
    /// The device has a network.
    pub online: bool,
    /// There is a token.
    pub token: bool,
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A backup was started.
    Accept(Recent),
    /// These are known from before.
    Remember(Vec<Recent>),
    /// The person wants to see this id, which may be that of a record or of a backup.
    LookUp(Recent),
    /// The person looks at this backup in a list of another kind, which says this about it.
    Show(Recent, Box<Backup>),
    /// The person opens the details of the backup that is kept under this id.
    Open(String),
    /// Time has passed.
    Tick,
    /// The answer to the question of this number.
    Answered(u32, Result<Vec<Backup>, Failure>),
    /// The page has come into sight or gone out of it.
    Visible(bool),
    /// The network has come or gone.
    Online(bool),
    /// The token is another one, or gone.
    Token(bool),
    /// The person clears the list: what is final goes.
    Clear,
}

/// What an event has led to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reaction {
    /// Ask this, under this number.
    pub ask: Option<(u32, Question)>,
    /// The state of these has changed.
    pub changed: Vec<String>,
    /// What is shown of these has changed, be it their state or anything else.
    pub touched: Vec<String>,
    /// Whether other entries are listed than before.
    pub listed: bool,
    /// All backups that ran at the same time are done, and there was more than one.
    pub done: Option<Summary>,
}

/// Why nothing is being asked although something is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// There is no token.
    NoToken,
    /// The token is no longer accepted.
    SignedOut,
    /// The device has no network.
    Offline,
    /// The last question failed; it is asked again.
    Trouble(Failure),
}

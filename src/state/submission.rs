//! The life of one submission, as one enum with pure transitions.
//!
//! Creating a backup is not idempotent, so nothing here ever sends twice by itself: a request
//! goes out only on [`Event::Submit`], and not at all while the fate of an earlier one is open.

use csbs::{Accepted, BackupRequest, CheckpointItem, Failure, Field, Outcome, Protectable};

/// Where the page is between the form and a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission {
    /// Nothing has been sent, or what came of it was put aside.
    Editing,
    /// The part of the program that can read an answer is being fetched; nothing is sent before.
    Preparing(Sent),
    /// The same part is being fetched, for a run of these requests.
    PreparingMany(u32, Vec<BackupRequest>),
    /// A run is on the page, which knows for itself how far it has come.
    Many,
    /// That part could not be fetched, so nothing was sent.
    Unprepared,
    /// The service is being asked whether the server can be backed up; nothing is sent before.
    Checking(Sent),
    /// The service has said that the server cannot be backed up, so nothing was sent.
    NotProtectable(Sent, Protectable),
    /// A request is under way.
    Sending(Sent),
    /// The backup was started, and this shows it.
    Started(Sent, Evidence),
    /// It is certain that no backup was created.
    NotCreated(Sent, Failure),
    /// The backup may have been created: what is known, and what came of asking the service.
    Uncertain(Sent, Failure, Search),
}

/// A request that is given to the transport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Counts the submissions of this page; an answer to another one changes nothing.
    pub attempt: u32,
    /// What was sent.
    pub request: BackupRequest,
    /// When, in milliseconds since 1970 (UTC), by this device's clock.
    pub at: i64,
}

/// What shows that a backup was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The service's answer to the request.
    Answer(Box<Accepted>),
    /// A backup in the service's list, found when the answer was lost.
    Found(Box<CheckpointItem>),
}

/// How far asking the service about a lost answer has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Search {
    /// The person has not asked yet.
    NotAsked,
    /// The question is under way.
    Asking,
    /// The service lists no such backup.
    NothingFound,
    /// The question could not be answered.
    Failed(Failure),
}

/// What happens to a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The person sends the form.
    Submit(Sent),
    /// The person sends the form for several servers.
    SubmitMany(u32, Vec<BackupRequest>),
    /// A run that was left is there again.
    TakeUp,
    /// For this attempt, the part of the program that can read an answer is there, or cannot be had.
    Prepared(u32, bool),
    /// For this attempt, the same part is there, and the service is to be asked first.
    CheckFirst(u32),
    /// The service has told, for this attempt, whether the server can be backed up; or the
    /// question was not answered, which stops nothing.
    Checked(u32, Result<Protectable, Failure>),
    /// The transport is done with the request of this attempt.
    Answered(u32, Result<Box<Accepted>, Failure>),
    /// The person cancels.
    Cancel,
    /// The person asks whether the backup was started.
    Ask,
    /// The service has told, for this attempt, which backup was started, if any.
    Searched(u32, Result<Option<Box<CheckpointItem>>, Failure>),
    /// The person puts the outcome aside.
    Dismiss,
}

/// What a transition wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Fetch the part of the program that can read the answer to this attempt.
    Prepare(u32),
    /// Ask whether the server of this request can be backed up.
    Check(Sent),
    /// Send this request, once.
    Send(Sent),
    /// Begin a run of these requests.
    Run(Vec<BackupRequest>),
    /// End the request that is under way.
    Abort,
    /// Look for the backup in the service's list.
    Search(Sent),
}

impl Submission {
    /// Whether a request to create a backup is under way, or about to be.
    #[must_use]
    pub fn is_sending(&self) -> bool {
        match self {
            Self::Preparing(_) | Self::PreparingMany(..) | Self::Checking(_) | Self::Sending(_) => {
                true
            }
            Self::Editing
            | Self::Many
            | Self::Unprepared
            | Self::NotProtectable(..)
            | Self::Started(..)
            | Self::NotCreated(..)
            | Self::Uncertain(..) => false,
        }
    }

    /// Whether a new request may be sent: not while one is under way, and not while an earlier
    /// one may have created a backup that nobody has looked for. A run has a say of its own.
    #[must_use]
    pub fn may_send(&self) -> bool {
        match self {
            Self::Uncertain(_, _, search) => matches!(search, Search::NothingFound),
            state => !state.is_sending(),
        }
    }

    /// Whether what is shown was started by the very same request.
    #[must_use]
    pub fn has_started(&self, request: &BackupRequest) -> bool {
        matches!(self, Self::Started(sent, _) if sent.request == *request)
    }

    /// The field whose value was refused, with the service's message, where its code tells.
    #[must_use]
    pub fn refused_field(&self) -> Option<(Field, String)> {
        let refusal = match self {
            Self::NotProtectable(_, Protectable::No { code, message, documented }) => {
                let documented = documented.map(|code| code.message);
                let message = message.as_deref().or(documented).or(code.as_deref())?;
                return Some((Field::ResourceId, message.to_owned()));
            }
            Self::NotCreated(_, Failure::Refused(refusal)) => refusal,
            _ => return None,
        };
        let code = refusal.documented?;
        Some((code.field()?, refusal.message.as_deref().unwrap_or(code.message).to_owned()))
    }

    /// The state after an event, and what is to be done. An event that does not belong to this
    /// state, such as a late answer, changes nothing.
    #[must_use]
    pub fn on(self, event: Event) -> (Self, Option<Command>) {
        match (self, event) {
            (state, Event::Submit(sent)) if state.may_send() => {
                let command = Command::Prepare(sent.attempt);
                (Self::Preparing(sent), Some(command))
            }
            (Self::Preparing(sent), Event::Prepared(attempt, is_here))
                if sent.attempt == attempt =>
            {
                if is_here {
                    (Self::Sending(sent.clone()), Some(Command::Send(sent)))
                } else {
                    (Self::Unprepared, None)
                }
            }
            (state, Event::SubmitMany(attempt, requests)) if state.may_send() => {
                (Self::PreparingMany(attempt, requests), Some(Command::Prepare(attempt)))
            }
            // A run asks by itself whether its servers can be backed up.
            (
                Self::PreparingMany(waited_for, requests),
                Event::Prepared(attempt, true) | Event::CheckFirst(attempt),
            ) if waited_for == attempt => (Self::Many, Some(Command::Run(requests))),
            (Self::PreparingMany(waited_for, _), Event::Prepared(attempt, false))
                if waited_for == attempt =>
            {
                (Self::Unprepared, None)
            }
            (Self::Editing, Event::TakeUp) => (Self::Many, None),
            (Self::Preparing(_) | Self::PreparingMany(..), Event::Cancel) => (Self::Editing, None),
            (Self::Preparing(sent), Event::CheckFirst(attempt)) if sent.attempt == attempt => {
                (Self::Checking(sent.clone()), Some(Command::Check(sent)))
            }
            (Self::Checking(sent), Event::Checked(attempt, answer)) if sent.attempt == attempt => {
                match answer {
                    Ok(no @ Protectable::No { .. }) => (Self::NotProtectable(sent, no), None),
                    _ => (Self::Sending(sent.clone()), Some(Command::Send(sent))),
                }
            }
            (Self::Checking(_), Event::Cancel) => (Self::Editing, Some(Command::Abort)),
            (Self::Sending(sent), Event::Answered(attempt, answer)) if sent.attempt == attempt => {
                (Self::settled(sent, answer), None)
            }
            (Self::Sending(sent), Event::Cancel) => {
                (Self::settled(sent, Err(Failure::Cancelled)), Some(Command::Abort))
            }
            (Self::Uncertain(sent, failure, search), Event::Ask)
                if !matches!(search, Search::Asking) =>
            {
                let command = Command::Search(sent.clone());
                (Self::Uncertain(sent, failure, Search::Asking), Some(command))
            }
            (Self::Uncertain(sent, failure, Search::Asking), Event::Searched(attempt, found))
                if sent.attempt == attempt =>
            {
                let state = match found {
                    Ok(Some(item)) => Self::Started(sent, Evidence::Found(item)),
                    Ok(None) => Self::Uncertain(sent, failure, Search::NothingFound),
                    Err(why) => Self::Uncertain(sent, failure, Search::Failed(why)),
                };
                (state, None)
            }
            (state, Event::Dismiss) if !state.is_sending() => (Self::Editing, None),
            (state, _) => (state, None),
        }
    }

    fn settled(sent: Sent, answer: Result<Box<Accepted>, Failure>) -> Self {
        match answer {
            Ok(accepted) => Self::Started(sent, Evidence::Answer(accepted)),
            Err(failure) => match failure.outcome() {
                Outcome::NotCreated => Self::NotCreated(sent, failure),
                Outcome::Unknown | Outcome::ProbablyCreated => {
                    Self::Uncertain(sent, failure, Search::NotAsked)
                }
            },
        }
    }
}

#[cfg(test)]
mod tests;

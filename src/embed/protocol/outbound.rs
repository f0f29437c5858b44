//! What the console says to a portal.
//!
//! There is no message that could carry a token, and none with a text that a person has typed: the
//! types have no room for it.

use csbs::json::write_object;
use csbs::{ErrorCode, Failure, Outcome};

use super::VERSION;
use super::refused::{Counts, text};

/// What the console says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outbound {
    /// It is there and waits for a hello. The only message for everybody, so it says no more.
    Ready,
    /// How high its content is, in whole CSS pixels.
    Height(u32),
    /// What it shows beside the form.
    State(Stage),
    /// A backup was started.
    Started {
        /// The id by which it is followed.
        id: String,
        /// The server, where it is known.
        server_id: Option<String>,
    },
    /// A backup that was started since the hello has come to its end.
    Finished {
        /// The id by which it was followed.
        id: String,
        /// The server, where it is known.
        server_id: Option<String>,
        /// The state as the service names it, such as `available` or `error`.
        status: String,
    },
    /// A request did not lead to a backup that is known.
    Failed {
        /// The server.
        server_id: String,
        /// What that means for the backup.
        outcome: Outcome,
        /// The HTTP status, where there was an answer.
        status: Option<u16>,
        /// The error code, where it is one of the documents.
        code: Option<&'static str>,
    },
    /// There is no token, or none that the service takes.
    NeedsSignIn,
    /// What was ignored since the page was opened.
    Diagnostic(Counts),
}

/// What the page shows beside the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing: the form is being filled in.
    Editing,
    /// The rest of the program is fetched; nothing was sent.
    Preparing,
    /// The service is asked whether the server can be backed up; nothing was sent.
    Checking,
    /// A request is under way.
    Sending,
    /// A run of several backups.
    Many,
    /// Nothing was sent, because something spoke against it.
    NotSent,
    /// A backup was started.
    Started,
    /// It is certain that no backup was started.
    NotCreated,
    /// It is not known whether a backup was started.
    Uncertain,
}

impl Stage {
    /// Its name in a message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Editing => "editing",
            Self::Preparing => "preparing",
            Self::Checking => "checking",
            Self::Sending => "sending",
            Self::Many => "many",
            Self::NotSent => "not-sent",
            Self::Started => "started",
            Self::NotCreated => "not-created",
            Self::Uncertain => "uncertain",
        }
    }
}

impl Outbound {
    /// That this failure came of the request for a server.
    #[must_use]
    pub fn failed(server_id: &str, failure: &Failure) -> Self {
        let status = match failure {
            Failure::Refused(refusal) => Some(refusal.status),
            Failure::Unreadable(answer) => Some(answer.status),
            Failure::TooLarge { status, .. } | Failure::Interrupted { status } => Some(*status),
            _ => None,
        };
        let documented = match failure {
            Failure::Refused(refusal) => refusal.documented,
            _ => None,
        };
        Self::Failed {
            server_id: server_id.to_owned(),
            outcome: failure.outcome(),
            status,
            code: documented.map(|ErrorCode { code, .. }| *code),
        }
    }

    /// The message.
    #[must_use]
    pub fn to_json(&self) -> String {
        let (kind, more) = match self {
            Self::Ready => ("ready", vec![]),
            Self::Height(pixels) => ("height", vec![("pixels", Some(pixels.to_string()))]),
            Self::State(stage) => ("state", vec![("state", text(stage.as_str()))]),
            Self::Started { id, server_id } => (
                "started",
                vec![("id", text(id)), ("server_id", server_id.as_deref().and_then(text))],
            ),
            Self::Finished { id, server_id, status } => (
                "finished",
                vec![
                    ("id", text(id)),
                    ("server_id", server_id.as_deref().and_then(text)),
                    ("status", text(status)),
                ],
            ),
            Self::Failed { server_id, outcome, status, code } => (
                "failed",
                vec![
                    ("server_id", text(server_id)),
                    ("outcome", text(outcome_name(*outcome))),
                    ("status", status.map(|status| status.to_string())),
                    ("code", code.and_then(text)),
                ],
            ),
            Self::NeedsSignIn => ("needs-sign-in", vec![]),
            Self::Diagnostic(counts) => (
                "diagnostic",
                vec![
                    ("accepted", Some(counts.accepted().to_string())),
                    ("ignored", Some(counts.to_json())),
                ],
            ),
        };
        let mut entries = vec![("csbs", Some(VERSION.to_owned())), ("type", text(kind))];
        entries.extend(more);
        write_object(&entries)
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotCreated => "not-created",
        Outcome::Unknown => "unknown",
        Outcome::ProbablyCreated => "probably-created",
    }
}

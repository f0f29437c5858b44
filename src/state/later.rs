//! The part of the program that is fetched after the form is there, while the person begins to
//! fill it in. Nothing is sent before it has arrived.
//!
//! What belongs to it is decided in `crate::later`; the rest knows it by these functions only.

use std::future::Future;
use std::pin::Pin;

use csbs::iam::SignInProblem;
use csbs::{BackupRequest, Fault, Field};
use leptos::prelude::{AnyView, RwSignal};
use zeroize::Zeroizing;

use super::{Console, Sent, Submission};
use crate::config::Config;
use crate::settings::Unread;

/// Something that takes time, with what comes of it.
pub type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// Begins the console of a deployment, draws it, and tells when it is there.
pub type Begin = fn(Config, fn(Console));

/// Draws what a portal around the page has done to the form. It is there as a context in a page that
/// a portal has.
#[derive(Debug, Clone, Copy)]
pub struct PortalNotes(pub fn() -> AnyView);

/// What is drawn in the first line of the page.
#[derive(Debug, Clone, Copy)]
pub struct HeaderPart {
    /// The name of the page, behind that of its portal.
    pub name: fn() -> AnyView,
    /// The choice of colours.
    pub scheme: fn() -> AnyView,
}

/// Something to be done with a request, which tells the console what came of it.
pub type Errand = fn(Console, Sent) -> Soon<()>;

/// The entrances to the part that comes later.
#[derive(Debug, Clone, Copy)]
pub struct Later {
    /// Shows the page in another language, by its code; whether this browser is to remember that.
    pub set_language: fn(Console, String, bool),
    /// Sends a request and tells the console what came of it.
    pub send: Errand,
    /// Fills in what a link to the page says, and draws what that was.
    pub link: fn(Console) -> AnyView,
    /// Draws what takes the form elsewhere: a link to it, and the code for a page of a portal.
    pub elsewhere: fn(Console) -> AnyView,
    /// Draws what was not understood of several ids in the field for the servers.
    pub server_lines: fn(Console) -> AnyView,
    /// Asks whether the server in the form can be backed up.
    pub check: fn(Console) -> Soon<()>,
    /// Asks the same about the server of a request that is about to be sent.
    pub check_before: Errand,
    /// Draws what came of asking.
    pub checked: fn(Console) -> AnyView,
    /// Looks for the backup of a request in the service's list, and tells the console.
    pub search: Errand,
    /// Backups of many servers.
    pub run: RunPart,
    /// The field whose value the service has refused, with its message.
    pub refused_field: fn(&Submission) -> Option<(Field, String)>,
    /// What to change in a field that has this fault.
    pub fault: fn(Field, &Fault) -> String,
    /// Signing in.
    pub sign_in: SignInPart,
    /// Tests the connection, and draws what comes of it.
    pub connection: fn(Console) -> AnyView,
    /// Draws to which other servers what is entered is sent.
    pub destination: fn(Console) -> AnyView,
    /// Reads settings that are not as most are, or those of a page in a frame, and begins the console
    /// with them, or draws why that cannot be.
    pub begin: fn(Unread, Begin),
    /// The first line of the page.
    pub header: HeaderPart,
    /// The parts of the form that nobody sees before they have begun to fill it in.
    pub form: FormPart,
    /// Draws the list of servers to choose from, which is in view while the signal says so.
    pub servers: fn(Console, RwSignal<bool>) -> AnyView,
    /// Draws what came of a request.
    pub outcome: fn(Console) -> AnyView,
    /// Follows backups, and draws those that this browser knows of.
    pub recent: fn(Console) -> AnyView,
    /// What came of a request, for the title of the page and for those who only hear it.
    pub news: fn(Console) -> News,
}

/// The entrances to parts of the form.
#[derive(Debug, Clone, Copy)]
pub struct FormPart {
    /// Draws what is to be corrected, after an attempt to send the form.
    pub summary: fn(Console) -> AnyView,
    /// Draws the rows of the tags.
    pub tag_rows: fn(Console) -> AnyView,
    /// Adds a row for a tag.
    pub add_tag: fn(Console),
    /// Draws what is in the closed part of the form.
    pub advanced: fn(Console) -> AnyView,
}

/// The entrances to signing in.
#[derive(Debug, Clone, Copy)]
pub struct SignInPart {
    /// Signs in with domain, user name, password and one-time code as they were typed.
    pub enter: fn(Console, [Zeroizing<String>; 4]),
    /// What to change in a field of the form for signing in.
    pub problem: fn(&SignInProblem) -> String,
    /// Draws how far signing in has come, in the card that it began in.
    pub panel: fn(Console) -> AnyView,
    /// Draws who is signed in, at the top of the page.
    pub bar: fn(Console) -> AnyView,
    /// Draws the project of the session, in place of the field for it.
    pub project: fn(Console) -> AnyView,
}

/// The entrances to backing up many servers.
#[derive(Debug, Clone, Copy)]
pub struct RunPart {
    /// Begins a run of these requests.
    pub start: fn(Console, Vec<BackupRequest>),
    /// Shows the run that was on the page when it was left, if there is one.
    pub restore: fn(Console) -> Soon<()>,
}

/// What came of a request, in two lengths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct News {
    /// The title of the page.
    pub title: String,
    /// What is said; empty when there is nothing to say.
    pub said: String,
}

/// The part that comes later could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFetched;

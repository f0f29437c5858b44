//! The test of the connection: what to ask next, and what the answers mean. Pure; who carries it
//! out is `carry_out`.

mod carry_out;

pub use carry_out::{Tested, test};

use crate::transport::{Heard, Probe};

/// A service that the console uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// The Cloud Server Backup Service.
    Backup,
    /// The service for signing in.
    Identity,
    /// The service that lists servers.
    Compute,
}

/// What is known about a service before anything was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Whether its address is one of another origin than the page's.
    pub is_elsewhere: bool,
    /// Whether the console sends it anything with a body.
    pub takes_bodies: bool,
}

/// What came of testing one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It works.
    Well,
    /// The device has no network.
    Offline,
    /// The page's own policy forbids it.
    Blocked,
    /// Nothing answers.
    Down,
    /// Something took longer than the time limit.
    Silent,
    /// Something answers, but not for pages of this origin.
    OriginRefused,
    /// The header for the token may not be sent.
    TokenRefused,
    /// A body of JSON may not be sent.
    BodyRefused,
    /// Headers of the answers cannot be read.
    NotExposed,
    /// The proxy works, and the service behind it does not.
    ServiceDown(u16),
    /// What answers is not the service.
    NotTheService(u16),
    /// What answers sends the page somewhere else.
    Redirected,
    /// The person cancelled.
    Cancelled,
}

/// What to do after all that was heard so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Ask this.
    Ask(Probe),
    /// It is clear.
    Done(Verdict),
}

/// What to do after the last question and what was heard, `None` at first.
///
/// At first the service is asked as the console always asks. What a browser hides about the failure
/// is then found out by asking for less and less.
#[must_use]
pub fn next(asked: Asked, last: Option<(Probe, Heard)>) -> Next {
    let Some((probe, heard)) = last else {
        return Next::Ask(Probe::Signed);
    };
    match (probe, heard) {
        (_, Heard::Offline) => Next::Done(Verdict::Offline),
        (_, Heard::Blocked) => Next::Done(Verdict::Blocked),
        (_, Heard::Silence) => Next::Done(Verdict::Silent),
        (_, Heard::Cancelled) => Next::Done(Verdict::Cancelled),
        (Probe::Signed | Probe::Body, Heard::Redirect) => Next::Done(Verdict::Redirected),
        (_, Heard::Answer { status, is_json, .. }) if fault(status, is_json).is_some() => {
            Next::Done(fault(status, is_json).unwrap_or(Verdict::Well))
        }
        (Probe::Signed, Heard::Answer { has_date, .. }) => match asked {
            Asked { is_elsewhere: true, .. } if !has_date => Next::Done(Verdict::NotExposed),
            Asked { takes_bodies: true, .. } => Next::Ask(Probe::Body),
            _ => Next::Done(Verdict::Well),
        },
        (Probe::Body, Heard::Answer { .. }) => Next::Done(Verdict::Well),
        (Probe::Signed, Heard::Nothing | Heard::Opaque) if asked.is_elsewhere => {
            Next::Ask(Probe::Plain)
        }
        (Probe::Body, Heard::Nothing | Heard::Opaque) if asked.is_elsewhere => {
            Next::Done(Verdict::BodyRefused)
        }
        // Without the header there is an answer; with it, there is none.
        (Probe::Plain, Heard::Answer { .. } | Heard::Redirect) => Next::Done(Verdict::TokenRefused),
        (Probe::Plain, Heard::Nothing | Heard::Opaque) => Next::Ask(Probe::Blind),
        (Probe::Blind, Heard::Answer { .. } | Heard::Redirect | Heard::Opaque) => {
            Next::Done(Verdict::OriginRefused)
        }
        (_, Heard::Nothing | Heard::Opaque) => Next::Done(Verdict::Down),
    }
}

/// What an answer says against the service. That the placeholder is no token, and that there is no
/// such project, it may say: then it is the service that says so.
fn fault(status: u16, is_json: bool) -> Option<Verdict> {
    match status {
        500.. => Some(Verdict::ServiceDown(status)),
        _ if !is_json => Some(Verdict::NotTheService(status)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

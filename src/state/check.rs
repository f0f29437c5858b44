//! Asking the service whether servers can be backed up: when the person wants to know, and before
//! a backup is started.
//!
//! The question changes nothing, so it may be asked as often as anybody likes. `inquiry` is pure.

mod inquiry;

use csbs::protectable::{check_request, check_requests};
use csbs::{
    Failure, Field, ProjectId, Protectable, ResourceId, ServerIds, read_protectable_answer,
};
use leptos::prelude::*;

use super::exchange::{ask_aside, exchange};
use super::{Console, Event, Sent, Soon};
use crate::browser;
use crate::transport::Abort;

pub use inquiry::{Inquiry, Said, Tally, is_general};

/// The id of the place that shows what came of asking. It takes the focus when the control that
/// had it goes away with an answer.
pub const ANSWER_ID: &str = "csbs-check";

/// What came of asking, whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// Nobody has asked.
    NotAsked,
    /// The form does not say yet whom to ask about what.
    Lacking,
    /// Somebody has asked about these servers.
    About(Inquiry),
}

/// The project and the servers in the form; tracked.
///
/// # Errors
///
/// The fields that have to be filled in before anything can be asked.
pub fn about(console: Console) -> Result<(ProjectId, Vec<ResourceId>), Vec<Field>> {
    let form = console.form;
    let project = form.project_id.text.with(|typed| ProjectId::parse(typed));
    let servers = form.resource_id.text.with(|typed| ServerIds::read(typed).ids);
    let has_token = form.access.with(|access| access.fault().is_none());
    let has_servers = !servers.as_slice().is_empty();
    match project {
        Ok(project) if has_token && has_servers => Ok((project, servers.as_slice().to_vec())),
        project => {
            let lacking = [
                (Field::Token, !has_token),
                (Field::ProjectId, project.is_err()),
                (Field::ResourceId, !has_servers),
            ];
            Err(lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(field, _)| field).collect())
        }
    }
}

/// Whether what came of asking is about what the form says; tracked.
#[must_use]
pub fn holds(console: Console) -> bool {
    let form = console.form;
    console.check.with(|check| match check {
        Check::NotAsked => true,
        Check::Lacking => about(console).is_err(),
        Check::About(inquiry) => {
            let project = form.project_id.text.with(|typed| ProjectId::parse(typed));
            project.is_ok_and(|project| {
                form.resource_id
                    .text
                    .with(|typed| inquiry.is_about(&project, ServerIds::read(typed).ids.as_slice()))
            })
        }
    })
}

/// Asks about the servers in the form, because the person wants to know. While that is under way,
/// asking about the same servers once more does nothing.
pub fn ask(console: Console) -> Soon<()> {
    let asked = untrack(|| about(console));
    let Ok((project, servers)) = asked else {
        console.check.set(Check::Lacking);
        return Box::pin(async {});
    };
    let is_asked = console.check.with_untracked(|check| match check {
        Check::About(inquiry) => inquiry.is_asking() && inquiry.is_about(&project, &servers),
        _ => false,
    });
    if is_asked {
        return Box::pin(async {});
    }
    follow(console, Inquiry::new(project, servers.clone()), servers)
}

/// Asks again about the servers that there is no clear answer about.
pub fn ask_again(console: Console) -> Soon<()> {
    let inquiry = console.check.with_untracked(|check| match check {
        Check::About(inquiry) if !inquiry.is_asking() => Some(inquiry.clone()),
        _ => None,
    });
    let Some(mut inquiry) = inquiry else {
        return Box::pin(async {});
    };
    let servers = inquiry.again();
    follow(console, inquiry, servers)
}

/// Asks about these servers, and lets `console.check` follow.
fn follow(console: Console, asked: Inquiry, servers: Vec<ResourceId>) -> Soon<()> {
    console.check.set(Check::About(asked.clone()));
    Box::pin(async move {
        let abort = Abort::new();
        ask_all(console, asked.project(), &servers, &abort, |portion, answer| {
            // Something else may have been asked meanwhile, and the page may be gone.
            let is_waited_for = console.check.try_with_untracked(
                |check| matches!(check, Check::About(inquiry) if inquiry.is_same_as(&asked)),
            );
            if is_waited_for != Some(true) {
                abort.cancel();
                return;
            }
            browser::rescue_focus(ANSWER_ID);
            console.check.update(|check| {
                if let Check::About(inquiry) = check {
                    inquiry.take(portion, answer);
                }
            });
        })
        .await;
    })
}

/// Asks the service about all of these servers, in portions of
/// [`SERVERS_PER_CHECK`](csbs::protectable::SERVERS_PER_CHECK), one after the other.
///
/// `each` is told what came of each portion: the servers, and what the service says about each of
/// them, in their order, or why the question about them failed. Every server comes exactly once.
/// A portion that fails does not keep the next one from being asked about, unless that would fail
/// in the same way ([`is_general`]): then all that are left come with the same failure, without
/// being asked about. That is also what `abort` leads to, with [`Failure::Cancelled`].
///
/// Nothing comes when the page is gone. `console.check` is not touched.
pub async fn ask_all(
    console: Console,
    project: &ProjectId,
    servers: &[ResourceId],
    abort: &Abort,
    mut each: impl FnMut(&[ResourceId], Result<Vec<(ResourceId, Protectable)>, Failure>),
) {
    let mut asked = 0;
    for (portion, request) in check_requests(project, servers) {
        let Some(config) = console.try_config() else {
            return;
        };
        let answer = ask_aside(console, &config, &request, abort).await;
        let answer = answer.and_then(|answer| read_protectable_answer(answer, portion));
        if let Err(failure) = &answer
            && is_general(failure)
        {
            each(servers.get(asked..).unwrap_or_default(), answer);
            return;
        }
        each(portion, answer);
        asked += portion.len();
    }
}

/// Asks about the server of a request that is about to be sent, and tells the console.
pub fn ask_before(console: Console, sent: Sent) -> Soon<()> {
    let servers = [sent.request.resource_id().clone()];
    let project = sent.request.project_id().clone();
    let request = check_request(&project, &servers);
    let mut inquiry = Inquiry::new(project, servers.to_vec());
    let _ = console.check.try_set(Check::About(inquiry.clone()));
    Box::pin(async move {
        let answer = exchange(console, request).await;
        let answer = answer.and_then(|answer| read_protectable_answer(answer, &servers));
        inquiry.take(&servers, answer.clone());
        let check = match &answer {
            // Whoever cancels no longer wants to know.
            Err(Failure::Cancelled) => Check::NotAsked,
            _ => Check::About(inquiry),
        };
        let _ = console.check.try_set(check);
        let answer = answer.map(|answers| {
            answers.into_iter().next().map_or(Protectable::NotAnswered, |(_, answer)| answer)
        });
        console.tell(Event::Checked(sent.attempt, answer));
    })
}

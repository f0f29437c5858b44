//! Asking the service whether the server can be backed up: when the person wants to know, and
//! before a backup is started.
//!
//! The question changes nothing, so it may be asked as often as anybody likes.

use csbs::protectable::check_request;
use csbs::{
    Failure, Field, HttpRequest, ProjectId, Protectable, ResourceId, read_protectable_answer,
};
use leptos::prelude::*;

use super::exchange::{ask_aside, exchange};
use super::{Console, Event, Sent, Soon};
use crate::transport::Abort;

/// What a question was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The project of the server.
    pub project: ProjectId,
    /// The server.
    pub server: ResourceId,
}

/// How far asking has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// Nobody has asked.
    NotAsked,
    /// The form does not say yet whom to ask about what.
    Lacking,
    /// The question is under way.
    Asking(Asked),
    /// The service has answered.
    Answered(Asked, Protectable),
    /// The question was not answered.
    Failed(Asked, Failure),
}

impl Check {
    /// What it was about.
    #[must_use]
    pub fn asked(&self) -> Option<&Asked> {
        match self {
            Self::NotAsked | Self::Lacking => None,
            Self::Asking(asked) | Self::Answered(asked, _) | Self::Failed(asked, _) => Some(asked),
        }
    }

    /// What came of a question.
    #[must_use]
    pub fn settled(asked: Asked, answer: Result<Protectable, Failure>) -> Self {
        match answer {
            Ok(answer) => Self::Answered(asked, answer),
            Err(failure) => Self::Failed(asked, failure),
        }
    }

    fn request(asked: &Asked) -> HttpRequest {
        check_request(&asked.project, std::slice::from_ref(&asked.server))
    }
}

/// The server in the form; tracked.
///
/// # Errors
///
/// The fields that have to be filled in before anything can be asked.
pub fn about(console: Console) -> Result<Asked, Vec<Field>> {
    let form = console.form;
    let project = form.project_id.text.with(|typed| ProjectId::parse(typed));
    let server = form.resource_id.text.with(|typed| ResourceId::parse(typed));
    let has_token = form.access.with(|access| access.fault().is_none());
    match (project, server) {
        (Ok(project), Ok(server)) if has_token => Ok(Asked { project, server }),
        (project, server) => {
            let lacking = [
                (Field::Token, !has_token),
                (Field::ProjectId, project.is_err()),
                (Field::ResourceId, server.is_err()),
            ];
            Err(lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(field, _)| field).collect())
        }
    }
}

/// Asks about the server in the form, because the person wants to know.
pub fn ask(console: Console) -> Soon<()> {
    let config = console.config();
    let asked = untrack(|| about(console));
    console.check.set(asked.clone().map_or(Check::Lacking, Check::Asking));
    Box::pin(async move {
        let Ok(asked) = asked else {
            return;
        };
        let answer = ask_aside(console, &config, &Check::request(&asked), &Abort::new()).await;
        let answer = answer.and_then(|answer| read(answer, &asked));
        // Something else may have been asked meanwhile, and the page may be gone.
        let is_waited_for =
            console.check.try_with_untracked(|check| *check == Check::Asking(asked.clone()));
        if is_waited_for == Some(true) {
            console.check.set(Check::settled(asked, answer));
        }
    })
}

/// Asks about the server of a request that is about to be sent, and tells the console.
pub fn ask_before(console: Console, sent: Sent) -> Soon<()> {
    let asked = Asked {
        project: sent.request.project_id().clone(),
        server: sent.request.resource_id().clone(),
    };
    let _ = console.check.try_set(Check::Asking(asked.clone()));
    Box::pin(async move {
        let answer = exchange(console, Check::request(&asked)).await;
        let answer = answer.and_then(|answer| read(answer, &asked));
        let check = match &answer {
            // Whoever cancels no longer wants to know.
            Err(Failure::Cancelled) => Check::NotAsked,
            _ => Check::settled(asked, answer.clone()),
        };
        let _ = console.check.try_set(check);
        console.tell(Event::Checked(sent.attempt, answer));
    })
}

fn read(answer: csbs::HttpResponse, asked: &Asked) -> Result<Protectable, Failure> {
    let answers = read_protectable_answer(answer, std::slice::from_ref(&asked.server))?;
    Ok(answers.into_iter().next().map_or(Protectable::NotAnswered, |(_, answer)| answer))
}

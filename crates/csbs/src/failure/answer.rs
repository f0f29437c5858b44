//! From an answer to what it says, or to the failure it is: one function for each call.

use super::{Failure, Refusal, UnreadableAnswer, is_success, refusal};
use crate::checkpoint::Checkpoint;
use crate::checkpoint_item::{Backup, CheckpointItem};
use crate::http::HttpResponse;
use crate::iam::signed_in::{Project, SignedIn};
use crate::id::ResourceId;
use crate::protectable::answer::{Protectable, match_answers};
use crate::quota::Quota;
use crate::server::ServerPage;
use crate::wire::{self, Unreadable};

/// An answer that accepts the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What the answer says.
    pub checkpoint: Checkpoint,
    /// The body as it came.
    pub raw: String,
}

/// An answer about one backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// What the answer says.
    pub backup: Backup,
    /// The body as it came.
    pub raw: String,
}

/// Reads the answer to the create call.
pub fn read_answer(response: HttpResponse) -> Result<Accepted, Failure> {
    let (checkpoint, raw) = read(response, |response| wire::read_checkpoint(&response.body))?;
    Ok(Accepted { checkpoint, raw })
}

/// Reads the answer to listing backups.
pub fn read_items_answer(response: HttpResponse) -> Result<Vec<CheckpointItem>, Failure> {
    read(response, |response| wire::read_checkpoint_items(&response.body)).map(|(items, _)| items)
}

/// Reads the answer to listing backups, with everything that it says about them.
pub fn read_backups_answer(response: HttpResponse) -> Result<Vec<Backup>, Failure> {
    read(response, |response| wire::read_backups(&response.body)).map(|(backups, _)| backups)
}

/// Reads the answer to asking for one backup.
pub fn read_backup_answer(response: HttpResponse) -> Result<Followed, Failure> {
    let (backup, raw) = read(response, |response| wire::read_backup(&response.body))?;
    Ok(Followed { backup, raw })
}

/// Reads the answer to counting backups.
pub fn read_count_answer(response: HttpResponse) -> Result<u64, Failure> {
    read(response, |response| wire::read_count(&response.body)).map(|(count, _)| count)
}

/// Reads the answer to asking for the quotas of a project.
pub fn read_quotas_answer(response: HttpResponse) -> Result<Vec<Quota>, Failure> {
    read(response, |response| wire::read_quotas(&response.body)).map(|(quotas, _)| quotas)
}

/// Reads the answer to signing in and to asking for the token of a project.
///
/// The token comes in a header; without one that can be sent again, the answer is unreadable and
/// lacks the key `X-Subject-Token`. A proxy that does not let the page see the header looks the
/// same.
pub fn read_token_answer(response: HttpResponse) -> Result<SignedIn, Failure> {
    read(response, wire::read_token).map(|(signed_in, _)| signed_in)
}

/// Reads the answer to listing the projects of a person.
pub fn read_projects_answer(response: HttpResponse) -> Result<Vec<Project>, Failure> {
    read(response, |response| wire::read_projects(&response.body)).map(|(projects, _)| projects)
}

/// Reads the answer to asking for a page of the servers.
pub fn read_servers_answer(response: HttpResponse) -> Result<ServerPage, Failure> {
    read(response, |response| wire::read_servers(&response.body)).map(|(page, _)| page)
}

/// Reads the answer to asking whether servers can be backed up: what it says about each of those
/// that were asked about, in their order.
pub fn read_protectable_answer(
    response: HttpResponse,
    asked: &[ResourceId],
) -> Result<Vec<(ResourceId, Protectable)>, Failure> {
    let (answers, _) = read(response, |response| wire::read_protectable(&response.body))?;
    Ok(match_answers(asked, &answers))
}

/// What the answer says, with its body, if its status accepts the request.
fn read<T>(
    mut response: HttpResponse,
    read: fn(&HttpResponse) -> Result<T, Unreadable>,
) -> Result<(T, String), Failure> {
    if !is_success(response.status) {
        return Err(Failure::Refused(Box::new(Refusal::read(response))));
    }
    let value = read(&response);
    response.wipe_token();
    match value {
        Ok(value) => Ok((value, response.body)),
        Err(reason) => Err(Failure::Unreadable(Box::new(UnreadableAnswer {
            status: response.status,
            reason,
            request_id: refusal::request_id(&response),
            body: response.body,
        }))),
    }
}

//! What is known about a backup when it has just been started.

use csbs::{Accepted, CheckpointItem, Recent};

use crate::state::{Evidence, Sent};

/// What is followed when this evidence shows that a backup was started.
#[must_use]
pub fn recent_of(sent: &Sent, evidence: &Evidence) -> Recent {
    let (record_id, item_id, status, name) = match evidence {
        Evidence::Answer(accepted) => {
            let Accepted { checkpoint, .. } = &**accepted;
            (Some(checkpoint.id.clone()), None, Some(checkpoint.status.clone()), None)
        }
        Evidence::Found(item) => {
            let CheckpointItem { id, checkpoint_id, status, name, .. } = &**item;
            (checkpoint_id.clone(), Some(id.clone()), status.clone(), name.clone())
        }
    };
    let request = &sent.request;
    Recent {
        id: record_id.clone().or(item_id.clone()).unwrap_or_default(),
        record_id,
        item_id,
        project_id: request.project_id().as_str().to_owned(),
        server_id: Some(request.resource_id().as_str().to_owned()),
        name: name.or(request.backup_name().map(|name| name.as_str().to_owned())),
        started_at: sent.at,
        status,
    }
}

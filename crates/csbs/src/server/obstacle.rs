//! Why a server cannot be backed up, as far as the list of servers tells.

use super::Server;
use crate::error_code::{ErrorCode, lookup};

/// Why a server cannot be backed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Its state is neither `ACTIVE` nor `SHUTOFF`.
    Status,
    /// It has no volumes.
    NoVolumes,
}

impl Obstacle {
    /// The documented error that the service would answer.
    pub fn error_code(self) -> Option<&'static ErrorCode> {
        match self {
            Self::Status => lookup(400, "CSBS.6005"),
            Self::NoVolumes => lookup(400, "CSBS.6007"),
        }
    }
}

impl Server {
    /// Why the server cannot be backed up; `None` when nothing speaks against it.
    ///
    /// What the list does not say is no obstacle: the service knows better, and can be asked. The
    /// state comes first, as it may pass.
    pub fn obstacle(&self) -> Option<Obstacle> {
        let can_be = |status: &str| {
            ["ACTIVE", "SHUTOFF"].iter().any(|known| known.eq_ignore_ascii_case(status))
        };
        if self.status.as_deref().is_some_and(|status| !can_be(status)) {
            Some(Obstacle::Status)
        } else if self.volumes.as_ref().is_some_and(Vec::is_empty) {
            Some(Obstacle::NoVolumes)
        } else {
            None
        }
    }
}

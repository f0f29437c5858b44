//! The state of a backup.

/// The state of a backup (Table 6), as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// `waiting_protect`: accepted, not begun.
    WaitingProtect,
    /// `protecting`: being made.
    Protecting,
    /// `available`: there, and complete.
    Available,
    /// `waiting_restore`: about to be restored from.
    WaitingRestore,
    /// `restoring`: being restored from.
    Restoring,
    /// `error`: failed.
    Error,
    /// `waiting_delete`: about to be deleted.
    WaitingDelete,
    /// `deleting`: being deleted.
    Deleting,
    /// `deleted`: gone.
    Deleted,
    /// A state that the page does not know; Karbor itself has `wait_copying`, `copying`,
    /// `finished` and `error-deleting`.
    Other(String),
}

impl Status {
    /// The nine states of Table 6, in its order.
    pub const DOCUMENTED: [Self; 9] = [
        Self::WaitingProtect,
        Self::Protecting,
        Self::Available,
        Self::WaitingRestore,
        Self::Restoring,
        Self::Error,
        Self::WaitingDelete,
        Self::Deleting,
        Self::Deleted,
    ];

    /// Reads a state; one that is not documented is kept as it is.
    pub fn parse(text: &str) -> Self {
        Self::DOCUMENTED
            .iter()
            .find(|status| status.as_str() == text)
            .cloned()
            .unwrap_or_else(|| Self::Other(text.to_owned()))
    }

    /// The state as the service writes it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::WaitingProtect => "waiting_protect",
            Self::Protecting => "protecting",
            Self::Available => "available",
            Self::WaitingRestore => "waiting_restore",
            Self::Restoring => "restoring",
            Self::Error => "error",
            Self::WaitingDelete => "waiting_delete",
            Self::Deleting => "deleting",
            Self::Deleted => "deleted",
            Self::Other(text) => text,
        }
    }

    /// Whether nothing more happens by itself: available, failed or deleted. A state that is not
    /// documented is not known to be final.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Available | Self::Error | Self::Deleted)
    }
}

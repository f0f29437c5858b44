//! The two choices of a request that are not text: `incremental` and `resource_type` (Table 3).

/// Which kind of backup is asked for. The first backup of a server is always full, whatever is
/// asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BackupType {
    /// `incremental` is not sent.
    #[default]
    ServiceDecides,
    /// `incremental` is `true`: what changed since the backup before.
    Incremental,
    /// `incremental` is `false`: everything.
    Full,
}

impl BackupType {
    /// The value of `incremental`, or `None` when the parameter is not sent.
    pub fn incremental(self) -> Option<bool> {
        match self {
            Self::ServiceDecides => None,
            Self::Incremental => Some(true),
            Self::Full => Some(false),
        }
    }
}

/// `resource_type` (Table 3). When it is not sent, the service takes the one there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResourceType {
    /// `OS::Nova::Server`, an Elastic Cloud Server.
    Server,
}

impl ResourceType {
    /// The value as it is sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Server => "OS::Nova::Server",
        }
    }
}

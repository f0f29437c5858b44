//! The parameters of a backup, between being checked and being written.

use crate::backup_name::BackupName;
use crate::backup_type::{BackupType, ResourceType};
use crate::description::Description;
use crate::extra_info::ExtraInfo;
use crate::tag::Tag;

/// `protect` (Tables 2 and 3), every part acceptable by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Protect {
    pub(crate) backup_name: Option<BackupName>,
    pub(crate) description: Option<Description>,
    pub(crate) backup_type: BackupType,
    pub(crate) resource_type: Option<ResourceType>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) extra_info: Option<ExtraInfo>,
}

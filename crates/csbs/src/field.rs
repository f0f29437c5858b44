//! The fields of the form, in its order, and the pair of a field and its fault.
//!
//! This module does not know how a field is drawn or what it is called in any language.

use crate::fault::Fault;

/// A field of the form. The order of the variants is the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The token that signs the request; not part of a draft.
    Token,
    /// `project_id` (Table 1).
    ProjectId,
    /// `resource_id`, the server (Table 1).
    ResourceId,
    /// `backup_name` (Table 3).
    BackupName,
    /// `description` (Table 3).
    Description,
    /// `tags` as a whole (Table 3).
    Tags,
    /// `key` of a tag (Table 4); the row counts from 0 in the order of the form.
    TagKey(usize),
    /// `value` of a tag (Table 4); the row counts from 0 in the order of the form.
    TagValue(usize),
    /// `extra_info` (Table 3).
    ExtraInfo,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field that has to change.
    pub field: Field,
    /// Why its value is not acceptable.
    pub fault: Fault,
}

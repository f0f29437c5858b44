//! `backup_name` (Table 3).

mod numbered;

use crate::fault::Fault;

/// `backup_name` (Table 3): 1 to 255 ASCII letters, digits, underscores and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupName(String);

impl BackupName {
    /// The most characters a name may have.
    pub const LIMIT: usize = 255;

    /// Reads a name that has to be there; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`], [`Fault::Character`], [`Fault::TooLong`], in this order.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        Self::read(typed)?.ok_or(Fault::Empty)
    }

    /// Reads the field of the form, where nothing typed means that no name is sent and the
    /// service chooses one.
    ///
    /// Faults: [`Fault::Character`], [`Fault::TooLong`], in this order.
    ///
    /// ```
    /// use csbs::{BackupName, Fault};
    ///
    /// assert_eq!(BackupName::read("  "), Ok(None));
    /// assert_eq!(
    ///     BackupName::read("db 01"),
    ///     Err(Fault::Character { found: ' ', after: "db".to_owned() }),
    /// );
    /// ```
    pub fn read(typed: &str) -> Result<Option<Self>, Fault> {
        Self::read_for(typed, 1)
    }

    /// The name as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

//! One name for the backups of several servers: each gets a number after it.

use super::BackupName;
use crate::fault::Fault;
use crate::rule;
use crate::text;

impl BackupName {
    /// The most characters of a typed name, when so many servers are backed up: the number after
    /// it, such as `-0001`, counts.
    pub fn limit_for(servers: usize) -> usize {
        if servers > 1 { Self::LIMIT - SUFFIX } else { Self::LIMIT }
    }

    /// Reads the field of the form when so many servers are backed up; see [`BackupName::read`].
    ///
    /// Faults: as [`BackupName::read`], with the limit of [`BackupName::limit_for`].
    pub fn read_for(typed: &str, servers: usize) -> Result<Option<Self>, Fault> {
        let name = text::trim(typed);
        if name.is_empty() {
            return Ok(None);
        }
        rule::check(name, Self::limit_for(servers), text::is_name_character)?;
        Ok(Some(Self(name.to_owned())))
    }

    /// The name of the backup of the server at a position, from 0, among so many: with a number of
    /// four digits after it, counted from 1; as it is for a single server.
    ///
    /// Faults: [`Fault::TooLong`], when there is no room for the number.
    pub fn numbered(&self, position: usize, servers: usize) -> Result<Self, Fault> {
        rule::check(&self.0, Self::limit_for(servers), text::is_name_character)?;
        if servers < 2 {
            return Ok(self.clone());
        }
        let number = position.saturating_add(1).min(LAST_NUMBER);
        Ok(Self(format!("{}-{number:04}", self.0)))
    }

    /// The names of the first and the last backup of several, for showing; the same one for a
    /// single server.
    ///
    /// Faults: as [`BackupName::numbered`].
    pub fn first_and_last(&self, servers: usize) -> Result<(Self, Self), Fault> {
        Ok((self.numbered(0, servers)?, self.numbered(servers.saturating_sub(1), servers)?))
    }
}

/// The characters of `-0001`, as the provider's own console numbers backups.
const SUFFIX: usize = 5;

/// The last number of four digits; no list of servers is that long.
const LAST_NUMBER: usize = 9999;

//! Families of servers for which the same thing happens: for runs over many servers, in which some
//! are to go wrong.
//!
//! The fourth group of the id names the family, the last is free:
//! `00000000-0000-4000-8001-` and any twelve hexadecimal digits.

/// How the id of every member of a family begins; the number of the family, a hyphen and twelve
/// digits follow.
pub const FAMILY_ID_START: &str = "00000000-0000-4000-";

/// A family of servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// The check says yes, the create call refuses.
    Refused,
    /// The check says no, and the create call refuses for the same reason.
    NotProtectable,
    /// The create call ends with a gateway's 504, and nothing was created.
    Unknown,
    /// The create call ends with a gateway's 504, and the backup was created.
    UnknownCreated,
    /// The first create call is refused with 429 and Retry-After, the next one is accepted.
    BusyOnce,
    /// The backup is created, and ends as `error`.
    Fails,
}

/// All families, in the order of their ids.
pub const FAMILIES: [Family; 6] = [
    Family::Refused,
    Family::NotProtectable,
    Family::Unknown,
    Family::UnknownCreated,
    Family::BusyOnce,
    Family::Fails,
];

impl Family {
    /// The fourth group of the id.
    #[must_use]
    pub fn group(self) -> &'static str {
        match self {
            Self::Refused => "8001",
            Self::NotProtectable => "8002",
            Self::Unknown => "8003",
            Self::UnknownCreated => "8004",
            Self::BusyOnce => "8005",
            Self::Fails => "8006",
        }
    }

    /// A short name of words joined by hyphens.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::NotProtectable => "not-protectable",
            Self::Unknown => "unknown",
            Self::UnknownCreated => "unknown-created",
            Self::BusyOnce => "busy-once",
            Self::Fails => "fails-later",
        }
    }

    /// What happens.
    #[must_use]
    pub fn does(self) -> &'static str {
        match self {
            Self::Refused => {
                "the check says yes, the create call refuses; the last digit chooses the reason"
            }
            Self::NotProtectable => {
                "the check says no, the create call refuses for the same reason; the last digit chooses it"
            }
            Self::Unknown => {
                "the create call ends with a gateway's 504 in HTML; nothing was created"
            }
            Self::UnknownCreated => {
                "the create call ends with a gateway's 504 in HTML; the backup was created"
            }
            Self::BusyOnce => {
                "the first create call for a server gets 429 with Retry-After, the next one works"
            }
            Self::Fails => "the backup is created and ends as `error`",
        }
    }

    /// The id of the member with this number.
    #[must_use]
    pub fn id(self, number: usize) -> String {
        format!("{FAMILY_ID_START}{}-{number:012}", self.group())
    }

    /// The family of the server with this id, which is in lower case.
    pub(super) fn of(id: &str) -> Option<Self> {
        let group = id.strip_prefix(FAMILY_ID_START)?.split('-').next()?;
        FAMILIES.into_iter().find(|family| family.group() == group)
    }
}

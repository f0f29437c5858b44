//! The documented error codes: what each means and what to do about it.

mod table;

pub use table::ERROR_CODES;

use crate::field::Field;

/// A documented error code. The texts are those of the public documents, in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorCode {
    /// The HTTP status it comes with.
    pub http_status: u16,
    /// The code, such as `CSBS.6007`.
    pub code: &'static str,
    /// Whether creating a backup can plausibly meet it.
    pub create_backup: bool,
    /// The message; `%s` and `{…}` stand for what the service fills in.
    pub message: &'static str,
}

impl ErrorCode {
    /// The place in [`ERROR_CODES`].
    pub fn place(&self) -> usize {
        ERROR_CODES.iter().position(|code| code == self).unwrap_or_default()
    }

    /// What the code means.
    pub fn description(&self) -> &'static str {
        table::TEXTS[self.place()][0]
    }

    /// What to do.
    pub fn solution(&self) -> &'static str {
        table::TEXTS[self.place()][1]
    }

    /// The field of the form that the code is about; `None` when it is about none or about the
    /// moment rather than the value.
    pub fn field(&self) -> Option<Field> {
        match self.code {
            "CSBS.0002" | "CSBS.6000" | "CSBS.6001" | "CSBS.6003" | "CSBS.6005" | "CSBS.6006"
            | "CSBS.6007" | "CSBS.6010" | "CSBS.6027" | "CSBS.6033" | "CSBS.6061" => {
                Some(Field::ResourceId)
            }
            "CSBS.7000" => Some(Field::Tags),
            "BackupService.4008" => Some(Field::ProjectId),
            _ => None,
        }
    }

    /// Whether another task on the same server is under way, so that nothing new was begun and
    /// the same request may be accepted later.
    pub fn is_busy(&self) -> bool {
        matches!(self.code, "CSBS.1001" | "CSBS.1002" | "CSBS.2003" | "CSBS.2004" | "CSBS.6030")
    }
}

/// The documented meaning of a code.
///
/// A code that is documented once is found whatever the status is. `CSBS.9009` is documented
/// twice, with two meanings, and is found by its status only.
pub fn lookup(http_status: u16, code: &str) -> Option<&'static ErrorCode> {
    let mut meanings = ERROR_CODES.iter().filter(|candidate| candidate.code == code);
    let first = meanings.next()?;
    match meanings.next() {
        None => Some(first),
        Some(second) => {
            [first, second].into_iter().find(|candidate| candidate.http_status == http_status)
        }
    }
}

//! What becomes of a backup once it was created, and how far it is.

use jiff::{SignedDuration, Timestamp};

use super::store::Backup;

/// The share of a backup's time for which it waits, in percent.
const WAITING: u8 = 10;

/// Where a backup that fails ends, and where one that stalls stays, in percent.
const FAILS_AT: u8 = 60;
const STALLS_AT: u8 = 40;

/// When a backup that comes late is listed, and one that disappears is gone, in percent.
const HALF: u8 = 50;

/// How many times as long a slow backup takes.
const SLOW: i32 = 10;

/// What becomes of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Course {
    /// It waits, runs and becomes available.
    #[default]
    Ordinary,
    /// It fails, and says why.
    Fails,
    /// It fails without a word.
    FailsWithoutReason,
    /// It stops getting on.
    Stalls,
    /// It takes long.
    Slow,
    /// It becomes available, but never says how far it is.
    NoProgress,
    /// It is listed late.
    LateInList,
    /// It is never listed.
    NeverListed,
    /// It is listed, then gone.
    Disappears,
    /// It ends with this status.
    EndsAs(&'static str),
    /// It becomes available, but reading it fails every other time.
    Unsteady,
}

/// How far a backup has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stage {
    /// `waiting_protect`, `protecting`, and in the end `available` or `error`.
    pub(crate) status: &'static str,
    /// Percent done, 0 to 100, if it is told.
    pub(crate) progress: Option<u8>,
    /// When it came to its end, if it has.
    pub(crate) finished_at: Option<Timestamp>,
    /// Why it failed, if it has and says so.
    pub(crate) failure: Option<Failure>,
}

/// Why a backup failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The code.
    pub(crate) code: &'static str,
    /// What the code means.
    pub(crate) description: &'static str,
    /// What went wrong.
    pub(crate) reason: &'static str,
    /// During what.
    pub(crate) operation: &'static str,
}

const FAILURE: Failure = Failure {
    code: "CSBS.9999",
    description: "protect failed",
    reason: "Creating the snapshot of the second disk took too long.",
    operation: "protect",
};

/// How far a backup is at this time, when an ordinary one takes this long.
pub(crate) fn stage(backup: &Backup, duration: SignedDuration, now: Timestamp) -> Stage {
    let duration = own_duration(backup, duration);
    let percent = percent(backup, duration, now);
    let ended = |status, at: u8| {
        let after = SignedDuration::from_secs_f64(duration.as_secs_f64() * f64::from(at) / 100.0);
        Stage {
            status,
            progress: Some(at),
            finished_at: backup.created_at.checked_add(after).ok(),
            failure: None,
        }
    };
    let under_way = |percent| Stage {
        status: if percent < WAITING { "waiting_protect" } else { "protecting" },
        progress: (backup.course != Course::NoProgress).then_some(percent),
        finished_at: None,
        failure: None,
    };
    match backup.course {
        Course::Fails if percent >= FAILS_AT => {
            Stage { failure: Some(FAILURE), ..ended("error", FAILS_AT) }
        }
        Course::FailsWithoutReason if percent >= FAILS_AT => ended("error", FAILS_AT),
        Course::Stalls => under_way(percent.min(STALLS_AT)),
        Course::EndsAs(status) if percent == 100 => ended(status, 100),
        _ if percent == 100 => ended("available", 100),
        _ => under_way(percent),
    }
}

/// Whether a backup is listed and found at this time.
pub(crate) fn is_there(backup: &Backup, duration: SignedDuration, now: Timestamp) -> bool {
    let percent = percent(backup, duration, now);
    match backup.course {
        Course::NeverListed => false,
        Course::LateInList => percent >= HALF,
        Course::Disappears => percent < HALF,
        _ => true,
    }
}

fn own_duration(backup: &Backup, duration: SignedDuration) -> SignedDuration {
    match backup.course {
        Course::Slow => duration.saturating_mul(SLOW),
        _ => duration,
    }
}

/// The share of the backup's time that is over, 0 to 100.
fn percent(backup: &Backup, duration: SignedDuration, now: Timestamp) -> u8 {
    let elapsed = now.duration_since(backup.created_at);
    if elapsed >= duration {
        return 100;
    }
    let percent = elapsed.as_nanos().max(0).saturating_mul(100) / duration.as_nanos();
    u8::try_from(percent).unwrap_or(99)
}

#[cfg(test)]
mod tests;

//! Servers whose backup can be created, but for which something is unusual before or after: the
//! check, the first attempt, or what becomes of the backup.
//!
//! Their ids are made as those of the servers whose create call is unusual.

use super::ID_START;
use crate::backup::Course;

/// A server for which something is unusual around the create call.
#[derive(Debug)]
pub struct FollowUp {
    /// The HTTP status of the (first) create call.
    pub status: u16,
    /// Tells the servers of one status apart; at most four digits.
    pub which: u16,
    /// A short name of words joined by hyphens; no two servers have the same.
    pub name: &'static str,
    /// What happens.
    pub does: &'static str,
    /// The gist of what a person should see.
    pub shows: &'static str,
    pub(crate) way: Way,
}

/// What is unusual.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way {
    /// What becomes of the backup.
    Course(Course),
    /// The create call is refused with this status every other time, first of all at once.
    RefusedFirst(u16),
    /// The check fails for every request that asks for this server.
    CheckFails,
}

impl FollowUp {
    /// The server's id, a UUID.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{ID_START}00000{:03}{:04}", self.status, self.which)
    }
}

/// All of them, in the order of their ids.
#[must_use]
pub fn follow_ups() -> &'static [FollowUp] {
    ROWS
}

const fn row(
    (status, which, name): (u16, u16, &'static str),
    way: Way,
    does: &'static str,
    shows: &'static str,
) -> FollowUp {
    FollowUp { status, which, name, does, shows, way }
}

#[rustfmt::skip]
const ROWS: &[FollowUp] = &[
    row((200, 201, "fails"), Way::Course(Course::Fails), "ends as `error` at 60 percent, with fail_code, fail_reason and fail_op", "The backup failed, and why, as the service says it"),
    row((200, 202, "fails-without-reason"), Way::Course(Course::FailsWithoutReason), "ends as `error` at 60 percent, without a word", "The backup failed; the service gives no reason"),
    row((200, 203, "stalls"), Way::Course(Course::Stalls), "stays at 40 percent for ever", "The progress, and that nothing has changed for so long; never a failure"),
    row((200, 204, "slow"), Way::Course(Course::Slow), "takes ten times as long", "The progress, until it is available"),
    row((200, 205, "no-progress"), Way::Course(Course::NoProgress), "gives null as the progress until the end", "That it is under way, without a number; then available"),
    row((200, 206, "late-in-list"), Way::Course(Course::LateInList), "is not listed until half of its time is over", "That it is not listed yet; then the progress"),
    row((200, 207, "never-listed"), Way::Course(Course::NeverListed), "is never listed", "That it is not listed yet; never a failure"),
    row((200, 208, "disappears"), Way::Course(Course::Disappears), "is listed for half of its time, then is gone (404 with CSBS.3001)", "That the service no longer knows the backup"),
    row((200, 209, "ends-unknown"), Way::Course(Course::EndsAs("hibernating")), "ends with the status “hibernating”", "The status as it came"),
    row((200, 210, "ends-deleted"), Way::Course(Course::EndsAs("deleted")), "ends with the status deleted", "The backup no longer exists"),
    row((200, 211, "unsteady"), Way::Course(Course::Unsteady), "works, but every other call that reads this one item, the first one included, gets 503 with Retry-After", "The progress; after a failed call the last known state stays, and it is asked again"),
    row((200, 220, "check-fails"), Way::CheckFails, "works, but a check that asks for it gets 503", "That it could not be checked; the backup can be started all the same"),
    row((429, 2, "busy-once"), Way::RefusedFirst(429), "the first create call gets 429 with Retry-After, the next one works, and so on in turn", "Too many requests: try again in 7 seconds; then started"),
    row((503, 1, "down-once"), Way::RefusedFirst(503), "the first create call gets 503 with Retry-After, the next one works, and so on in turn", "The service is not available: try again in 7 seconds; then started"),
];

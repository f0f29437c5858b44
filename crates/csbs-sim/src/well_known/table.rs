//! The list of well-known servers: every row says what happens, what the page should tell about
//! the backup, and the gist of what a person should see.
//!
//! `docs/simulator.md` prints these rows, and a test holds it to them.

use super::{
    Outcome::{self, NotCreated, ProbablyCreated, Started, Unknown},
    WellKnownServer,
    answer::Answer::{self, *},
    odd_checkpoint::Oddity::*,
};
use crate::{
    error_body::Shape,
    gateway::token::{EXPIRED, UNKNOWN},
};

/// All rows of this file, in its order.
pub(super) fn servers() -> Vec<WellKnownServer> {
    let codes = CODES.iter().map(|row| WellKnownServer {
        status: row.status,
        which: row.which,
        name: row.name.into(),
        does: format!("{}: “{}”", row.code, row.message.replace("{server}", "…")).into(),
        creates: false,
        outcome: row.outcome,
        shows: row.shows,
        answer: Code { code: row.code, message: row.message },
    });
    let grid = STATUSES.iter().flat_map(|&(status, reason, shows)| {
        SHAPES.iter().map(move |&(which, shape, name, does)| WellKnownServer {
            status,
            which,
            name: format!("{status}-{name}").into(),
            does: format!("{reason}, {does}").into(),
            creates: false,
            outcome: outcome(status, shape),
            shows,
            answer: Shaped(shape),
        })
    });
    let odd = ODD.iter().map(|row| WellKnownServer {
        status: row.status,
        which: row.which,
        name: row.name.into(),
        does: row.does.into(),
        creates: row.creates,
        outcome: row.outcome,
        shows: row.shows,
        answer: row.answer,
    });
    codes.chain(grid).chain(odd).collect()
}

/// A documented error code that a create call can meet. `which` is the number of the code.
pub(super) struct CodeRow {
    pub(super) status: u16,
    pub(super) which: u16,
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    pub(super) name: &'static str,
    pub(super) outcome: Outcome,
    pub(super) shows: &'static str,
}

const fn code(
    (status, which, code): (u16, u16, &'static str),
    message: &'static str,
    name: &'static str,
    outcome: Outcome,
    shows: &'static str,
) -> CodeRow {
    CodeRow { status, which, code, message, name, outcome, shows }
}

/// The documented codes, their messages filled in as the service does.
#[rustfmt::skip]
pub(super) const CODES: &[CodeRow] = &[
    code((400, 2, "CSBS.0002"), "Volume of services from different storagetype", "mixed-storage-types", NotCreated, "The disks of the server have different storage types"),
    code((400, 2003, "CSBS.2003"), "item in executing", "backup-busy", NotCreated, "A backup of it is running, being restored or deleted: try again when that is done"),
    code((400, 2004, "CSBS.2004"), "item in plan executing", "policy-busy", NotCreated, "Its backup policy is running: try again when that is done"),
    code((400, 4008, "BackupService.4008"), "New project are not allowed to use old services.", "closed-to-new-projects", NotCreated, "The service is closed to new projects: use Cloud Backup and Recovery (CBR) instead"),
    code((400, 6000, "CSBS.6000"), "server do not exist", "server-missing", NotCreated, "The server does not exist; the server's field is marked"),
    code((400, 6001, "CSBS.6001"), "The server has stopped.", "server-stopped", NotCreated, "The server has stopped"),
    code((400, 6003, "CSBS.6003"), "Resource ({server}) type (OS::Cinder::Volume) is not support protection.", "resource-type", NotCreated, "Only servers can be backed up"),
    code((400, 6004, "CSBS.6004"), "Server ({server}) is already in service.", "bound-to-policy", NotCreated, "The server is bound to a backup policy: other meaning, same message as CSBS.6005"),
    code((400, 6005, "CSBS.6005"), "Server ({server}) is already in service.", "server-state", NotCreated, "The state of the server does not allow a backup: other meaning, same message as CSBS.6004"),
    code((400, 6006, "CSBS.6006"), "Server ({server}) status (BUILD) is not allowed to protect.", "server-type", NotCreated, "This type of server does not support backup"),
    code((400, 6007, "CSBS.6007"), "No volume attached to the server ({server}) for protect.", "no-disk", NotCreated, "The server has no disk"),
    code((400, 6010, "CSBS.6010"), "Volume (ee27f809-6fb5-40ae-ac46-c932bb4ee8fe) attached to server ({server}) is shareable volume.", "shared-disk", NotCreated, "The server has a shared disk"),
    code((400, 6027, "CSBS.6027"), "The AZ where the resource ({server}) is located does not support backup.", "zone", NotCreated, "Its availability zone does not support backup"),
    code((400, 6033, "CSBS.6033"), "Service type of volume ee27f809-6fb5-40ae-ac46-c932bb4ee8fe(belong to server {server}) is dss.", "dedicated-storage", NotCreated, "The server has a dedicated storage disk"),
    code((400, 6061, "CSBS.6061"), "volume of server in this pod does not support backup", "disk-without-backup", NotCreated, "A disk of the server does not support backup"),
    code((400, 7000, "CSBS.7000"), "request tags exceed the max allowed count: 10.", "tag-limit", NotCreated, "The tags have reached their limit; the tags are marked"),
    code((400, 9001, "CSBS.9001"), "provider invalid", "parameters", NotCreated, "A parameter was not accepted"),
    code((400, 9006, "CSBS.9006"), "Quota exceeded for resources: ['backup_capacity']", "quota", NotCreated, "The quota is used up"),
    code((400, 9009, "CSBS.9009"), "The backup or replication space after reduction cannot be less than the used space.", "space-reduction", NotCreated, "The space would be smaller than what is used: not the meaning of CSBS.9009 with HTTP 403"),
    code((403, 9009, "CSBS.9009"), "User is unverified.", "unverified-user", NotCreated, "The user's real name has to be verified: not the meaning of CSBS.9009 with HTTP 400"),
    code((500, 1001, "CSBS.1001"), "The policy is executing backup.", "manual-backup-running", NotCreated, "A backup is being made by hand: try again when it is done"),
    code((500, 1002, "CSBS.1002"), "resource_in_protecting", "server-in-backup", NotCreated, "The server is being backed up: try again when that is done"),
    code((500, 6030, "CSBS.6030"), "auto plan executing", "automatic-backup-running", NotCreated, "An automatic backup is running: try again when it is done"),
    code((500, 9998, "CSBS.9998"), "System not support", "not-supported", Unknown, "The service is not available"),
    code((500, 9999, "CSBS.9999"), "protect failed", "internal-error", Unknown, "The service met an internal error"),
];

/// The statuses that come in every shape, with the name of the status and what a person sees.
#[rustfmt::skip]
pub(super) const STATUSES: &[(u16, &str, &str)] = &[
    (400, "Bad Request", "Refused: a parameter was not accepted"),
    (401, "Unauthorized", "Sign in again; nothing typed is lost"),
    (403, "Forbidden", "No permission for this"),
    (404, "Not Found", "The project or the server was not found"),
    (405, "Method Not Allowed", "Refused: the request is not accepted as it is"),
    (409, "Conflict", "Refused: the request is not accepted as it is"),
    (429, "Too Many Requests", "Too many requests: try again in 7 seconds"),
    (500, "Internal Server Error", "The service met an error"),
    (501, "Not Implemented", "The service does not know this call"),
    (502, "Bad Gateway", "The gateway got no usable answer from the service"),
    (503, "Service Unavailable", "The service is not available: try again in 7 seconds"),
    (504, "Gateway Timeout", "The gateway waited too long for the service"),
];

/// The shapes in which every status comes.
#[rustfmt::skip]
pub(super) const SHAPES: &[(u16, Shape, &str, &str)] = &[
    (10, Shape::Service, "service", "as the backup service writes it, with a code that stands in no table"),
    (20, Shape::Gateway, "gateway", "as the API gateway writes it, with a request id"),
    (30, Shape::Wrapped, "openstack", "in an OpenStack wrapper"),
    (40, Shape::Identity, "identity", "as the identity service writes it"),
    (50, Shape::Html, "html", "an HTML page"),
    (60, Shape::Text, "text", "a line of text"),
    (70, Shape::Empty, "empty", "an empty body"),
];

/// What a status in a shape tells about the backup. A refusal (4xx) says that nothing was done;
/// that a call is not known (501) or not served now (503) counts as one in the words of the
/// service itself. Any other fault, and whatever a gateway says, leaves it open.
fn outcome(status: u16, shape: Shape) -> Outcome {
    let in_its_own_words = matches!(shape, Shape::Service | Shape::Wrapped);
    match status {
        400..=499 => NotCreated,
        501 | 503 if in_its_own_words => NotCreated,
        _ => Unknown,
    }
}

/// A server with something else about it.
pub(super) struct OddRow {
    status: u16,
    which: u16,
    name: &'static str,
    answer: Answer,
    creates: bool,
    outcome: Outcome,
    does: &'static str,
    shows: &'static str,
}

const fn odd(
    (status, which, name): (u16, u16, &'static str),
    answer: Answer,
    (creates, outcome): (bool, Outcome),
    does: &'static str,
    shows: &'static str,
) -> OddRow {
    OddRow { status, which, name, answer, creates, outcome, does, shows }
}

/// Whether the backup is created behind the odd answer.
const CREATED: bool = true;
const NOTHING: bool = false;

/// Everything that is neither a documented code nor a status in a shape.
#[rustfmt::skip]
pub(super) const ODD: &[OddRow] = &[
    odd((0, 1, "closed-before-answer"), HangUp, (NOTHING, Unknown), "closes the connection before any answer", "The service was not reached, or the connection was lost; checking finds nothing"),
    odd((0, 2, "closed-before-answer-created"), HangUp, (CREATED, Unknown), "creates the backup, then closes the connection before any answer", "The service was not reached, or the connection was lost; checking finds the backup"),
    odd((0, 3, "no-answer"), Silence, (NOTHING, Unknown), "never answers", "No answer within the time limit, or cancelled; checking finds nothing"),
    odd((0, 4, "no-answer-created"), Silence, (CREATED, Unknown), "creates the backup, then never answers", "No answer within the time limit, or cancelled; checking finds the backup"),

    odd((200, 1, "cut-answer"), Cut, (CREATED, ProbablyCreated), "breaks the connection in the middle of the answer", "The answer broke off; checking finds the backup"),
    odd((200, 2, "slow-drip"), Drip, (CREATED, Started), "sends the answer a few bytes at a time, for about three seconds", "“Sending” for that long, then the checkpoint"),
    odd((200, 3, "truncated-json"), Truncated, (CREATED, ProbablyCreated), "sends half of the JSON as a complete answer", "The answer cannot be read; it is shown as it came"),
    odd((200, 4, "other-json"), Body { content_type: "application/json", text: r#"{"job":{"id":"6a5f3a9c","state":"RUNNING"}}"# }, (CREATED, ProbablyCreated), "sends JSON of another call", "The answer cannot be read; it is shown as it came"),
    odd((200, 5, "html-page"), Body { content_type: "text/html; charset=utf-8", text: "<html><head><title>Sign in to the network</title></head><body><h1>Sign in to the network</h1></body></html>\n" }, (NOTHING, Unknown), "sends a sign-in page of the network, and creates nothing", "A web page came in place of an answer; it is shown as text; checking finds nothing"),
    odd((200, 6, "empty-answer"), Body { content_type: "application/json", text: "" }, (CREATED, ProbablyCreated), "sends an empty body", "The answer is empty"),
    odd((200, 7, "ten-megabytes"), Flood, (CREATED, ProbablyCreated), "sends 10 MB without announcing the length", "The answer is too large; reading stops at the limit"),
    odd((200, 8, "null-answer"), Body { content_type: "application/json", text: "null" }, (CREATED, ProbablyCreated), "sends `null`", "The answer cannot be read; it is shown as it came"),
    odd((200, 9, "null-checkpoint"), Body { content_type: "application/json", text: r#"{"checkpoint":null}"# }, (CREATED, ProbablyCreated), "sends a checkpoint that is null", "The answer cannot be read; it is shown as it came"),
    odd((200, 10, "list-answer"), Body { content_type: "application/json", text: "[1,2,3]" }, (CREATED, ProbablyCreated), "sends a JSON list", "The answer cannot be read; it is shown as it came"),
    odd((200, 11, "no-id"), Odd(NoId), (CREATED, ProbablyCreated), "sends a checkpoint without id", "The answer cannot be read; it is shown as it came"),
    odd((200, 12, "plain-text"), Body { content_type: "text/plain", text: "OK\n" }, (CREATED, ProbablyCreated), "sends a line of text", "The answer cannot be read; it is shown as it came"),

    odd((200, 101, "minimal"), Odd(Minimal), (CREATED, Started), "sends a checkpoint of `id` and `status` only", "The checkpoint, the other parts missing without complaint"),
    odd((200, 102, "nulls"), Odd(Nulls), (CREATED, Started), "sends null for everything but `id` and `status`", "The checkpoint, the other parts missing without complaint"),
    odd((200, 103, "extra-info-json"), Odd(ExtraInfoJson), (CREATED, Started), "sends `extra_info` as a string that holds JSON", "The additional information as JSON"),
    odd((200, 104, "extra-info-text"), Odd(ExtraInfoText), (CREATED, Started), "sends `extra_info` as a sentence", "The additional information as text"),
    odd((200, 105, "graph-json"), Odd(GraphJson), (CREATED, Started), "sends `resource_graph` as JSON in a string", "The server web-01 with its disks “system” and “data”"),
    odd((200, 106, "graph-twice"), Odd(GraphTwice), (CREATED, Started), "sends `resource_graph` encoded twice", "The server web-01 with its disks “system” and “data”"),
    odd((200, 107, "graph-quotes"), Odd(GraphQuotes), (CREATED, Started), "sends `resource_graph` with single quotes", "The resource diagram as text"),
    odd((200, 108, "numbers"), Odd(Numbers), (CREATED, Started), "sends numbers as fractions, strings and null", "The numbers as they came"),
    odd((200, 109, "short-time"), Odd(CreatedAt("2017-4-8T1:21:52.7")), (CREATED, Started), "sends a time with one-digit month, day and hour", "8 April 2017, 01:21:52 UTC"),
    odd((200, 110, "strange-time"), Odd(CreatedAt("a moment ago")), (CREATED, Started), "sends “a moment ago” as the time", "The time as text"),
    odd((200, 111, "unknown-keys"), Odd(UnknownKeys), (CREATED, Started), "sends keys that no table names", "The checkpoint; the keys are in the raw answer"),
    odd((200, 112, "long-names"), Odd(LongNames), (CREATED, Started), "sends names of 5000 characters", "The names, without breaking the page's width"),
    odd((200, 113, "hostile-text"), Odd(Hostile), (CREATED, Started), "sends markup, control and direction characters in every text", "The text as text: nothing runs, nothing around it turns"),
    odd((200, 114, "many-resources"), Odd(ManyResources), (CREATED, Started), "sends a plan of 200 resources", "The plan's table with 200 rows"),
    odd((200, 115, "broken-utf8"), Odd(NotUtf8), (CREATED, Started), "sends a name with bytes that are no UTF-8", "The checkpoint, with replacement characters in the name"),
    odd((200, 116, "deep-json"), Odd(Deep), (CREATED, Started), "sends `extra_info` nested 10 000 levels deep", "The checkpoint; the page stays alive"),
    odd((200, 120, "unknown-status"), Odd(Status("hibernating")), (CREATED, Started), "sends the status “hibernating”", "The status as it came"),
    odd((200, 121, "status-waiting-protect"), Odd(Status("waiting_protect")), (CREATED, Started), "sends the status waiting_protect", "The status and what it means"),
    odd((200, 122, "status-available"), Odd(Status("available")), (CREATED, Started), "sends the status available", "The status and what it means"),
    odd((200, 123, "status-waiting-restore"), Odd(Status("waiting_restore")), (CREATED, Started), "sends the status waiting_restore", "The status and what it means"),
    odd((200, 124, "status-restoring"), Odd(Status("restoring")), (CREATED, Started), "sends the status restoring", "The status and what it means"),
    odd((200, 125, "status-error"), Odd(Status("error")), (CREATED, Started), "sends the status error", "The status and what it means: the backup failed"),
    odd((200, 126, "status-waiting-delete"), Odd(Status("waiting_delete")), (CREATED, Started), "sends the status waiting_delete", "The status and what it means"),
    odd((200, 127, "status-deleting"), Odd(Status("deleting")), (CREATED, Started), "sends the status deleting", "The status and what it means"),
    odd((200, 128, "status-deleted"), Odd(Status("deleted")), (CREATED, Started), "sends the status deleted", "The status and what it means"),

    odd((400, 81, "hostile-refusal"), Code { code: "CSBS.9001", message: "<b onmouseover=alert(1)>\u{202e}gnp.exe</b> {server}" }, (NOTHING, NotCreated), "CSBS.9001 with markup and direction characters in the message", "The message as text: nothing runs, nothing around it turns"),
    odd((401, 41, "identity-code"), IdentityCode { code: "IAM.0067", message: "The token is not accepted." }, (NOTHING, NotCreated), "as the identity service writes it, with the code IAM.0067 as a text", "Sign in again; nothing typed is lost"),
    odd((401, 301, "token-unknown"), GatewayCode { code: UNKNOWN.0, message: UNKNOWN.1 }, (NOTHING, NotCreated), "APIGW.0301: the token is not one", "Sign in again; nothing typed is lost"),
    odd((401, 307, "token-expired"), GatewayCode { code: EXPIRED.0, message: EXPIRED.1 }, (NOTHING, NotCreated), "APIGW.0307: the token has expired", "The token has expired: sign in again; nothing typed is lost"),
    odd((429, 1, "retry-date"), RetryDate(Shape::Gateway), (NOTHING, NotCreated), "Retry-After is a date, 7 seconds ahead", "Too many requests: try again later"),
    odd((504, 1, "late"), Late(Shape::Html), (NOTHING, Unknown), "an HTML page after three seconds", "The gateway waited too long; checking finds nothing"),
    odd((504, 2, "late-created"), Late(Shape::Html), (CREATED, Unknown), "creates the backup, then an HTML page after three seconds", "The gateway waited too long; checking finds the backup"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_code_ends_in_the_number_of_the_code() {
        for row in CODES {
            let number = row.code.rsplit('.').next().unwrap();
            assert_eq!(format!("{:04}", row.which), number, "{}", row.code);
        }
    }
}

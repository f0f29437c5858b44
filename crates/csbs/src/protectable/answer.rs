//! What the service says about servers that it was asked about.

use crate::error_code::ErrorCode;
use crate::id::ResourceId;

/// What the service says about one server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protectable {
    /// It can be backed up.
    Yes,
    /// It cannot.
    No {
        /// The error code, such as `CSBS.6007`.
        code: Option<String>,
        /// The message of the service; not to be shown without the code.
        message: Option<String>,
        /// What the documents say about the code.
        documented: Option<&'static ErrorCode>,
    },
    /// The answer does not mention it, or says neither yes nor no.
    NotAnswered,
}

/// What the service says about each of the servers that were asked about, in their order.
///
/// Ids are compared in any letter case. Of several answers about one server the last one counts,
/// and answers about other servers are passed over.
pub fn match_answers(
    asked: &[ResourceId],
    answers: &[(String, Protectable)],
) -> Vec<(ResourceId, Protectable)> {
    let about = |server: &ResourceId| {
        let is_about = |(id, _): &&(String, Protectable)| id.eq_ignore_ascii_case(server.as_str());
        answers.iter().rfind(is_about).map_or(Protectable::NotAnswered, |(_, said)| said.clone())
    };
    asked.iter().map(|server| (server.clone(), about(server))).collect()
}

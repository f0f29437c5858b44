//! An answer that refuses a request: who says so, what it says, and what kind of refusal it is.

use crate::error_code::{self, ErrorCode};
use crate::field::Field;
use crate::http::HttpResponse;
use crate::time::Time;
use crate::wire::refusal::{BodyShape, RefusalBody};

/// An answer with a status outside 200 to 299.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The error code, such as `CSBS.6007`; `None` when there is none, or it only repeats the
    /// status.
    pub code: Option<String>,
    /// The message of the service. The same message can belong to two codes, so it is not to be
    /// shown alone.
    pub message: Option<String>,
    /// The id under which support finds the request, from the body or a header.
    pub request_id: Option<String>,
    /// How long to wait before trying again, in seconds, from the header or the body.
    pub retry_after_seconds: Option<u64>,
    /// The moment after which to try again, when the header gives a date; how long that is from
    /// now, only who has a clock can tell.
    pub retry_at: Option<Time>,
    /// What the documents say about the code.
    pub documented: Option<&'static ErrorCode>,
    /// The shape of the body, which tells who refused.
    pub shape: BodyShape,
    /// The body as it came.
    pub body: String,
}

/// What a refusal is about, so that words can be chosen for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// The token has expired or is not accepted: sign in again.
    SignInAgain,
    /// The person may not do this.
    NoPermission,
    /// The project or the server is not there.
    NotFound,
    /// The service takes no new projects (`BackupService.4008`); its successor is Cloud Backup
    /// and Recovery.
    ClosedToNewProjects,
    /// A quota is used up.
    Quota,
    /// There were too many requests in a short time.
    RateLimited,
    /// Another task on the server is under way; the same request may be accepted later.
    Busy,
    /// This server cannot be backed up as it is.
    Server,
    /// Something else in the request is not accepted.
    Request,
    /// The service says that it is not available.
    ServiceDown,
    /// A gateway or proxy answered in place of the service, which itself never answers HTML.
    Gateway,
    /// The service failed inside.
    Internal,
    /// A status that none of these covers, such as a redirection.
    Other,
}

impl Refusal {
    /// Reads an answer with a status outside 200 to 299; any body reads.
    pub fn read(response: HttpResponse) -> Self {
        let request_id = request_id(&response);
        let body = RefusalBody::read(&response.body);
        let code = body.code.filter(|code| code.parse() != Ok(response.status));
        Self {
            status: response.status,
            documented: code.as_deref().and_then(|c| error_code::lookup(response.status, c)),
            code,
            message: body.message,
            request_id: body.request_id.or(request_id),
            retry_after_seconds: retry_after_header(&response).or(body.retry_after_seconds),
            retry_at: response.header(RETRY_AFTER).and_then(Time::parse_http_date),
            shape: body.shape,
            body: response.body,
        }
    }

    /// What the refusal is about: by its code, where that says more than the status.
    pub fn kind(&self) -> RefusalKind {
        if let Some(kind) = self.kind_by_code() {
            return kind;
        }
        match self.status {
            401 => RefusalKind::SignInAgain,
            429 => RefusalKind::RateLimited,
            400.. if self.shape == BodyShape::Html => RefusalKind::Gateway,
            403 => RefusalKind::NoPermission,
            404 => RefusalKind::NotFound,
            413 if self.is_over_limit() && self.retry_after_seconds > Some(0) => {
                RefusalKind::RateLimited
            }
            413 if self.is_over_limit() => RefusalKind::Quota,
            400..500 => RefusalKind::Request,
            501..600 if !self.is_from_the_service() => RefusalKind::Gateway,
            503 => RefusalKind::ServiceDown,
            500..600 => RefusalKind::Internal,
            _ => RefusalKind::Other,
        }
    }

    /// Whether the body is in the words of the service, rather than of a gateway before it.
    pub(super) fn is_from_the_service(&self) -> bool {
        matches!(self.shape, BodyShape::Service | BodyShape::Wrapped { .. })
    }

    fn kind_by_code(&self) -> Option<RefusalKind> {
        match self.code.as_deref()? {
            "APIGW.0301" | "APIGW.0307" => Some(RefusalKind::SignInAgain),
            "BackupService.4008" => Some(RefusalKind::ClosedToNewProjects),
            "CSBS.9006" => Some(RefusalKind::Quota),
            "CSBS.6000" => Some(RefusalKind::NotFound),
            _ => {
                let documented = self.documented?;
                let about_server = documented.field() == Some(Field::ResourceId);
                if documented.is_busy() {
                    Some(RefusalKind::Busy)
                } else {
                    about_server.then_some(RefusalKind::Server)
                }
            }
        }
    }

    fn is_over_limit(&self) -> bool {
        matches!(&self.shape, BodyShape::Wrapped { key } if key == "overLimit")
    }
}

/// The id of a request in one of the headers that the services use.
pub(super) fn request_id(response: &HttpResponse) -> Option<String> {
    ["x-request-id", "x-openstack-request-id", "x-compute-request-id"]
        .iter()
        .find_map(|name| response.header(name))
        .map(str::to_owned)
}

/// `Retry-After` in seconds; its other form is a date.
fn retry_after_header(response: &HttpResponse) -> Option<u64> {
    response.header(RETRY_AFTER)?.parse().ok()
}

const RETRY_AFTER: &str = "retry-after";

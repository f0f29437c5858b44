//! A request and an answer of HTTP as plain values.
//!
//! Nothing here sends anything. The path starts at the service's root, and who sends the request
//! puts the address of the service or of a proxy before it, and adds the headers. What may hold a
//! secret is left out of debugging output: the body of a request, and the header of an answer that
//! brings a token.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::{Zeroize, Zeroizing};

use crate::time::Time;

/// The header that carries the token.
pub const HEADER_TOKEN: &str = "X-Auth-Token";

/// The header of an answer that brings a new token.
pub const HEADER_SUBJECT_TOKEN: &str = "X-Subject-Token";

/// The content type of every request with a body; the service's own clients send it without a
/// character set.
pub const CONTENT_TYPE_JSON: &str = "application/json";

/// The method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `GET`, which changes nothing.
    Get,
    /// `POST`.
    Post,
}

impl Method {
    /// The method as it stands in a request.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// A request, but for the address of the service and its headers.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The path from `/v1/` or `/v3/` on, with percent-encoded segments, and the query.
    pub path: String,
    /// The body, which is JSON; `None` for a `GET`. It may hold a password, so its memory is wiped
    /// when it is dropped.
    pub body: Option<Zeroizing<String>>,
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.body.as_ref().map(|body| body.len());
        write!(
            formatter,
            "HttpRequest({} {}, body: {bytes:?} bytes)",
            self.method.as_str(),
            self.path
        )
    }
}

/// An answer as it arrived.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The headers that could be read, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, as text.
    pub body: String,
}

impl HttpResponse {
    /// The first header of a name, in any letter case; `None` when it is not there, is blank, or
    /// was kept from the page by the proxy.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(candidate, _)| candidate.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// How far the clock that says `now` is ahead of that of whoever has answered, both in
    /// milliseconds: zero when the answer does not tell. It tells full seconds.
    pub fn clock_ahead(&self, now: i64) -> i64 {
        let date = self.header("date").and_then(Time::parse_http_date);
        date.and_then(|date| date.unix_millis()).map_or(0, |date| now.saturating_sub(date))
    }

    /// Wipes the header that brings a token, once it has been read.
    pub(crate) fn wipe_token(&mut self) {
        for (name, value) in &mut self.headers {
            if name.eq_ignore_ascii_case(HEADER_SUBJECT_TOKEN) {
                value.zeroize();
            }
        }
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(name, value): &(String, String)| {
            let is_token = name.eq_ignore_ascii_case(HEADER_SUBJECT_TOKEN);
            (name.clone(), if is_token { "…".to_owned() } else { value.clone() })
        };
        let headers: Vec<(String, String)> = self.headers.iter().map(shown).collect();
        write!(formatter, "HttpResponse({}, {headers:?}, {:?})", self.status, self.body)
    }
}

/// Appends one segment of a path, or one name or value of a query, percent-encoded.
pub(crate) fn push_encoded(path: &mut String, part: &str) {
    path.extend(utf8_percent_encode(part, ENCODED));
}

/// Appends a query to a path; a parameter without a value is left out.
pub(crate) fn push_query(path: &mut String, parameters: &[(&str, Option<&str>)]) {
    let mut separator = '?';
    for (name, value) in parameters {
        if let Some(value) = value {
            path.push(separator);
            path.push_str(name);
            path.push('=');
            push_encoded(path, value);
            separator = '&';
        }
    }
}

/// Everything but the characters that RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text percent-encoded as one part of a path or a query, as [`HttpRequest::path`] has it.
pub fn percent_encoded(part: &str) -> String {
    let mut encoded = String::new();
    push_encoded(&mut encoded, part);
    encoded
}

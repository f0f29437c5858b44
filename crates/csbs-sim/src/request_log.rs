//! A list of the requests that reached the simulator, for tests of what stands in front of it.
//!
//! It holds no value of a header and no body: these may be a token or a password.

use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::Path,
    sync::Arc,
};

use axum::http::{HeaderMap, request::Parts};
use serde_json::{Value, json};

use crate::StartError;

/// A file with a line of JSON for each request, written before the request is answered.
#[derive(Debug, Clone)]
pub struct RequestLog {
    file: Arc<File>,
}

impl RequestLog {
    /// Goes on with the file, or makes it.
    ///
    /// # Errors
    /// [`StartError::CannotLog`] when it cannot be written.
    pub fn open(path: &Path) -> Result<Self, StartError> {
        let refused = |error| StartError::CannotLog(path.to_owned(), error);
        let file = OpenOptions::new().create(true).append(true).open(path).map_err(refused)?;
        Ok(Self { file: Arc::new(file) })
    }

    /// Notes a request: its method, its target as it was sent, and the names of its headers.
    pub(crate) fn note(&self, request: &Parts) {
        self.write(&json!({
            "method": request.method.as_str(),
            "target": request.uri.to_string(),
            "headers": names(&request.headers),
        }));
    }

    /// Notes that something arrived that is no request of HTTP.
    pub(crate) fn note_unreadable(&self) {
        self.write(&json!({ "unreadable": true }));
    }

    fn write(&self, line: &Value) {
        // One call a line, so that lines of several connections never mix. A disk that is full
        // must not change what the simulator answers.
        let _ = (&*self.file).write_all(format!("{line}\n").as_bytes());
    }
}

fn names(headers: &HeaderMap) -> Vec<&str> {
    headers.iter().map(|(name, _)| name.as_str()).collect()
}

//! The security headers of the deployed page, sent with every answer of the site.
//!
//! They come from the one file that the deployed servers and the development server use as well,
//! compiled in, so that a page that works here works there.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::Response,
};

use crate::StartError;

const SOURCE: &str = include_str!("../../../deploy/security-headers.json");

/// The security headers, read and ready to be put on an answer.
#[derive(Debug, Clone)]
pub(crate) struct SecurityHeaders(HeaderMap);

impl SecurityHeaders {
    /// Reads the compiled-in file.
    ///
    /// # Errors
    /// [`StartError::SecurityHeaders`] when it is not a JSON object of header names and values.
    pub(crate) fn read() -> Result<Self, StartError> {
        let wrong = |reason: String| StartError::SecurityHeaders(reason);
        let entries: BTreeMap<String, String> =
            serde_json::from_str(SOURCE).map_err(|error| wrong(error.to_string()))?;
        let mut headers = HeaderMap::new();
        for (name, value) in entries {
            let name = HeaderName::try_from(name).map_err(|error| wrong(error.to_string()))?;
            let value = HeaderValue::try_from(value).map_err(|error| wrong(error.to_string()))?;
            headers.insert(name, value);
        }
        Ok(Self(headers))
    }

    /// The answer with the headers on it.
    pub(crate) fn put_on(&self, mut response: Response) -> Response {
        response.headers_mut().extend(self.0.clone());
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_in_file_can_be_read_and_has_a_content_security_policy() {
        let headers = SecurityHeaders::read().unwrap();
        assert!(headers.0.contains_key("content-security-policy"));
    }
}

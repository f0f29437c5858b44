//! The security headers of the deployed page, sent with every answer of the site.
//!
//! They come from the one file that the deployed servers and the development server use as well,
//! compiled in, so that a page that works here works there.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::Response,
};

use crate::{StartError, options::Origin};

const SOURCE: &str = include_str!("../../../deploy/security-headers.json");

/// The security headers, read and ready to be put on an answer.
#[derive(Debug, Clone)]
pub(crate) struct SecurityHeaders(HeaderMap);

impl SecurityHeaders {
    /// Reads the compiled-in file, and lets these portals frame the page.
    ///
    /// # Errors
    /// [`StartError::SecurityHeaders`] when it is not a JSON object of header names and values.
    pub(crate) fn read(portals: &[Origin]) -> Result<Self, StartError> {
        let wrong = |reason: String| StartError::SecurityHeaders(reason);
        let entries: BTreeMap<String, String> =
            serde_json::from_str(SOURCE).map_err(|error| wrong(error.to_string()))?;
        let mut headers = HeaderMap::new();
        for (name, value) in entries {
            let name = HeaderName::try_from(name).map_err(|error| wrong(error.to_string()))?;
            let value = HeaderValue::try_from(with_portals(value, portals))
                .map_err(|error| wrong(error.to_string()))?;
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

/// A policy by which these portals may frame the page; without any, it stays as it is.
fn with_portals(value: String, portals: &[Origin]) -> String {
    if portals.is_empty() {
        return value;
    }
    let portals: Vec<&str> = portals.iter().map(Origin::as_str).collect();
    value.replace("frame-ancestors 'none'", &format!("frame-ancestors {}", portals.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_in_file_can_be_read_and_has_a_content_security_policy() {
        let headers = SecurityHeaders::read(&[]).unwrap();
        let policy = headers.0["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("; frame-ancestors 'none';"));
    }

    #[test]
    fn the_portals_may_frame_the_page() {
        let portals = ["https://a.example", "http://localhost:4000"];
        let portals = portals.map(|portal| portal.parse().unwrap());
        let headers = SecurityHeaders::read(&portals).unwrap();
        let policy = headers.0["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("; frame-ancestors https://a.example http://localhost:4000;"));
    }
}

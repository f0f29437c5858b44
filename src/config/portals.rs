//! The portals that may show the console in a frame.

use csbs::json::{Json, JsonKind};

use super::address::{LOCAL, name_of};
use super::{Config, ConfigProblem, addresses, string, wrong};

/// How many portals there may be.
pub const MAX_PORTALS: usize = 50;

const KEY: &str = "portals";

impl Config {
    /// Reads the text of `config.json`, with the origins of the portals that may frame the page.
    ///
    /// # Errors
    ///
    /// As [`Config::parse`], which reads the same; what is wrong with the portals comes last.
    pub fn parse_with_portals(
        text: &str,
        page: &str,
    ) -> Result<(Self, Vec<String>), ConfigProblem> {
        let mut config = Self::parse_with(text, page, addresses::read)?;
        config.brand = super::brand::of(text)?;
        let object = Json::parse(text).ok().and_then(Json::object);
        let value = object.and_then(|object| object.get(KEY));
        Ok((config, value.map(read).transpose()?.unwrap_or_default()))
    }
}

/// Each as browsers write it, so that comparing two texts is enough to know a portal.
fn read(value: Json<'_>) -> Result<Vec<String>, ConfigProblem> {
    let elements = value.elements();
    if value.kind() != JsonKind::Array || elements.len() > MAX_PORTALS {
        return Err(wrong(KEY, value));
    }
    let mut portals: Vec<String> = Vec::new();
    for element in elements {
        let origin =
            string(element).filter(|origin| is_origin(origin) && !portals.contains(origin));
        portals.push(origin.ok_or_else(|| wrong(KEY, element))?);
    }
    Ok(portals)
}

/// Whether a text is an origin exactly as `MessageEvent.origin` has it: in lower case, with a port
/// only where it is not the scheme's own, and nothing behind it.
fn is_origin(text: &str) -> bool {
    let Some((scheme, host)) = text.split_once("://") else {
        return false;
    };
    let Some(name) = name_of(host).filter(|_| !host.bytes().any(|b| b.is_ascii_uppercase())) else {
        return false;
    };
    match scheme {
        "https" => !host.ends_with(":443"),
        // Nobody on the way can pass for a page of this computer.
        "http" => LOCAL.contains(&name) && !host.ends_with(":80"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_exactly_what_a_browser_calls_it() {
        let good = [
            "https://portal.example",
            "https://portal.example:8443",
            "https://10.0.0.1",
            "https://[2001:db8::1]:8443",
            "http://localhost:4000",
            "http://127.0.0.1:8080",
            "http://localhost",
        ];
        for origin in good {
            assert!(is_origin(origin), "{origin}");
        }
        let bad = [
            "",
            "*",
            "null",
            "https://*.portal.example",
            "https://*",
            "portal.example",
            "//portal.example",
            "https://",
            "https://portal.example/",
            "https://portal.example/console",
            "https://portal.example:443",
            "https://portal.example:",
            "https://portal.example:0",
            "https://portal.example:65536",
            "https://Portal.example",
            "HTTPS://portal.example",
            "https://portal.example?",
            "https://portal.example#",
            "https://user@portal.example",
            "https://portal.example.",
            "https://portäl.example",
            "https://portal.example ",
            "http://portal.example",
            "http://localhost:80",
            "http://localhost.portal.example",
            "file://",
            "javascript://portal.example",
        ];
        for origin in bad {
            assert!(!is_origin(origin), "{origin}");
        }
    }

    #[test]
    fn what_is_wrong_is_the_one_that_is_wrong() {
        let read = |portals: &str| {
            let text = format!(r#"{{"backup_address":"/a","portals":{portals}}}"#);
            Config::parse_with_portals(&text, "https://console.example")
                .map(|(_, portals)| portals.len())
        };
        let wrong = |value: &str| ConfigProblem::Wrong { key: KEY, value: value.to_owned() };
        assert_eq!(read("null"), Ok(0));
        assert_eq!(read("[]"), Ok(0));
        assert_eq!(read(r#"["https://a.example","https://b.example"]"#), Ok(2));
        assert_eq!(read(r#"["https://a.example","b"]"#), Err(wrong(r#""b""#)));
        assert_eq!(read(r#"["https://a.example",null]"#), Err(wrong("null")));
        assert_eq!(
            read(r#"["https://a.example","https://a.example"]"#),
            Err(wrong(r#""https://a.example""#))
        );
        assert_eq!(read(r#""https://a.example""#), Err(wrong(r#""https://a.example""#)));
        let many = |count: usize| {
            let portals: Vec<String> =
                (0..count).map(|number| format!(r#""https://p{number}.example""#)).collect();
            format!("[{}]", portals.join(","))
        };
        assert_eq!(read(&many(MAX_PORTALS)), Ok(MAX_PORTALS));
        assert!(read(&many(MAX_PORTALS + 1)).is_err());
    }
}

//! Where a service is reached, in one of three ways: under a path of the page's own server, under
//! an address of its own, or through a proxy that is told the service's address with each request.
//!
//! Reading is strict: whatever an address could be read as by somebody else, a token would be sent
//! there. Nothing here knows the browser; its own reader of addresses would bring more bytes than
//! these few rules.

use csbs::http::percent_encoded;

use super::secret;

/// Where requests to a service are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What is known about the service: a path of the page's own server, or an address. Without a
    /// slash at its end.
    service: String,
    through: Option<Proxy>,
}

/// A proxy that takes the address of the service out of each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    before: String,
    after: String,
    encodes: bool,
}

/// Why a text is no address that the console would send anything to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It is neither a path nor an address.
    Malformed,
    /// It holds a user name or a password.
    Credentials,
    /// It has a `?` or a `#`, and what is asked for would be added after that.
    Extra,
    /// It is `http` on a page that is `https`.
    Insecure,
    /// It is a path, but a proxy needs the address of the service.
    NotAbsolute,
    /// `{url}` is not in it exactly once, at a place where an address can stand.
    Place,
}

impl Address {
    /// Reads the address of a service for a page of the origin `page`.
    ///
    /// # Errors
    ///
    /// The [`AddressFault`] to correct.
    pub fn read(text: &str, through: Option<&Proxy>, page: &str) -> Result<Self, AddressFault> {
        let service = base(text, page)?;
        if through.is_some() && service.starts_with('/') {
            return Err(AddressFault::NotAbsolute);
        }
        Ok(Self { service, through: through.cloned() })
    }

    /// The address that is this path on the page's own server.
    #[must_use]
    pub fn of_path(path: String) -> Option<Self> {
        is_path(&path).then_some(Self { service: path, through: None })
    }

    /// Whether it is nothing but a path on the page's own server.
    #[must_use]
    pub fn is_own_path(&self) -> bool {
        self.through.is_none() && self.service.starts_with('/')
    }

    /// The address to fetch for a path of the service, as the browser gets it.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        let target = self.service.clone() + path;
        match &self.through {
            Some(proxy) if proxy.encodes => {
                proxy.before.clone() + &percent_encoded(&target) + &proxy.after
            }
            Some(proxy) => proxy.before.clone() + &target,
            None => target,
        }
    }

    /// The address as a person reads it, on a page of this origin.
    #[must_use]
    pub fn shown(&self, page: &str) -> String {
        let sent = match &self.through {
            Some(proxy) => proxy.before.clone() + &self.service + &proxy.after,
            None => self.service.clone(),
        };
        if sent.starts_with('/') { page.to_owned() + &sent } else { sent }
    }

    /// The same path without a proxy, which a program that is no browser does not need.
    #[must_use]
    pub fn direct(&self, path: &str, page: &str) -> String {
        let direct = self.service.clone() + path;
        if direct.starts_with('/') { page.to_owned() + &direct } else { direct }
    }

    /// The origin that requests are sent to, as it stands in a security policy; `None` for a path,
    /// which is on the page's own.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        let sent = self.sent_to();
        let (scheme, host, _) = split(sent)?;
        sent.get(..scheme.len() + "://".len() + host.len())
    }

    fn sent_to(&self) -> &str {
        self.through.as_ref().map_or(&self.service, |proxy| &proxy.before)
    }

    /// Whether a proxy is told the service's address, and reads all that is sent.
    #[must_use]
    pub fn is_through_proxy(&self) -> bool {
        self.through.is_some()
    }

    /// The server that requests are sent to, unless it is that of a page of this origin.
    #[must_use]
    pub fn other_host(&self, page: &str) -> Option<&str> {
        let (scheme, host, _) = split(self.sent_to())?;
        let own = split(page).map(|(scheme, host, _)| (scheme, host));
        (own != Some((scheme, host))).then_some(host)
    }
}

impl Proxy {
    /// Reads an address with `{url}` in it. In a path the service's address stands as it is, in a
    /// query it is percent-encoded; `{url:encoded}` is percent-encoded in a path, too.
    ///
    /// # Errors
    ///
    /// The [`AddressFault`] to correct.
    pub fn read(text: &str, page: &str) -> Result<Self, AddressFault> {
        if text.contains('@') {
            return Err(AddressFault::Credentials);
        }
        let asked = text.contains("{url:encoded}");
        let place = if asked { "{url:encoded}" } else { "{url}" };
        let (before, after) = text.split_once(place).ok_or(AddressFault::Place)?;
        if before.contains(['{', '}']) || after.contains(['{', '}']) {
            return Err(AddressFault::Place);
        }
        if text.contains('#') {
            return Err(AddressFault::Extra);
        }
        let (start, query) = match before.split_once('?') {
            Some((start, query)) => (start, Some(query)),
            None => (before, None),
        };
        let is_readable = |text: &str| text.chars().all(|c| c.is_ascii_graphic() && c != '\\');
        if !is_readable(query.unwrap_or_default()) || !is_readable(after) {
            return Err(AddressFault::Malformed);
        }
        if parameters(query).chain(parameters(Some(after))).any(secret::is_one) {
            return Err(AddressFault::Credentials);
        }
        let (site, path) = start_of(start, page)?;
        let encodes = asked || query.is_some();
        // Right behind a host the address would become a part of its name; in a path, what stood
        // behind it would become a part of the address.
        let has_room = path.ends_with('/') || query.is_some();
        let is_path = path.is_empty() || path == "/" || is_path(path.trim_end_matches('/'));
        if !is_path || path.ends_with("//") {
            return Err(AddressFault::Malformed);
        }
        if !has_room || (!encodes && !after.is_empty()) {
            return Err(AddressFault::Place);
        }
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Ok(Self { before: format!("{site}{path}{query}"), after: after.to_owned(), encodes })
    }
}

/// The names in a query.
fn parameters(query: Option<&str>) -> impl Iterator<Item = &str> {
    let pairs = query.unwrap_or_default().split(['&', '?']);
    pairs.filter_map(|pair| pair.split_once('=')).map(|(name, _)| name)
}

fn base(text: &str, page: &str) -> Result<String, AddressFault> {
    if text.contains('@') {
        return Err(AddressFault::Credentials);
    }
    if text.contains(['?', '#']) {
        return Err(AddressFault::Extra);
    }
    let (site, path) = start_of(text.strip_suffix('/').unwrap_or(text), page)?;
    let is_complete = is_path(path) || (path.is_empty() && !site.is_empty());
    if is_complete { Ok(format!("{site}{path}")) } else { Err(AddressFault::Malformed) }
}

/// Scheme and host in the one way they can be written, empty for a path, and the path after them.
fn start_of<'a>(text: &'a str, page: &str) -> Result<(String, &'a str), AddressFault> {
    if text.starts_with('/') {
        return Ok((String::new(), text));
    }
    let (scheme, host, path) = split(text).ok_or(AddressFault::Malformed)?;
    let host = host.to_ascii_lowercase();
    let default_port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return Err(AddressFault::Malformed),
    };
    let host = host.strip_suffix(default_port).unwrap_or(&host);
    let name = name_of(host).ok_or(AddressFault::Malformed)?;
    if scheme == "http" && page.starts_with("https:") && !LOCAL.contains(&name) {
        return Err(AddressFault::Insecure);
    }
    Ok((format!("{scheme}://{host}"), path))
}

/// Names of this computer, which nothing that is sent to leaves.
pub(super) const LOCAL: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Scheme, host with port, and the rest of an address.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    Some((scheme, host, path))
}

/// The name in a host, if both it and the port are written as they should be.
pub(super) fn name_of(host: &str) -> Option<&str> {
    let after_brackets = host.find(']').map_or(0, |end| end + 1);
    let (name, port) = match host[after_brackets..].split_once(':') {
        Some((rest, port)) => (&host[..after_brackets + rest.len()], Some(port)),
        None => (host, None),
    };
    let is_port = |port: &str| {
        !port.starts_with('0')
            && port.chars().all(|c| c.is_ascii_digit())
            && port.parse::<u16>().is_ok()
    };
    let is_name = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(inside) => {
            inside.contains(':')
                && inside.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'))
        }
        None => name.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        }),
    };
    (is_name && port.is_none_or(is_port)).then_some(name)
}

/// A path: `//host` would name another server, and `?`, `#`, `\`, `%` or dot segments would make
/// the address that is shown differ from the one that is used.
fn is_path(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|segment| {
            let is_plain =
                |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
            !matches!(segment, "" | "." | "..") && segment.chars().all(is_plain)
        })
    })
}

#[cfg(test)]
mod tests;

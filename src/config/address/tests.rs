//! Which addresses are taken, and what is fetched then.

use super::*;

const PAGE: &str = "https://console.example";
const SERVICE: &str = "https://csbs.example";

fn read(text: &str) -> Result<Address, AddressFault> {
    Address::read(text, None, PAGE)
}

fn through(proxy: &str) -> Result<Address, AddressFault> {
    Address::read(SERVICE, Some(&Proxy::read(proxy, PAGE)?), PAGE)
}

#[test]
fn an_address_is_written_in_one_way() {
    let table = [
        ("/api/csbs", "/api/csbs/v1?a=b", None),
        ("/api/csbs/", "/api/csbs/v1?a=b", None),
        ("https://proxy.example", "https://proxy.example/v1?a=b", Some("proxy.example")),
        (
            "https://Proxy.Example:443/csbs/",
            "https://proxy.example/csbs/v1?a=b",
            Some("proxy.example"),
        ),
        (
            "https://proxy.example:8443",
            "https://proxy.example:8443/v1?a=b",
            Some("proxy.example:8443"),
        ),
        ("https://console.example/x", "https://console.example/x/v1?a=b", None),
        ("http://localhost:8080", "http://localhost:8080/v1?a=b", Some("localhost:8080")),
        ("http://[::1]:1/a", "http://[::1]:1/a/v1?a=b", Some("[::1]:1")),
        ("http://127.0.0.1", "http://127.0.0.1/v1?a=b", Some("127.0.0.1")),
    ];
    for (text, url, host) in table {
        let address = read(text).unwrap();
        assert_eq!(address.url("/v1?a=b"), url, "{text}");
        assert_eq!(address.other_host(PAGE), host, "{text}");
    }
}

#[test]
fn what_could_be_read_in_two_ways_is_refused() {
    use AddressFault::{Credentials, Extra, Insecure, Malformed};
    let table = [
        ("", Malformed),
        ("/", Malformed),
        ("api", Malformed),
        ("//evil.example", Malformed),
        ("/a/../b", Malformed),
        ("/a//b", Malformed),
        ("/a%2fb", Malformed),
        ("\\\\evil.example", Malformed),
        ("https:/proxy.example", Malformed),
        ("https://", Malformed),
        ("https:///a", Malformed),
        ("ftp://proxy.example", Malformed),
        ("javascript://proxy.example", Malformed),
        ("https://proxy.example:0", Malformed),
        ("https://proxy.example:65536", Malformed),
        ("https://proxy.example:+1", Malformed),
        ("https://proxy.example:", Malformed),
        ("https://pro xy.example", Malformed),
        ("https://proxy.example\\evil", Malformed),
        ("https://prüfstand.example", Malformed),
        ("https://proxy..example", Malformed),
        ("https://[::1", Malformed),
        ("https://a]b", Malformed),
        (" https://proxy.example", Malformed),
        ("https://user:password@proxy.example", Credentials),
        ("https://user@proxy.example", Credentials),
        ("https://proxy.example/a?b=c", Extra),
        ("/a#b", Extra),
        ("http://proxy.example", Insecure),
        ("http://localhost.example", Insecure),
        ("http://127.0.0.1.example", Insecure),
    ];
    for (text, fault) in table {
        assert_eq!(read(text), Err(fault), "{text}");
    }
}

#[test]
fn a_page_that_is_not_secure_itself_takes_http() {
    let address = Address::read("http://proxy.example", None, "http://console.example");
    assert_eq!(address.unwrap().url("/v1"), "http://proxy.example/v1");
}

#[test]
fn a_proxy_is_told_the_address_as_it_needs_it() {
    let plain = "https://csbs.example/v1?a=b";
    let encoded = "https%3A%2F%2Fcsbs.example%2Fv1%3Fa%3Db";
    let table = [
        ("https://p.example/{url}", format!("https://p.example/{plain}"), Some("p.example")),
        ("https://p.example/a/{url}", format!("https://p.example/a/{plain}"), Some("p.example")),
        (
            "https://p.example/{url:encoded}",
            format!("https://p.example/{encoded}"),
            Some("p.example"),
        ),
        (
            "https://p.example/?url={url}",
            format!("https://p.example/?url={encoded}"),
            Some("p.example"),
        ),
        ("https://p.example?{url}", format!("https://p.example?{encoded}"), Some("p.example")),
        (
            "https://p.example/a?x=1&url={url}&y=2",
            format!("https://p.example/a?x=1&url={encoded}&y=2"),
            Some("p.example"),
        ),
        ("/cors/{url}", format!("/cors/{plain}"), None),
        ("/{url}", format!("/{plain}"), None),
    ];
    for (proxy, url, host) in table {
        let address = through(proxy).unwrap();
        assert_eq!(address.url("/v1?a=b"), url, "{proxy}");
        assert_eq!(address.other_host(PAGE), host, "{proxy}");
        assert_eq!(address.direct("/v1?a=b", PAGE), plain, "{proxy}");
        assert!(address.is_through_proxy(), "{proxy}");
    }
}

#[test]
fn a_proxy_that_could_be_told_a_wrong_address_is_refused() {
    use AddressFault::{Credentials, Extra, Insecure, Malformed, Place};
    let table = [
        ("https://p.example/", Place),
        ("https://p.example/{url}/{url}", Place),
        ("https://p.example/{url}?{url:encoded}", Place),
        ("https://p.example/{url}/behind", Place),
        ("https://p.example/{url}?x=1", Place),
        ("https://p.example{url}", Place),
        ("https://p.example/x{url}", Place),
        ("https://p.example/{uri}", Place),
        ("{url}", Malformed),
        ("//p.example/{url}", Malformed),
        ("https://p.example//{url}", Malformed),
        ("https://p.example/a b?{url}", Malformed),
        ("https://p.example/?a b={url}", Malformed),
        ("https://p.example/#{url}", Extra),
        ("https://p.example/?url={url}#a", Extra),
        ("http://p.example/{url}", Insecure),
        ("https://user:pw@p.example/{url}", Credentials),
        ("https://p.example/?api_key=abc&url={url}", Credentials),
        ("https://p.example/?url={url}&token=abc", Credentials),
    ];
    for (proxy, fault) in table {
        assert_eq!(Proxy::read(proxy, PAGE), Err(fault), "{proxy}");
    }
    let proxy = Proxy::read("https://p.example/{url}", PAGE).unwrap();
    let read = |text| Address::read(text, Some(&proxy), PAGE);
    assert_eq!(read("/api/csbs"), Err(AddressFault::NotAbsolute));
    assert_eq!(read("http://csbs.example"), Err(Insecure), "from the proxy on, in the clear");
}

#[test]
fn what_is_shown_can_be_read() {
    assert_eq!(read("/api").unwrap().shown(PAGE), "https://console.example/api");
    assert_eq!(read("https://p.example/a").unwrap().shown(PAGE), "https://p.example/a");
    let shown = through("https://p.example/?url={url}").unwrap().shown(PAGE);
    assert_eq!(shown, "https://p.example/?url=https://csbs.example");
}

#[cfg(not(target_arch = "wasm32"))]
mod property {
    use super::*;
    use proptest::prelude::*;

    /// Pieces that addresses are made of, good and bad ones.
    fn text() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "https://",
            "http://",
            "/",
            "//",
            "a",
            "evil.example",
            "proxy.example",
            ":",
            ":8080",
            "@",
            "?",
            "#",
            "\\",
            "%2f",
            "..",
            ".",
            "{url}",
            "{url:encoded}",
            "[::1]",
            "localhost",
            "=",
            "&",
            " ",
            "\t",
            "é",
            "key=1",
        ]);
        prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
    }

    /// Scheme and host as the standard's reader of addresses sees them, roughly: what stands before
    /// the first of the characters that end a host.
    fn site(url: &str) -> &str {
        let start = url.find("://").map_or(0, |at| at + 3);
        let end = url[start..].find(['/', '\\', '?', '#']).map_or(url.len(), |at| start + at);
        &url[..end]
    }

    proptest! {
        #[test]
        fn whatever_is_taken_leads_to_the_server_that_is_named(text in text(), path in "/v1[a-z/?=&%0-9]{0,12}") {
            if let Ok(address) = read(&text) {
                let url = address.url(&path);
                prop_assert!(url.ends_with(&path));
                match address.other_host(PAGE) {
                    Some(host) => {
                        let end = format!("://{host}");
                        prop_assert!(site(&url).ends_with(&end));
                    }
                    None => prop_assert!(
                        (url.starts_with('/') && !url.starts_with("//")) || site(&url) == PAGE
                    ),
                }
                prop_assert!(!site(&url).contains(['@', '\\', ' ']));
                prop_assert!(!site(&url).starts_with("http:") || LOCAL.iter().any(|name| url.contains(name)));
            }
        }

        #[test]
        fn a_proxy_is_told_exactly_the_address_of_the_service(text in text(), path in "/v1[a-z/?=&%0-9]{0,12}") {
            if let Ok(address) = through(&text) {
                let url = address.url(&path);
                let target = format!("{SERVICE}{path}");
                let encoded = percent_encoded(&target);
                prop_assert!(url.ends_with(&target) || url.matches(&*encoded).count() == 1);
                if let Some(host) = address.other_host(PAGE) {
                    let end = format!("://{host}");
                    prop_assert!(site(&url).ends_with(&end));
                } else {
                    prop_assert!(url.starts_with('/') || site(&url) == PAGE);
                }
            }
        }
    }
}

//! What a portal says to the console in its frame. Only what the protocol knows is heard; of a token,
//! nothing is written down.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;

// The reader itself and not the console around it, which would take minutes to build.
#[path = "../../src"]
mod console {
    pub mod embed {
        #[expect(dead_code, unused_imports, reason = "the console uses what the fuzzer does not")]
        pub mod protocol;
    }
}

use console::embed::protocol::{Counts, Inbound, Outbound, read};

fuzz_target!(|text: &str| {
    let heard = read(text);
    let mut counts = Counts::default();
    counts.note(heard.as_ref().map(|_| ()).map_err(|why| *why));
    let said = Outbound::Diagnostic(counts).to_json();
    assert!(serde_json::from_str::<serde_json::Value>(&said).is_ok(), "{said}");
    let Ok(heard) = heard else {
        return;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    assert!(serde_json::from_str::<IgnoredAny>(text).is_ok());
    // JSON can write half of a surrogate pair, which no text can hold: serde_json refuses to say
    // what stands there, and the console reads a replacement character.
    let message = serde_json::from_str::<serde_json::Value>(text).unwrap_or_else(|_| {
        assert!(text.contains("\\u"));
        serde_json::Value::Null
    });
    let is_whole = !message.is_null();
    assert!(!is_whole || message["csbs"] == 1);
    match heard {
        Inbound::Token(token) => {
            assert!(!token.expose().contains(char::is_whitespace));
            assert!(
                !is_whole
                    || message["token"].as_str().is_some_and(|sent| sent.contains(token.expose()))
            );
            assert_eq!(format!("{:?}", Inbound::Token(token)), "Token(Token(…))");
        }
        Inbound::Servers(servers) => {
            let told = message["ids"].as_array().map_or(usize::MAX, Vec::len);
            assert!(servers.as_slice().len() <= told);
        }
        Inbound::Prefill(read) => {
            assert!(read.not_understood.is_empty());
            let _ = csbs::check(&read.draft);
        }
        Inbound::Language(tag) => assert!(tag.is_ascii() && tag.len() <= 35),
        Inbound::Brand(brand) => {
            let is_safe = |value: &str| !value.contains([';', '{', '}', '\\', '<', ':', '/']);
            for (name, value) in brand.properties() {
                assert!(is_safe(&value), "{name}: {value}");
            }
            assert!(brand.logo.is_none_or(|logo| is_inside(logo.as_str())));
        }
        Inbound::Hello | Inbound::Theme(_) | Inbound::Diagnostic => {}
    }
});

/// Whether a path leads to a file beside the page, and nowhere else.
fn is_inside(path: &str) -> bool {
    !path.starts_with('/') && !path.contains(['\\', ':', '?', '#', '%']) && !path.contains("..")
}

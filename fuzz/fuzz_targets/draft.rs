//! A kept draft: it is read, and whatever it holds is accepted whole or refused with its problems.

#![no_main]

use csbs::wire::draft::{from_json, to_json};
use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;
use serde_json::Value;

fuzz_target!(|text: &str| {
    let Some(draft) = from_json(text) else {
        return;
    };
    assert_eq!(from_json(&to_json(&draft)).as_ref(), Some(&draft));
    match csbs::check(&draft) {
        Ok(request) => {
            let http = request.to_http();
            assert!(http.path.bytes().all(|byte| byte.is_ascii_graphic()), "{}", http.path);
            let body = http.body.expect("a create call has a body");
            assert!(serde_json::from_str::<IgnoredAny>(&body).is_ok(), "the body is JSON");
            // What was typed into `extra_info` may be JSON that no `Value` holds, such as 1e999.
            if let Ok(body) = serde_json::from_str::<Value>(&body) {
                assert!(body["protect"].is_object());
            }
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
});

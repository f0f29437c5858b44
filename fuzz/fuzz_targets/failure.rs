//! An answer of any status, written as in HTTP: the status, headers, a blank line, the body.

#![no_main]

use csbs::{Failure, HttpResponse, Outcome};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let Some(status) = lines.next().and_then(|line| line.trim().parse().ok()) else {
        return;
    };
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let answer = HttpResponse { status, headers, body: body.to_owned() };
    let Err(failure) = csbs::read_answer(answer) else {
        assert!((200..300).contains(&status));
        return;
    };
    let outcome = failure.outcome();
    match &failure {
        Failure::Refused(refusal) => {
            assert!(!(200..300).contains(&status));
            assert_eq!((refusal.status, refusal.body.as_str()), (status, body));
            let _ = (refusal.kind(), refusal.sign_in(), failure.lacks_token());
        }
        // Whoever answers like this has taken the request: it may not be called not created.
        Failure::Unreadable(_) => assert_ne!(outcome, Outcome::NotCreated),
        other => panic!("an answer was taken for {other:?}"),
    }
});

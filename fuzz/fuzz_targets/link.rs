//! What a link brings: the keys and values of its lines. A link that is made of what was read
//! brings the same again.

#![no_main]

use csbs::{link_pairs, read_link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let pair = |line: &str| {
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        (key.to_owned(), value.to_owned())
    };
    let pairs: Vec<(String, String)> = text.split('&').map(pair).collect();
    let draft = read_link(&pairs).draft;
    let made = link_pairs(&draft);
    let owned: Vec<(String, String)> =
        made.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let again = read_link(&owned);
    assert!(again.not_understood.is_empty(), "{:?}", again.not_understood);
    assert_eq!(link_pairs(&again.draft), made);
    let _ = csbs::check(&draft);
});

//! Ids taken out of whatever was pasted: each stands in the text, and is there once.

#![no_main]

use std::collections::HashSet;

use csbs::{ProjectId, ResourceId, ServerIds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    if let Ok(id) = ResourceId::parse(typed) {
        assert_eq!(ResourceId::parse(id.as_str()).as_ref(), Ok(&id));
        assert_eq!(ServerIds::parse(typed).map(|ids| ids.as_slice().to_vec()), Ok(vec![id]));
    }
    if let Ok(id) = ProjectId::parse(typed) {
        assert!(typed.contains(id.as_str()));
    }
    let pasted = ServerIds::read(typed);
    let ids: HashSet<&str> = pasted.ids.as_slice().iter().map(ResourceId::as_str).collect();
    assert_eq!(ids.len(), pasted.ids.as_slice().len());
    assert!(ids.len() <= ServerIds::LIMIT);
    if let Ok(parsed) = ServerIds::parse(typed) {
        assert_eq!(ServerIds::parse(&parsed.written()), Ok(parsed));
    }
});

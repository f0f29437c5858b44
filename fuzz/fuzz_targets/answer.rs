//! The body of an accepted answer, by every reader there is. What cannot be read is kept as it came.

#![no_main]

use csbs::{Failure, HttpResponse, ResourceId};
use libfuzzer_sys::fuzz_target;

const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

fuzz_target!(|body: &str| {
    let answer = || HttpResponse {
        status: 200,
        headers: vec![("x-subject-token".to_owned(), "token".to_owned())],
        body: body.to_owned(),
    };
    match csbs::read_answer(answer()) {
        Ok(accepted) => assert_eq!(accepted.raw, body),
        Err(failure) => keeps(&failure, body),
    }
    match csbs::read_backup_answer(answer()) {
        Ok(followed) => assert_eq!(followed.raw, body),
        Err(failure) => keeps(&failure, body),
    }
    let servers: Vec<ResourceId> = ResourceId::parse(SERVER).into_iter().collect();
    let failures = [
        csbs::read_items_answer(answer()).err(),
        csbs::read_backups_answer(answer()).err(),
        csbs::read_count_answer(answer()).err(),
        csbs::read_quotas_answer(answer()).err(),
        csbs::read_token_answer(answer()).err(),
        csbs::read_projects_answer(answer()).err(),
        csbs::read_servers_answer(answer()).err(),
        csbs::read_protectable_answer(answer(), &servers).err(),
    ];
    failures.into_iter().flatten().for_each(|failure| keeps(&failure, body));
});

fn keeps(failure: &Failure, body: &str) {
    match failure {
        Failure::Unreadable(unreadable) => assert_eq!(unreadable.body, body),
        other => panic!("a status of 200 was taken for {other:?}"),
    }
}

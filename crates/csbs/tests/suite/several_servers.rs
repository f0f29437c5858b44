//! One form for several servers: numbered names, one request each.

use csbs::{BackupName, Draft, Fault, Field, Fields, Problem, ServerIds};

use crate::draft::{PROJECT, SERVER, example, mandatory};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";

fn servers(text: &str) -> ServerIds {
    ServerIds::read(text).ids
}

fn both() -> ServerIds {
    servers(&format!("{SERVER} {OTHER}"))
}

fn name(text: &str) -> BackupName {
    BackupName::parse(text).unwrap()
}

#[test]
fn names_are_numbered_when_there_are_several_servers() {
    for (position, servers, expected) in [
        (0, 1, "db"),
        (0, 0, "db"),
        (0, 2, "db-0001"),
        (1, 2, "db-0002"),
        (99, 500, "db-0100"),
        (499, 500, "db-0500"),
        (usize::MAX, usize::MAX, "db-9999"),
    ] {
        let numbered = name("db").numbered(position, servers);
        assert_eq!(numbered, Ok(name(expected)), "{position} of {servers}");
    }
}

#[test]
fn the_first_and_the_last_name_are_shown() {
    assert_eq!(name("db").first_and_last(37), Ok((name("db-0001"), name("db-0037"))));
    assert_eq!(name("db").first_and_last(1), Ok((name("db"), name("db"))));
}

#[test]
fn the_number_counts_as_part_of_the_name() {
    for (length, servers, limit) in
        [(255, 1, None), (256, 1, Some(255)), (250, 2, None), (251, 2, Some(250))]
    {
        let typed = "n".repeat(length);
        let fault = limit.map(|limit| Fault::TooLong { limit, count: length });
        assert_eq!(BackupName::read_for(&typed, servers).err(), fault, "{length} {servers}");
        if let Ok(name) = BackupName::parse(&typed) {
            let numbered = name.numbered(0, servers);
            assert!(
                numbered.as_ref().is_ok_and(|name| name.as_str().len() <= 255) || limit.is_some()
            );
            assert_eq!(numbered.err(), fault, "{length} {servers}");
        }
    }
    assert_eq!(BackupName::read_for(" ", 2), Ok(None));
}

#[test]
fn each_server_gets_a_request_and_the_server_of_the_form_does_not_count() {
    let draft = Draft { resource_id: "no id".into(), ..example() };
    let requests = Fields::from(&draft).requests_for(&both()).unwrap();
    let sent: Vec<(&str, &str)> = requests
        .iter()
        .map(|request| (request.resource_id().as_str(), request.backup_name().unwrap().as_str()))
        .collect();
    assert_eq!(sent, [(SERVER, "backup-0001"), (OTHER, "backup-0002")]);
    for request in &requests {
        assert_eq!(request.project_id().as_str(), PROJECT);
        assert_eq!(request.description().unwrap().as_str(), "backup des");
        assert_eq!(request.extra_info().unwrap().as_json(), "{}");
    }
}

#[test]
fn without_a_name_none_is_sent() {
    let requests = Fields::from(&mandatory()).requests_for(&both()).unwrap();
    assert!(requests.iter().all(|request| request.backup_name().is_none()));
}

#[test]
fn one_chosen_server_gets_the_request_of_the_form() {
    let requests = Fields::from(&example()).requests_for(&servers(SERVER));
    assert_eq!(requests, Ok(vec![csbs::check(&example()).unwrap()]));
}

#[test]
fn all_problems_are_found_once() {
    let long = "n".repeat(251);
    let too_long = |count| Fault::TooLong { limit: 250, count };
    let problem = |field, fault| Problem { field, fault };
    let character = Fault::Character { found: '<', after: String::new() };
    for (backup_name, chosen, expected) in [
        ("db".to_owned(), "", vec![problem(Field::ResourceId, Fault::Empty)]),
        (long.clone(), SERVER, vec![]),
        (long, &*format!("{SERVER} {OTHER}"), vec![problem(Field::BackupName, too_long(251))]),
        (
            "n".repeat(300),
            &*format!("{SERVER} {OTHER}"),
            vec![problem(Field::BackupName, too_long(300))],
        ),
    ] {
        let draft = Draft { backup_name, description: "<".into(), ..mandatory() };
        let mut expected = expected;
        expected.push(problem(Field::Description, character.clone()));
        let fields = Fields::from(&draft);
        assert_eq!(fields.problems_for(&servers(chosen)), expected, "{chosen}");
        assert_eq!(fields.requests_for(&servers(chosen)), Err(expected), "{chosen}");
    }
}

#[test]
fn the_preview_of_a_server_is_what_is_sent_for_it() {
    let fields = Fields::from(&example());
    let preview = fields.preview_for(&both(), 1);
    assert!(preview.path.contains(OTHER));
    assert!(preview.body.contains("backup-0002"));
    let nowhere = fields.preview_for(&both(), 2);
    assert!(nowhere.path.contains("{resource_id}"), "{}", nowhere.path);
}

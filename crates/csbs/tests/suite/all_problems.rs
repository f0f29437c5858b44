//! From a draft to a request, or to everything that is wrong with it.

use csbs::{Draft, DraftTag, Fault, Field, JsonMistake, MAX_TAGS, Problem, check};

use crate::draft::{example, mandatory, with_tags};

fn problem(field: Field, fault: Fault) -> Problem {
    Problem { field, fault }
}

fn character(found: char, after: &str) -> Fault {
    Fault::Character { found, after: after.to_owned() }
}

#[test]
fn a_draft_without_problems_is_a_request() {
    let request = check(&example()).unwrap();
    assert_eq!(request.project_id().as_str(), "b942cc8342734d15bcb246babb1953cf");
    assert_eq!(request.resource_id().as_str(), "9506416d-db6c-406e-8bca-c0f43793d914");
    assert_eq!(request.backup_name().unwrap().as_str(), "backup");
    assert_eq!(request.description().unwrap().as_str(), "backup des");
    assert_eq!(request.extra_info().unwrap().as_json(), "{}");
    assert_eq!(request.backup_type().incremental(), None);
    assert_eq!(request.resource_type(), None);
    assert!(request.tags().is_empty());
}

#[test]
fn an_empty_draft_lacks_the_project_and_the_server() {
    assert_eq!(
        check(&Draft::default()),
        Err(vec![
            problem(Field::ProjectId, Fault::Empty),
            problem(Field::ResourceId, Fault::Empty),
        ])
    );
}

#[test]
fn all_problems_are_found_and_come_in_the_order_of_the_form() {
    let tag = |key: &str, value: &str| DraftTag { key: key.into(), value: value.into() };
    let draft = Draft {
        project_id: "a b".into(),
        resource_id: "db-01".into(),
        backup_name: "db 01".into(),
        description: "a<b".into(),
        tags: vec![tag("env", "x y"), tag("", ""), tag("", "v"), tag(" env ", ""), tag("a b", ".")],
        extra_info: "{".into(),
        ..Draft::default()
    };
    let problems = check(&draft).unwrap_err();
    assert_eq!(
        problems,
        vec![
            problem(Field::ProjectId, character(' ', "a")),
            problem(Field::ResourceId, Fault::NotAUuid),
            problem(Field::BackupName, character(' ', "db")),
            problem(Field::Description, character('<', "a")),
            problem(Field::TagValue(0), character(' ', "x")),
            problem(Field::TagKey(2), Fault::Empty),
            problem(Field::TagKey(3), Fault::DuplicateKey { first: 1 }),
            problem(Field::TagKey(4), character(' ', "a")),
            problem(Field::TagValue(4), character('.', "")),
            problem(
                Field::ExtraInfo,
                Fault::JsonSyntax { line: 1, column: 2, reason: JsonMistake::Unfinished }
            ),
        ]
    );
    assert!(problems.is_sorted_by_key(|problem| match problem.field {
        Field::TagKey(row) => (Field::Tags, row, 0),
        Field::TagValue(row) => (Field::Tags, row, 1),
        other => (other, 0, 0),
    }));
}

#[test]
fn ten_tags_are_allowed_and_blank_rows_do_not_count() {
    let keys: Vec<String> = (0..=MAX_TAGS).map(|number| format!("k{number}")).collect();
    let rows: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "")).collect();
    let mut ten = rows[..MAX_TAGS].to_vec();
    ten.insert(3, (" ", ""));
    ten.push(("", "\t"));
    assert_eq!(check(&with_tags(&ten)).unwrap().tags().len(), 10);
    assert_eq!(
        check(&with_tags(&rows)),
        Err(vec![problem(Field::Tags, Fault::TooManyTags { limit: 10, count: 11 })])
    );
}

#[test]
fn each_later_row_with_the_same_key_names_the_first_one() {
    let tags = [("", ""), ("env", "a"), (" env", "b"), ("Env", "c"), ("other", ""), ("env ", "")];
    assert_eq!(
        check(&with_tags(&tags)),
        Err(vec![
            problem(Field::TagKey(2), Fault::DuplicateKey { first: 2 }),
            problem(Field::TagKey(5), Fault::DuplicateKey { first: 2 }),
        ])
    );
}

#[test]
fn the_order_of_the_tags_is_kept() {
    let request = check(&with_tags(&[("z", "1"), ("", ""), ("a", "2"), ("m", "")])).unwrap();
    let keys: Vec<&str> = request.tags().iter().map(|tag| tag.key.as_str()).collect();
    assert_eq!(keys, ["z", "a", "m"]);
}

#[test]
fn blank_optional_fields_are_not_sent() {
    let blank = Draft {
        backup_name: " ".into(),
        description: "\n".into(),
        extra_info: "\t".into(),
        tags: vec![DraftTag::default()],
        ..mandatory()
    };
    assert_eq!(check(&blank), check(&mandatory()));
}

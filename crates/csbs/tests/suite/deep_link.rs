//! Links that fill in the form, and links made from it.

use csbs::{
    BackupType, Draft, DraftTag, LinkKey, LinkRead, LinkRemark, ResourceType, link_pairs, read_link,
};

use crate::draft::{PROJECT, SERVER};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";

fn read(pairs: &[(&str, &str)]) -> LinkRead {
    let owned = |&(key, value): &(&str, &str)| (key.to_owned(), value.to_owned());
    read_link(&pairs.iter().map(owned).collect::<Vec<_>>())
}

fn tag(key: &str, value: &str) -> DraftTag {
    DraftTag { key: key.into(), value: value.into() }
}

#[test]
fn every_key_fills_in_its_field() {
    let link = read(&[
        ("tag", "env:prod"),
        ("project_id", PROJECT),
        ("resource_id", SERVER),
        ("name", "nightly"),
        ("description", "before the update"),
        ("type", "full"),
        ("tag", "team"),
    ]);
    let draft = Draft {
        project_id: PROJECT.into(),
        resource_id: SERVER.into(),
        backup_name: "nightly".into(),
        description: "before the update".into(),
        backup_type: BackupType::Full,
        tags: vec![tag("env", "prod"), tag("team", "")],
        ..Draft::default()
    };
    let filled = vec![
        LinkKey::ProjectId,
        LinkKey::ResourceId,
        LinkKey::Name,
        LinkKey::Description,
        LinkKey::Type,
        LinkKey::Tag,
    ];
    assert_eq!(link, LinkRead { draft, filled, not_understood: vec![] });
}

#[test]
fn values_are_taken_over_as_they_came_for_the_form_to_judge() {
    let link = read(&[("name", " db 01 "), ("tag", "a b:c:d"), ("resource_id", "db-01")]);
    assert_eq!(link.draft.backup_name, " db 01 ");
    assert_eq!(link.draft.tags, [tag("a b", "c:d")]);
    assert_eq!(link.draft.resource_id, "db-01");
    assert_eq!(link.not_understood, []);
}

#[test]
fn several_servers_stand_on_a_line_each() {
    let link = read(&[("resource_id", SERVER), ("resource_id", OTHER)]);
    assert_eq!(link.draft.resource_id, format!("{SERVER}\n{OTHER}"));
    assert_eq!(link.filled, [LinkKey::ResourceId]);
}

/// The pairs of a link, and what is said about them.
type Row = (&'static [(&'static str, &'static str)], Vec<LinkRemark>);

#[test]
fn what_is_not_understood_is_named() {
    let unknown = |key: &str| LinkRemark::UnknownKey { key: key.into() };
    let repeated = |key| LinkRemark::Repeated { key };
    let table: [Row; 9] = [
        (&[("token", "secret")], vec![unknown("token")]),
        (&[("Name", "n")], vec![unknown("Name")]),
        (&[("extra_info", "{}"), ("extra_info", "[]")], vec![unknown("extra_info")]),
        (&[("name", "a"), ("name", "b")], vec![repeated(LinkKey::Name)]),
        (&[("type", "full"), ("type", "incremental")], vec![repeated(LinkKey::Type)]),
        (&[("type", "half")], vec![LinkRemark::UnknownType { value: "half".into() }]),
        (&[("tag", ":v")], vec![LinkRemark::TagWithoutKey { value: ":v".into() }]),
        (&[("name", " "), ("type", ""), ("tag", ""), ("x", "")], vec![]),
        (&[], vec![]),
    ];
    for (pairs, remarks) in table {
        assert_eq!(read(pairs).not_understood, remarks, "{pairs:?}");
    }
    assert_eq!(read(&[("name", "a"), ("name", "b")]).draft.backup_name, "a");
    assert_eq!(read(&[("type", " FULL ")]).draft.backup_type, BackupType::Full);
}

#[test]
fn the_value_of_an_unknown_key_is_not_quoted() {
    let shown = format!("{:?}", read(&[("password", "geheim")]));
    assert!(!shown.contains("geheim"), "{shown}");
}

#[test]
fn ten_tags_are_taken_and_no_more() {
    let tags: Vec<String> = (0..12).map(|number| format!("k{number}:v")).collect();
    let pairs: Vec<(&str, &str)> = tags.iter().map(|tag| ("tag", tag.as_str())).collect();
    assert_eq!(read(&pairs[..10]).not_understood, []);
    let link = read(&pairs);
    assert_eq!(link.draft.tags.len(), 10);
    assert_eq!(link.not_understood, [LinkRemark::TooManyTags { limit: 10 }]);
}

#[test]
fn a_link_has_what_is_filled_in() {
    let draft = Draft {
        project_id: format!(" {PROJECT} "),
        resource_id: format!("{{{}}}, {OTHER}", SERVER.to_uppercase()),
        description: "two\nlines".into(),
        backup_type: BackupType::Incremental,
        resource_type: Some(ResourceType::Server),
        tags: vec![
            tag(" env ", "prod"),
            tag("", ""),
            tag("", "v"),
            tag(" :a", "v"),
            tag("team", ""),
        ],
        extra_info: "{}".into(),
        ..Draft::default()
    };
    let pairs = link_pairs(&draft);
    let shown: Vec<(&str, &str)> =
        pairs.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("project_id", PROJECT),
            ("resource_id", SERVER),
            ("resource_id", OTHER),
            ("description", "two\nlines"),
            ("type", "incremental"),
            ("tag", "env:prod"),
            ("tag", "team:"),
        ]
    );
    assert_eq!(link_pairs(&Draft::default()), []);
}

#[test]
fn a_server_that_is_no_id_is_linked_as_it_was_typed() {
    let draft = Draft { resource_id: " db-01 ".into(), ..Draft::default() };
    assert_eq!(link_pairs(&draft), [("resource_id", "db-01".to_owned())]);
}

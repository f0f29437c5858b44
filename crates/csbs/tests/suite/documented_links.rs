//! `docs/embedding.md` has the keys of a link, and the limits of what they fill in.

use csbs::{
    BackupName, Description, LinkKey, MAX_TAGS, ProjectId, ServerIds, TagKey, TagValue, read_link,
};

const DOCUMENT: &str = include_str!("../../../../docs/embedding.md");

/// The rows of the section about links: their cells.
fn rows() -> Vec<Vec<&'static str>> {
    let section = DOCUMENT.split("\n## ").find(|section| section.starts_with("As a link\n"));
    let section = section.expect("the section about links");
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect()
}

fn row(key: LinkKey) -> Vec<&'static str> {
    let named = format!("`{}`", key.as_str());
    rows().into_iter().find(|row| row[0] == named).expect("a row for the key")
}

#[test]
fn every_key_of_a_link_is_in_the_table_in_its_order_and_nothing_else() {
    let keys: Vec<&str> = rows().into_iter().map(|row| row[0].trim_matches('`')).collect();
    let known = LinkKey::ALL.map(LinkKey::as_str);
    // The language is read before the program is there.
    assert_eq!(keys, [known.as_slice(), &["lang"]].concat());
}

#[test]
fn the_table_says_what_may_be_there_several_times() {
    for key in LinkKey::ALL {
        let pairs =
            ["full", "incremental"].map(|value| (key.as_str().to_owned(), value.to_owned()));
        let may_be_repeated = read_link(&pairs).not_understood.is_empty();
        assert_eq!(row(key)[3] != "no", may_be_repeated, "{key:?}");
    }
}

#[test]
fn the_table_says_the_limits() {
    let limits: [(LinkKey, usize, usize); 7] = [
        (LinkKey::ProjectId, 2, ProjectId::LIMIT),
        (LinkKey::ResourceId, 3, ServerIds::LIMIT),
        (LinkKey::Name, 2, BackupName::LIMIT),
        (LinkKey::Description, 2, Description::LIMIT),
        (LinkKey::Tag, 2, TagKey::LIMIT),
        (LinkKey::Tag, 2, TagValue::LIMIT),
        (LinkKey::Tag, 3, MAX_TAGS),
    ];
    for (key, place, limit) in limits {
        let cell = row(key)[place];
        let numbers = cell.split(|c: char| !c.is_ascii_digit());
        let is_told = numbers.map(str::parse::<usize>).any(|number| number == Ok(limit));
        assert!(is_told, "{limit} is not in “{cell}”");
    }
}

#[test]
fn the_example_is_a_link_that_is_understood() {
    let example = DOCUMENT.lines().find(|line| line.starts_with("https://console.example/?"));
    let (_, query) = example.expect("an example").split_once('?').expect("a query");
    let pairs: Vec<(String, String)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(key, _)| *key != "lang")
        .map(|(key, value)| (key.to_owned(), value.replace("%20", " ")))
        .collect();
    let read = read_link(&pairs);
    assert_eq!(read.not_understood, []);
    assert_eq!(read.filled, LinkKey::ALL);
    assert_eq!(csbs::check(&read.draft).map(|_| ()), Ok(()));
}

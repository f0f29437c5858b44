use proptest::prelude::*;

use super::*;

const A: &str = "9506416d-db6c-406e-8bca-c0f43793d914";
const B: &str = "e283f0f1-bc2c-4300-ab2d-d8f811b93c06";
const C: &str = "4d90058a-158e-40f5-8c36-662296d1c5f8";

fn id(text: &str) -> ResourceId {
    ResourceId::parse(text).unwrap()
}

fn numbered(number: usize) -> ResourceId {
    id(&format!("00000000-0000-4000-9000-{number:012}"))
}

fn only(gone: &str) -> impl Fn(&ResourceId) -> bool {
    move |server| server.as_str() == gone
}

#[test]
fn a_server_that_is_chosen_comes_on_a_line_of_its_own_after_what_was_there() {
    let table = [
        (String::new(), B.to_owned()),
        (" \n\n".to_owned(), B.to_owned()),
        (A.to_owned(), format!("{A}\n{B}")),
        (format!("{A}\n\n"), format!("{A}\n{B}")),
        (format!("{A}, {C}"), format!("{A}, {C}\n{B}")),
        ("web-01".to_owned(), format!("web-01\n{B}")),
        (format!("{B}\n{A}"), format!("{B}\n{A}")),
        (B.to_uppercase(), B.to_uppercase()),
    ];
    for (before, after) in table {
        assert_eq!(with(&before, [id(B)]).text, after, "{before:?}");
    }
}

#[test]
fn a_server_that_is_taken_out_leaves_everything_else_where_it_is() {
    let table = [
        (A.to_owned(), String::new()),
        (format!("{A}\n{B}\n{C}"), format!("{B}\n{C}")),
        (format!("{B}\n{A}\n{C}"), format!("{B}\n{C}")),
        (format!("{B}, {A}, {C}"), format!("{B}, {C}")),
        (format!("{B}; {A}"), B.to_owned()),
        (format!("{B} {A}\n{A}|{C}"), format!("{B}\n{C}")),
        (format!("web-01 {A}\n  mail  server\n"), "web-01\n  mail  server".to_owned()),
        (format!("{{{}}}", A.to_uppercase()), String::new()),
        (format!("https://console/{A}/detail\n{B}"), B.to_owned()),
        (format!("{A}/{B}/{C}, {C}"), format!("{B} {C} {C}")),
        (format!("{B}\n\nweb-01"), format!("{B}\n\nweb-01")),
        ("web-01".to_owned(), "web-01".to_owned()),
    ];
    for (before, after) in table {
        assert_eq!(without(&before, only(A)), after, "{before:?}");
    }
}

#[test]
fn there_are_never_more_than_the_limit() {
    let added = with("", (0..ServerIds::LIMIT + 7).map(numbered));
    assert_eq!((added.count, added.beyond), (ServerIds::LIMIT, 7));
    assert_eq!(Chosen::of(&added.text).count(), ServerIds::LIMIT);
    let more = with(&added.text, [numbered(3), numbered(9999)]);
    assert_eq!((more.text, more.count, more.beyond), (added.text, ServerIds::LIMIT, 1));
}

/// Any text that a person may leave in the field: words, ids, links, lists.
fn field() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0..20_usize).prop_map(|number| numbered(number).as_str().to_owned()),
        (0..20_usize).prop_map(|number| numbered(number).as_str().to_uppercase()),
        (0..20_usize).prop_map(|number| format!("https://x/{}?y", numbered(number).as_str())),
        "[a-z0-9%{}ä-]{0,12}",
    ];
    let separator = prop_oneof![Just("\n"), Just(" "), Just(", "), Just(";"), Just("\r\n\r\n")];
    proptest::collection::vec((piece, separator), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(a, b)| [a, b.to_owned()]).collect())
}

fn flat(text: &str) -> String {
    text.replace(['\n', '\r'], "")
}

proptest! {
    #[test]
    fn choosing_and_taking_out_gives_the_field_back(text in field(), number in 20..40_usize) {
        let server = numbered(number);
        let added = with(&text, [server.clone()]);
        prop_assert!(Chosen::of(&added.text).has(&server));
        let back = without(&added.text, |id| *id == server);
        let before = if csbs::text::trim(&text).is_empty() { "" } else { &text };
        prop_assert_eq!(flat(&back), flat(before));
    }

    #[test]
    fn no_id_comes_twice_and_none_that_was_there_goes(
        text in field(),
        numbers in proptest::collection::vec(0..40_usize, 0..30),
    ) {
        let before = ServerIds::read(&text);
        let servers: Vec<ResourceId> = numbers.into_iter().map(numbered).collect();
        let added = with(&text, servers.clone());
        let after = ServerIds::read(&added.text);
        prop_assert_eq!(after.remarks.len(), before.remarks.len(), "no id twice, no word lost");
        prop_assert_eq!(after.ids.as_slice().len(), added.count);
        prop_assert!(after.ids.as_slice().starts_with(before.ids.as_slice()));
        let chosen = Chosen::of(&added.text);
        prop_assert!(servers.iter().all(|server| chosen.has(server)));
    }

    #[test]
    fn what_is_taken_out_is_gone_and_nothing_else(text in field(), number in 0..20_usize) {
        let server = numbered(number);
        let before = ServerIds::read(&text).ids;
        let after = ServerIds::read(&without(&text, |id| *id == server)).ids;
        let expected: Vec<&ResourceId> =
            before.as_slice().iter().filter(|id| **id != server).collect();
        prop_assert_eq!(after.as_slice().iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn without_any_server_the_words_stay(text in field()) {
        let left = ServerIds::read(&without(&text, |_| true));
        prop_assert_eq!(left.ids.as_slice().len(), 0);
        let words = |text: &str| {
            let remarks = ServerIds::read(text).remarks.into_iter();
            let pieces = remarks.filter_map(|remark| match remark {
                csbs::IdRemark::NotAUuid { piece, .. } => Some(piece),
                _ => None,
            });
            pieces.collect::<Vec<String>>()
        };
        prop_assert_eq!(words(&without(&text, |_| true)), words(&text));
    }
}

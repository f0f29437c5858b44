//! Finding servers by what is typed.

use csbs::Server;
use csbs::server::{Address, AddressKind, Haystack, Search};

use crate::servers::server;

fn database() -> Server {
    Server {
        id: "9506416d-db6c-406e-8bca-c0f43793d914".into(),
        status: Some("SHUTOFF".into()),
        zone: Some("eu-de-02".into()),
        addresses: vec![Address { addr: "192.168.0.206".into(), kind: AddressKind::Fixed }],
        tags: vec!["env=Prod".into()],
        ..server("DB-Größe 01")
    }
}

#[test]
fn every_word_has_to_be_found_in_any_case_and_order() {
    let haystack = Haystack::of(&database());
    for (typed, is_found) in [
        ("", true),
        ("  ", true),
        ("db", true),
        ("GRÖSSE", false),
        ("GRÖ", true),
        ("9506416D", true),
        ("192.168.0", true),
        ("0.206 shut DB", true),
        ("eu-de-02", true),
        ("eu-de-03", false),
        ("env=prod", true),
        ("db web", false),
        ("\u{feff}db\u{200b}", true),
        ("01 shutoff", true),
        ("fixed", false),
    ] {
        assert_eq!(Search::read(typed).finds(&haystack), is_found, "{typed:?}");
    }
}

#[test]
fn a_word_does_not_reach_from_one_part_into_the_next() {
    let server = Server { tags: vec!["ab".into(), "cd".into()], ..server("x") };
    let haystack = Haystack::of(&server);
    for typed in ["bc", "abcd", "idx"] {
        assert!(!Search::read(typed).finds(&haystack), "{typed}");
    }
}

#[test]
fn nothing_typed_is_blank() {
    for (typed, is_blank) in [("", true), (" \t\u{200b} ", true), ("a", false)] {
        assert_eq!(Search::read(typed).is_blank(), is_blank, "{typed:?}");
    }
}

#[test]
fn a_search_narrows_another_when_it_has_all_its_words_and_more() {
    for (typed, wider, narrows) in [
        ("web-01", "web", true),
        ("web", "web", true),
        ("web db", "web", true),
        ("eu-de web-01", "WEB de", true),
        ("web", "web-01", false),
        ("web db", "web mail", false),
        ("web", "", true),
        ("ασα", "ΑΣ", false),
    ] {
        let [typed, wider] = [typed, wider].map(Search::read);
        assert_eq!(typed.narrows(&wider), narrows, "{typed:?} of {wider:?}");
    }
}

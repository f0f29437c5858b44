//! `resource_id`: Table 1, third row.

use csbs::{Fault, ResourceId};

use crate::draft::{PROJECT, SERVER};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";

#[test]
fn a_uuid_is_taken_out_of_what_was_pasted() {
    for (typed, extracted) in [
        (SERVER.to_owned(), false),
        (SERVER.to_uppercase(), false),
        (format!("  {SERVER}\n"), false),
        (format!("{{{SERVER}}}"), true),
        (format!("\"{SERVER}\","), true),
        (format!("urn:uuid:{SERVER}"), true),
        (format!("resource_{SERVER}"), true),
        (format!("Server: {SERVER} (db-01), zone eu-de-02"), true),
        (format!("{SERVER} {SERVER}"), true),
        (format!("{SERVER}/{}", SERVER.to_uppercase()), true),
        (
            format!(
                "https://console.example/ecm/?region=eu-de#/ecs/{PROJECT}/detail?id={SERVER}&tab=x"
            ),
            true,
        ),
        (format!("https://console.example/login?service=%2Fecs%3Fid%3D{SERVER}%26tab%3D1"), true),
        (format!("größer→{SERVER}←"), true),
    ] {
        let id = ResourceId::parse(&typed).unwrap_or_else(|fault| panic!("{typed:?}: {fault:?}"));
        assert_eq!(id.as_str(), SERVER, "{typed:?}");
        assert_eq!(id.is_extracted_from(&typed), extracted, "{typed:?}");
    }
}

#[test]
fn what_has_no_uuid_is_refused() {
    for typed in [
        "db-01",
        PROJECT,
        &SERVER[..35],
        &SERVER.replace('-', ""),
        &SERVER.replace('d', "g"),
        &SERVER.replace('-', "–"),
        &format!("{SERVER}0"),
        &format!("x{SERVER}"),
        "9506416ddb6c-406e-8bca-c0f4-3793d914",
        "%",
        "😀",
    ] {
        assert_eq!(ResourceId::parse(typed), Err(Fault::NotAUuid), "{typed:?}");
    }
}

#[test]
fn a_blank_field_is_empty_rather_than_no_uuid() {
    for typed in ["", "  ", "\u{feff}"] {
        assert_eq!(ResourceId::parse(typed), Err(Fault::Empty), "{typed:?}");
    }
}

#[test]
fn two_different_uuids_leave_open_which_one_is_meant() {
    for (typed, count) in [
        (format!("{SERVER},{OTHER}"), 2),
        (format!("{SERVER}\n{OTHER}\n{SERVER}"), 2),
        (format!("{SERVER} {OTHER} 1ce5800a-e487-4c1b-b264-3353a39e2b4b"), 3),
    ] {
        assert_eq!(ResourceId::parse(&typed), Err(Fault::SeveralUuids { count }), "{typed:?}");
    }
}

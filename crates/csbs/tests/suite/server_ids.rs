//! Several server ids in one pasted text.

use csbs::{Fault, IdRemark, ResourceId, ServerIds};

use crate::draft::{PROJECT, SERVER};

const OTHER: &str = "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf";

fn id(text: &str) -> ResourceId {
    ResourceId::parse(text).unwrap()
}

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{number:08x}{}", &SERVER[8..])).collect()
}

fn no_uuid(line: usize, piece: &str) -> IdRemark {
    IdRemark::NotAUuid { line, piece: piece.into() }
}

#[test]
fn ids_are_found_between_any_separators_and_keep_their_order() {
    let link = format!("https://console.example/?region=eu-de#/ecs/{PROJECT}/detail?id={SERVER}");
    for pasted in [
        format!("{OTHER}\n{SERVER}"),
        format!("{OTHER}, {SERVER}"),
        format!("{OTHER},{SERVER},"),
        format!(" {OTHER};;{SERVER}\t\r\n"),
        format!("{OTHER} | {SERVER}"),
        format!("[\"{OTHER}\",\"{SERVER}\"]"),
        format!("{{{}}} {{{SERVER}}}", OTHER.to_uppercase()),
        format!("- {OTHER}\n- {SERVER}\n"),
        format!("{OTHER}/{SERVER}"),
        format!("\u{feff}{OTHER}\n{link}"),
    ] {
        let read = ServerIds::read(&pasted);
        assert_eq!(read.ids.as_slice(), [id(OTHER), id(SERVER)], "{pasted:?}");
        assert_eq!(read.remarks, [], "{pasted:?}");
    }
}

#[test]
fn every_piece_that_is_no_id_is_told_with_its_line() {
    let pasted = format!("name id\n\n{SERVER} db-01\n{PROJECT}, {}", &SERVER[1..]);
    let read = ServerIds::read(&pasted);
    assert_eq!(read.ids.as_slice(), [id(SERVER)]);
    assert_eq!(
        read.remarks,
        [
            no_uuid(1, "name"),
            no_uuid(1, "id"),
            no_uuid(3, "db-01"),
            no_uuid(4, PROJECT),
            no_uuid(4, &SERVER[1..]),
        ]
    );
}

#[test]
fn a_long_piece_is_quoted_in_part() {
    let read = ServerIds::read(&"ä".repeat(1000));
    assert_eq!(read.remarks, [no_uuid(1, &"ä".repeat(60))]);
}

#[test]
fn a_duplicate_is_told_with_the_line_of_the_first_one() {
    let read = ServerIds::read(&format!("{SERVER}\n{OTHER}\n{}\n{SERVER}", SERVER.to_uppercase()));
    assert_eq!(read.ids.as_slice(), [id(SERVER), id(OTHER)]);
    let duplicate = |line| IdRemark::Duplicate { line, first: 1, id: id(SERVER) };
    assert_eq!(read.remarks, [duplicate(3), duplicate(4)]);
}

#[test]
fn five_hundred_ids_are_taken_and_no_more() {
    for (count, remarks) in [
        (500, vec![]),
        (501, vec![IdRemark::TooMany { limit: 500, count: 501 }]),
        (800, vec![IdRemark::TooMany { limit: 500, count: 800 }]),
    ] {
        let ids = numbered(count);
        let read = ServerIds::read(&ids.join("\n"));
        let taken: Vec<&str> = read.ids.as_slice().iter().map(ResourceId::as_str).collect();
        assert_eq!(taken, ids[..500]);
        assert_eq!(read.remarks, remarks, "{count}");
    }
}

#[test]
fn nothing_pasted_is_nothing_read() {
    for pasted in ["", " \n\t", ",;|", "- {} …", "\u{feff}", "– • „“ → × ÷"] {
        assert_eq!(ServerIds::read(pasted), Default::default(), "{pasted:?}");
    }
    for pasted in ["、 。 «» ， ； （） ［］", "، ؛", "▪️ ➡️ ✔️", "🔹 👉 😀"]
    {
        assert_eq!(ServerIds::read(pasted), Default::default(), "{pasted:?}");
    }
}

#[test]
fn what_is_written_in_any_script_is_told_when_it_is_no_id() {
    for piece in ["7", "ä", "сервер", "服务器", "サーバー", "خادم", "７", "Ｗ"]
    {
        assert_eq!(ServerIds::read(piece).remarks, [no_uuid(1, piece)], "{piece}");
    }
}

#[test]
fn a_choice_has_every_server_once() {
    let chosen = ServerIds::of(&[id(OTHER), id(SERVER), id(OTHER)]);
    assert_eq!(chosen.as_slice(), [id(OTHER), id(SERVER)]);
    let many: Vec<ResourceId> = numbered(501).iter().map(|text| id(text)).collect();
    assert_eq!(ServerIds::of(&many).as_slice(), &many[..500]);
}

#[test]
fn the_field_takes_one_id_out_of_anything_and_several_only_when_nothing_else_is_there() {
    let fault = |count, first: &str, line| Fault::NotAllUuids { count, first: first.into(), line };
    for (typed, expected) in [
        (format!("the server {SERVER}, of db-01"), Ok(vec![id(SERVER)])),
        (format!("{SERVER}\n{SERVER}\n"), Ok(vec![id(SERVER)])),
        (format!("{SERVER}\n{OTHER}\n{SERVER}"), Ok(vec![id(SERVER), id(OTHER)])),
        (format!("{SERVER}\n{OTHER} db-01; db-02"), Err(fault(2, "db-01", 2))),
        (String::from(" \n"), Err(Fault::Empty)),
        (String::from("db-01\ndb-02"), Err(Fault::NotAUuid)),
        (numbered(501).join(" "), Err(Fault::TooManyServers { limit: 500, count: 501 })),
    ] {
        let read = ServerIds::parse(&typed);
        assert_eq!(read.clone().map(|ids| ids.as_slice().to_vec()), expected, "{typed}");
        if let Ok(ids) = read {
            assert_eq!(ServerIds::parse(&ids.written()), Ok(ids));
        }
    }
    assert_eq!(
        ServerIds::parse(&numbered(500).join("\n")).map(|ids| ids.as_slice().len()),
        Ok(500)
    );
}

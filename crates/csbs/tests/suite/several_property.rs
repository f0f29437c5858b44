//! Whatever is chosen, pasted or linked for several servers: every rule decides as it is restated
//! here.

use csbs::{
    BackupType, Draft, DraftTag, Fault, Fields, IdRemark, LinkRemark, ResourceId, ServerIds, check,
    link_pairs, read_link,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::any_text::{any_text, nearly, uuid, uuids};
use crate::draft::mandatory;

const PIECES: [&str; 6] = [
    "9506416d-db6c-406e-8bca-c0f43793d914",
    "{9506416D-DB6C-406E-8BCA-C0F43793D914}",
    "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf",
    "1ce5800a-e487-4c1b-b264-3353a39e2b4b",
    "db-01",
    "-",
];

const KEYS: [&str; 6] = ["project_id", "resource_id", "name", "description", "type", "tag"];

proptest! {
    #[test]
    fn pasted_ids_are_as_restated_here(
        pieces in vec(("[,; |\n]{1,3}", select(PIECES.to_vec())), 0..12),
    ) {
        let pasted: String = pieces.iter().map(|(gap, piece)| format!("{gap}{piece}")).collect();
        let read = ServerIds::read(&pasted);
        let mut expected: Vec<(String, usize)> = Vec::new();
        let (mut remarks, mut line, mut others) = (Vec::new(), 1, Vec::new());
        for (gap, piece) in &pieces {
            line += gap.matches('\n').count();
            let id = piece.trim_matches(['{', '}']).to_lowercase();
            if *piece == "db-01" {
                others.push(line);
                remarks.push(IdRemark::NotAUuid { line, piece: id });
            } else if let Some((_, first)) = expected.iter().find(|(known, _)| *known == id) {
                let id = ResourceId::parse(&id).unwrap();
                remarks.push(IdRemark::Duplicate { line, first: *first, id });
            } else if *piece != "-" {
                expected.push((id, line));
            }
        }
        let ids: Vec<&str> = read.ids.as_slice().iter().map(ResourceId::as_str).collect();
        let expected: Vec<&str> = expected.iter().map(|(id, _)| id.as_str()).collect();
        prop_assert_eq!(&ids, &expected);
        prop_assert_eq!(read.remarks, remarks);
        let of_field = match (expected.len(), others.first()) {
            (0, _) if pasted.trim().is_empty() => Err(Fault::Empty),
            (0, _) => Err(Fault::NotAUuid),
            (2.., Some(&line)) => {
                Err(Fault::NotAllUuids { count: others.len(), first: "db-01".to_owned(), line })
            }
            _ => Ok(read.ids),
        };
        prop_assert_eq!(ServerIds::parse(&pasted), of_field);
    }

    #[test]
    fn each_server_gets_the_request_of_its_own_draft(
        servers in vec(select(vec![PIECES[0], PIECES[2], PIECES[3]]), 0..4),
        name in prop_oneof!["[a-z!]{0,6}", "[a-z]{248,252}"],
        description in "[a-z<]{0,6}",
    ) {
        let draft = Draft { backup_name: name.clone(), description, ..mandatory() };
        let servers = ServerIds::read(&servers.join(" ")).ids;
        let count = servers.as_slice().len();
        let alone = |(number, server): (usize, &ResourceId)| {
            let suffix = if name.is_empty() || count < 2 { String::new() } else { format!("-{number:04}") };
            check(&Draft {
                resource_id: server.as_str().to_owned(),
                backup_name: format!("{name}{suffix}"),
                ..draft.clone()
            })
        };
        let expected: Vec<_> = (1..).zip(servers.as_slice()).map(alone).collect();
        let fields = Fields::from(&draft);
        match fields.requests_for(&servers) {
            Ok(requests) => {
                prop_assert!(count > 0);
                for (position, (request, alone)) in requests.iter().zip(&expected).enumerate() {
                    prop_assert_eq!(Ok(request), alone.as_ref());
                    let preview = fields.preview_for(&servers, position);
                    prop_assert_eq!(request.to_http().body, Some(preview.body.into()));
                    prop_assert_eq!(request.to_http().path, preview.path);
                }
                prop_assert_eq!(requests.len(), expected.len());
            }
            Err(problems) => {
                prop_assert!(count == 0 || expected.iter().all(Result::is_err));
                prop_assert_eq!(fields.problems_for(&servers), problems);
            }
        }
    }

    #[test]
    fn any_pasted_text_is_read(
        pieces in vec(prop_oneof![any_text(), uuid(), nearly(uuid(), "0g-, \n")], 0..6),
    ) {
        // A percent sign and two digits are another character: that is a table of its own.
        let pasted = pieces.concat().replace('%', "");
        let read = ServerIds::read(&pasted);
        let ids: Vec<&str> = read.ids.as_slice().iter().map(ResourceId::as_str).collect();
        prop_assert_eq!(ids, uuids(&pasted));
        prop_assert_eq!(ServerIds::of(read.ids.as_slice()), read.ids);
    }

    #[test]
    fn any_link_fills_in_what_it_has_and_never_more(
        pairs in vec((prop_oneof![select(KEYS.to_vec()).prop_map(str::to_owned), any_text()],
            prop_oneof![any_text(), "[a-z: ]{0,6}"]), 0..20),
    ) {
        let read = read_link(&pairs);
        prop_assert!(read.draft.tags.len() <= 10);
        prop_assert!(read.filled.is_sorted_by(|a, b| a < b));
        for key in &read.filled {
            prop_assert!(pairs.iter().any(|(known, _)| known == key.as_str()));
        }
        prop_assert_eq!(read.draft.extra_info, "");
        for remark in &read.not_understood {
            if let LinkRemark::UnknownKey { key } = remark {
                prop_assert!(!KEYS.contains(&key.as_str()));
            }
        }
    }

    #[test]
    fn a_link_made_from_a_form_fills_in_the_same_form(
        (project_id, backup_name, description) in ("[a-z0-9]{0,4}", "[a-z0-9]{0,4}", "[a-z0-9]{0,4}"),
        servers in vec(select(vec![PIECES[0], PIECES[2], PIECES[3]]), 0..3),
        tags in vec(("[a-z]{1,3}", "[a-z]{0,3}"), 0..11),
        backup_type in select(vec![BackupType::ServiceDecides, BackupType::Incremental, BackupType::Full]),
    ) {
        let ids = ServerIds::read(&servers.join(" ")).ids;
        let lines: Vec<&str> = ids.as_slice().iter().map(ResourceId::as_str).collect();
        let tags = tags.into_iter().map(|(key, value)| DraftTag { key, value }).take(10).collect();
        let draft = Draft {
            project_id, backup_name, description, backup_type, tags,
            resource_id: lines.join("\n"),
            ..Draft::default()
        };
        let pairs: Vec<(String, String)> =
            link_pairs(&draft).into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let read = read_link(&pairs);
        prop_assert_eq!(read.draft, draft);
        prop_assert_eq!(read.not_understood, vec![]);
    }
}

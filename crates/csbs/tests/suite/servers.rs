//! The list of servers: asking for it, reading it, and why one cannot be backed up.

use csbs::server::{Address, AddressKind, AttachedVolume, Flavor, Obstacle, SERVERS_PER_PAGE};
use csbs::wire::read_servers;
use csbs::{Method, ProjectId, Server, ServerPage, Unreadable, servers_request};

use crate::draft::PROJECT;

/// A server of which only id and name are known.
pub(crate) fn server(name: &str) -> Server {
    Server {
        id: "id".into(),
        name: Some(name.into()),
        description: None,
        status: None,
        task_state: None,
        zone: None,
        addresses: vec![],
        flavor: None,
        volumes: None,
        tags: vec![],
        os_type: None,
        image_name: None,
    }
}

fn only(server: &str) -> Server {
    read_servers(&format!(r#"{{"servers": [{server}]}}"#)).unwrap().servers.remove(0)
}

#[test]
fn pages_are_asked_for_from_1_on() {
    let project = ProjectId::parse(PROJECT).unwrap();
    for (page, offset) in [(1, 1), (2, 2), (0, 1)] {
        let request = servers_request(&project, page);
        assert_eq!((request.method, request.body), (Method::Get, None));
        assert_eq!(
            request.path,
            format!("/v1/{PROJECT}/cloudservers/detail?offset={offset}&limit=100")
        );
    }
}

#[test]
fn the_documented_example_is_read() {
    let page = read_servers(include_str!("../examples/ecs-servers-detail-response.json")).unwrap();
    assert_eq!((page.count, page.received, page.servers.len()), (Some(4), 4, 4));
    let fixed = |addr: &str| Address { addr: addr.into(), kind: AddressKind::Fixed };
    let volume = AttachedVolume {
        id: Some("2edc879f-022e-4bd6-b079-95a27564d449".into()),
        boot_index: Some(0),
        device: Some("/dev/sda".into()),
    };
    let flavor = Flavor { name: Some("c3.large.2".into()), vcpus: Some(2), ram: Some(1024) };
    assert_eq!(
        page.servers[0],
        Server {
            id: "b37fd80e-ac67-4d02-b9f1-9891c9c0fabf".into(),
            name: Some("ecs-5e70".into()),
            description: Some("ecs-4cff".into()),
            status: Some("SHUTOFF".into()),
            task_state: None,
            zone: Some("az1-dc1".into()),
            addresses: vec![fixed("192.168.0.206"), fixed("192.168.0.8")],
            flavor: Some(flavor),
            volumes: Some(vec![volume]),
            tags: vec![],
            os_type: Some("Linux".into()),
            image_name: Some("HEC_Public_Cloudinit_CentOS_7.4_64bit".into()),
        }
    );
    assert_eq!(page.servers[2].tags, ["combined_order_id=CBRCS231010102024YL8962"]);
    assert!(page.servers.iter().all(|server| server.obstacle().is_none()));
}

#[test]
fn a_server_needs_an_id_and_nothing_else() {
    let body =
        r#"{"servers": [{"id": "id", "name": "n"}, {"name": "no id"}, null, 7, {"id": ""}]}"#;
    let page = ServerPage { count: None, received: 5, servers: vec![server("n")] };
    assert_eq!(read_servers(body), Ok(page));
}

#[test]
fn the_list_has_to_be_there() {
    for body in ["{}", "[]", r#"{"servers": null}"#, r#"{"count": 1, "servers": {}}"#] {
        assert_eq!(read_servers(body), Err(Unreadable::Missing { key: "servers" }), "{body}");
    }
}

#[test]
fn addresses_of_all_networks_stand_in_one_list() {
    let server = only(
        r#"{"id": "i", "addresses": {
            "net-1": [{"addr": "10.0.0.1", "OS-EXT-IPS:type": "fixed"},
                      {"addr": "80.158.1.1", "OS-EXT-IPS:type": "floating"}],
            "net-2": [{"addr": "fe80::1"}, {"OS-EXT-IPS:type": "fixed"}, null],
            "net-3": null, "net-4": "10.0.0.9"
        }}"#,
    );
    let kinds: Vec<(&str, AddressKind)> =
        server.addresses.iter().map(|address| (address.addr.as_str(), address.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("10.0.0.1", AddressKind::Fixed),
            ("80.158.1.1", AddressKind::Floating),
            ("fe80::1", AddressKind::Unknown),
        ]
    );
}

#[test]
fn tags_stay_as_they_are_written() {
    let server = only(r#"{"id": "i", "tags": ["env=prod", "team.ops", "alone", "", null, 7]}"#);
    assert_eq!(server.tags, ["env=prod", "team.ops", "alone", "7"]);
}

#[test]
fn only_a_running_or_stopped_server_with_volumes_can_be_backed_up() {
    let volumes = r#""os-extended-volumes:volumes_attached""#;
    for (parts, obstacle, code) in [
        (r#""status": "ACTIVE""#.to_owned(), None, None),
        (r#""status": "SHUTOFF""#.to_owned(), None, None),
        (r#""status": "active""#.to_owned(), None, None),
        (r#""status": null"#.to_owned(), None, None),
        (r#""status": "ERROR""#.to_owned(), Some(Obstacle::Status), Some("CSBS.6005")),
        (r#""status": "HARD_REBOOT""#.to_owned(), Some(Obstacle::Status), Some("CSBS.6005")),
        (format!("{volumes}: []"), Some(Obstacle::NoVolumes), Some("CSBS.6007")),
        (format!(r#""status": "BUILD", {volumes}: []"#), Some(Obstacle::Status), Some("CSBS.6005")),
        (format!(r#"{volumes}: [{{"id": "v"}}]"#), None, None),
        (format!(r#"{volumes}: ["v"]"#), None, None),
        (format!("{volumes}: null"), None, None),
        (format!("{volumes}: {{}}"), None, None),
    ] {
        let found = only(&format!(r#"{{"id": "i", {parts}}}"#)).obstacle();
        assert_eq!(found, obstacle, "{parts}");
        let found_code = found.and_then(Obstacle::error_code).map(|documented| documented.code);
        assert_eq!(found_code, code, "{parts}");
    }
}

#[test]
fn the_pages_come_to_an_end() {
    let full = usize::from(SERVERS_PER_PAGE);
    for (count, received, page, next) in [
        (Some(4), 4, 1, None),
        (Some(100), full, 1, None),
        (Some(101), full, 1, Some(2)),
        (Some(101), 1, 2, None),
        (Some(5000), full, 49, Some(50)),
        (Some(5000), full, 50, None),
        (Some(5000), 0, 3, None),
        (None, full, 1, Some(2)),
        (None, full - 1, 1, None),
        (Some(0), 0, 1, None),
        (None, full, u32::MAX, None),
    ] {
        let servers = ServerPage { count, received, servers: vec![] };
        assert_eq!(servers.next(page), next, "{count:?} {received} {page}");
    }
}

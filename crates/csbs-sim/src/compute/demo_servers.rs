//! The first twelve servers: one of every kind. Those that cannot be backed up have the ids of
//! well-known servers, so that the check and the create call say why.

use super::server::{Address, FLAVORS, Server, ZONES, fixed, floating};
use crate::{derived_id, site::DEMO_RESOURCE_ID};

/// How long a script that a server runs when it starts may be, in bytes.
const LONGEST_SCRIPT: usize = 32 * 1024;

/// The twelve, in the order of the list.
pub(super) fn servers() -> Vec<Server> {
    let tags = |tags: &[&str]| tags.iter().map(|&tag| tag.to_owned()).collect();
    let mut servers = vec![
        Server {
            id: DEMO_RESOURCE_ID.to_owned(),
            description: "Front end of the shop".to_owned(),
            addresses: vec![fixed("192.168.0.11"), floating("80.158.2.11")],
            disks: 2,
            tags: tags(&["team=web", "env=production"]),
            ..active("web-01")
        },
        Server { disks: 3, flavor: &FLAVORS[3], tags: tags(&["team=db"]), ..active("db-01") },
        Server { status: "SHUTOFF", os_type: "Windows", ..active("mail-01") },
        Server {
            id: refused(6006),
            status: "BUILD",
            task_state: Some("spawning"),
            addresses: Vec::new(),
            disks: 0,
            ..active("being-built")
        },
        Server { id: refused(6005), status: "ERROR", ..active("broken") },
        Server { id: refused(6007), disks: 0, ..active("without-disks") },
        Server { id: refused(6010), disks: 2, ..active("shared-disk-node-1") },
        Server {
            start_script: LONGEST_SCRIPT,
            ..active("production-customer-portal-front-end-behind-load-balancer-node-1")
        },
        Server {
            description: "Prüfstand für Größen über 4 TB – nächtliche Läufe".to_owned(),
            tags: tags(&["Abteilung=Qualität", "Größe=XL"]),
            ..active("Prüfstand-Süd-Ä1")
        },
        Server {
            tags: (1..=20).map(|number| format!("key-{number:02}=value-{number:02}")).collect(),
            ..active("many-tags")
        },
        Server {
            addresses: several_addresses(),
            flavor: &FLAVORS[2],
            ..active("gateway-with-many-addresses")
        },
        Server { task_state: Some("powering-off"), ..active("going-down") },
    ];
    for (place, server) in servers.iter_mut().enumerate() {
        server.zone = ZONES[place % ZONES.len()];
    }
    servers
}

/// A server with nothing particular about it.
fn active(name: &str) -> Server {
    let id = derived_id::of_name("server", name);
    Server {
        id: id.to_string(),
        name: name.to_owned(),
        status: "ACTIVE",
        task_state: None,
        description: String::new(),
        zone: ZONES[0],
        flavor: &FLAVORS[1],
        addresses: vec![fixed(format!("192.168.0.{}", 20 + id.as_bytes()[15] % 200))],
        disks: 1,
        os_type: "Linux",
        start_script: 0,
        tags: Vec::new(),
    }
}

/// The id of the well-known server that is refused with HTTP 400 and this code.
fn refused(code: u16) -> String {
    format!("{}00000400{code:04}", crate::well_known::ID_START)
}

fn several_addresses() -> Vec<Address> {
    let second = |address: &str| Address { network: "vpc-backup", ..fixed(address) };
    vec![
        fixed("192.168.0.206"),
        fixed("192.168.0.8"),
        floating("80.158.2.206"),
        second("10.40.0.206"),
        second("2001:db8:40::ce"),
    ]
}

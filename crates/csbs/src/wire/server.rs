//! The list of servers.

use super::{Unreadable, read_array};
use crate::json::{Json, JsonKind, Object};
use crate::server::{Address, AddressKind, AttachedVolume, Flavor, Server, ServerPage};

/// Reads a page of the list of servers. An element without an id is left out, as it could not be
/// chosen; everything else about a server may be missing.
pub fn read_servers(body: &str) -> Result<ServerPage, Unreadable> {
    let (answer, elements) = read_array(body, "servers")?;
    Ok(ServerPage {
        count: answer.get("count").and_then(Json::whole_number),
        received: elements.len(),
        servers: elements.into_iter().filter_map(|server| read_server(&server.object()?)).collect(),
    })
}

fn read_server(server: &Object<'_>) -> Option<Server> {
    let metadata = server.object("metadata");
    let of_metadata = |key| metadata.as_ref().and_then(|metadata| metadata.text(key));
    Some(Server {
        id: server.text("id")?,
        name: server.text("name"),
        description: server.text("description"),
        status: server.text("status"),
        task_state: server.text("OS-EXT-STS:task_state"),
        zone: server.text("OS-EXT-AZ:availability_zone"),
        addresses: server.object("addresses").map(|all| read_addresses(&all)).unwrap_or_default(),
        flavor: server.object("flavor").map(|flavor| read_flavor(&flavor)),
        volumes: server.get("os-extended-volumes:volumes_attached").and_then(read_volumes),
        tags: server.elements("tags").into_iter().filter_map(Json::text).collect(),
        os_type: of_metadata("os_type"),
        image_name: of_metadata("image_name"),
    })
}

/// A dictionary from networks to lists of addresses.
fn read_addresses(networks: &Object<'_>) -> Vec<Address> {
    let lists = networks.entries().map(|(_, list)| list.elements());
    lists.flatten().filter_map(|address| read_address(&address.object()?)).collect()
}

fn read_address(address: &Object<'_>) -> Option<Address> {
    let kind = match address.text("OS-EXT-IPS:type").as_deref() {
        Some("fixed") => AddressKind::Fixed,
        Some("floating") => AddressKind::Floating,
        _ => AddressKind::Unknown,
    };
    Some(Address { addr: address.text("addr")?, kind })
}

fn read_flavor(flavor: &Object<'_>) -> Flavor {
    let number = |key| flavor.get(key).and_then(Json::whole_number);
    Flavor {
        name: flavor.text("name").or_else(|| flavor.text("id")),
        vcpus: number("vcpus"),
        ram: number("ram"),
    }
}

/// A list, which may be empty; `None` when it is something else. An element of another form is a
/// volume all the same.
fn read_volumes(volumes: Json<'_>) -> Option<Vec<AttachedVolume>> {
    let read = |volume: Json<'_>| {
        let object = volume.object();
        let part = |key| object.as_ref().and_then(|volume| volume.get(key));
        AttachedVolume {
            id: part("id").and_then(Json::text),
            boot_index: part("bootIndex").and_then(Json::whole_number),
            device: part("device").and_then(Json::text),
        }
    };
    (volumes.kind() == JsonKind::Array).then(|| volumes.elements().into_iter().map(read).collect())
}

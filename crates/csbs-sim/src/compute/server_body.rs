//! A server as the list shows it, with every part of the reference's example.

use serde_json::{Map, Value, json};

use super::server::{Address, NETWORK, Server};
use crate::derived_id;

/// When every server was made.
const CREATED: &str = "2018-08-13T13:46:09Z";

/// The server as a JSON object.
pub(super) fn of(server: &Server, project_id: &str) -> Value {
    let id = |kind: &str| derived_id::of_name(kind, &server.id).to_string();
    let is_running = server.status == "ACTIVE";
    let mut body = json!({
        "fault": fault(server),
        "id": server.id,
        "name": server.name,
        "addresses": addresses(server),
        "flavor": {
            "disk": "0",
            "vcpus": server.flavor.vcpus,
            "ram": server.flavor.ram,
            "id": server.flavor.name,
            "name": server.flavor.name,
        },
        "accessIPv4": "",
        "accessIPv6": "",
        "status": server.status,
        "image": { "id": id("image") },
        "hostId": derived_id::of_name("host", &server.id).simple().to_string(),
        "updated": CREATED,
        "created": CREATED,
        "metadata": metadata(server),
        "tags": server.tags,
        "description": server.description,
        "locked": false,
        "config_drive": "",
        "tenant_id": project_id,
        "user_id": derived_id::of_name("user", "demo").simple().to_string(),
        "key_name": null,
        "os-extended-volumes:volumes_attached": disks(server),
        "host_status": "UP",
        "sys_tags": [{ "key": "_sys_enterprise_project_id", "value": "0" }],
        "security_groups": [{ "id": id("security-group"), "name": "default" }],
        "os:scheduler_hints": {},
        "OS-DCF:diskConfig": "MANUAL",
        "OS-EXT-AZ:availability_zone": server.zone,
        "OS-EXT-STS:task_state": server.task_state,
        "OS-EXT-STS:power_state": if is_running { 1 } else { 4 },
        "OS-EXT-STS:vm_state": vm_state(server.status),
        "OS-SRV-USG:launched_at": "2018-08-13T13:46:46.000000",
    });
    if let Some(map) = body.as_object_mut() {
        map.extend(host_attributes(server));
    }
    body
}

/// The attributes that tell of the machine below.
fn host_attributes(server: &Server) -> Map<String, Value> {
    let id = derived_id::of_name("instance", &server.id).simple().to_string();
    let attributes = [
        ("host", json!("eu-de-01.dc1")),
        ("instance_name", json!(format!("instance-{}", &id[..8]))),
        ("hypervisor_hostname", json!("nova001@248")),
        ("root_device_name", json!("/dev/vda")),
        ("ramdisk_id", json!("")),
        // Base64 writes three bytes as four characters; what the script does is not told.
        ("user_data", json!("IyEv".repeat(server.start_script / 3))),
        ("kernel_id", json!("")),
        ("launch_index", json!(0)),
        ("reservation_id", json!(format!("r-{}", &id[8..16]))),
        ("hostname", json!(server.name.to_lowercase())),
    ];
    let name = |(name, value)| (format!("OS-EXT-SRV-ATTR:{name}"), value);
    attributes.into_iter().map(name).collect()
}

fn fault(server: &Server) -> Value {
    match server.status {
        "ERROR" => json!({
            "code": 500,
            "message": "No valid host was found.",
            "created": CREATED,
        }),
        _ => Value::Null,
    }
}

fn vm_state(status: &str) -> &'static str {
    match status {
        "SHUTOFF" => "stopped",
        "BUILD" => "building",
        "ERROR" => "error",
        _ => "active",
    }
}

fn metadata(server: &Server) -> Value {
    let image_name = match server.os_type {
        "Windows" => "Standard_Windows_2022_latest",
        _ => "Standard_Debian_12_latest",
    };
    json!({
        "metering.image_id": derived_id::of_name("image", &server.id).to_string(),
        "metering.imagetype": "gold",
        "metering.resourcespeccode": format!("{}.linux", server.flavor.name),
        "metering.resourcetype": "1",
        "image_name": image_name,
        "os_bit": "64",
        "os_type": server.os_type,
        "vpc_id": NETWORK,
        "charging_mode": "0",
    })
}

fn addresses(server: &Server) -> Map<String, Value> {
    let mut networks = Map::new();
    for address in &server.addresses {
        let list = networks.entry(address.network).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(self::address(address));
        }
    }
    networks
}

fn address(address: &Address) -> Value {
    let port = derived_id::of_name("port", &address.address);
    let [.., a, b, c] = *port.as_bytes();
    json!({
        "version": if address.address.contains(':') { "6" } else { "4" },
        "addr": address.address,
        "OS-EXT-IPS-MAC:mac_addr": format!("fa:16:3e:{a:02x}:{b:02x}:{c:02x}"),
        "OS-EXT-IPS:port_id": port.to_string(),
        "OS-EXT-IPS:type": if address.is_floating { "floating" } else { "fixed" },
    })
}

fn disks(server: &Server) -> Vec<Value> {
    let devices = ["/dev/vda", "/dev/vdb", "/dev/vdc"];
    let disk = |(number, device): (usize, &&str)| {
        json!({
            "device": device,
            "bootIndex": if number == 0 { json!("0") } else { Value::Null },
            "id": derived_id::of_number(&server.id, number).to_string(),
            "delete_on_termination": "false",
        })
    };
    devices.iter().take(server.disks).enumerate().map(disk).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compute::fleet;

    #[test]
    fn a_server_has_every_part_of_the_example() {
        let example: Value =
            serde_json::from_str(include_str!("example/servers-detail-response.json")).unwrap();
        let found = of(&fleet::first(1)[0], "p");
        for server in example["servers"].as_array().unwrap() {
            for key in server.as_object().unwrap().keys() {
                // Of these two, the example gives one server a value that the other lacks.
                assert!(found.get(key).is_some() || key == "progress", "{key}");
            }
        }
        for path in ["flavor", "image"] {
            let keys = |value: &Value| value[path].as_object().unwrap().keys().cloned().collect();
            let (expected, found): (Vec<String>, Vec<String>) =
                (keys(&example["servers"][0]), keys(&found));
            assert_eq!(found, expected, "{path}");
        }
    }
}

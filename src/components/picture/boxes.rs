//! What stands in the boxes: what the create call has answered, and what the service has said
//! since about the disks.

use csbs::checkpoint_item::VolumeBackup;
use csbs::{Backup, ExtraInfoRead, Node, Status};

/// The disks of a server that is backed up, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disks {
    server: Option<String>,
    disks: Vec<VolumeBackup>,
}

/// A box, with the boxes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is, as the service calls it.
    pub kind: Option<String>,
    /// Its id.
    pub id: Option<String>,
    /// Its name, or else its id.
    pub name: String,
    /// Its size, in GB.
    pub gigabytes: Option<u64>,
    /// Its state.
    pub state: Option<Status>,
    /// What it contains.
    pub parts: Vec<Part>,
}

/// The type of a server.
pub const SERVER: &str = "OS::Nova::Server";
/// The type of a disk.
pub const DISK: &str = "OS::Cinder::Volume";

impl Disks {
    /// What the service says about the disks of a backup.
    pub fn of(backup: &Backup) -> Self {
        Self {
            server: backup.item.resource_id.clone(),
            disks: backup.extend_info.volume_backups.clone(),
        }
    }
}

/// The boxes for these resources. Disks that the service has named and the resources do not
/// contain are put into their server.
pub fn parts(nodes: &[Node], known: &Disks) -> Vec<Part> {
    let mut left: Vec<&VolumeBackup> = known.disks.iter().collect();
    let mut parts: Vec<Part> = nodes.iter().map(|node| part(node, &mut left)).collect();
    let mut servers = Vec::new();
    parts.iter_mut().for_each(|part| collect_servers(part, &mut servers));
    let named = servers.iter().position(|server| server.id.is_some() && server.id == known.server);
    let place = named.or((servers.len() == 1).then_some(0));
    if let Some(server) = place.and_then(|place| servers.get_mut(place)) {
        server.parts.extend(left.into_iter().map(disk));
    }
    parts
}

/// The servers among these boxes; what a server contains is none.
fn collect_servers<'a>(part: &'a mut Part, servers: &mut Vec<&'a mut Part>) {
    if part.kind.as_deref() == Some(SERVER) {
        servers.push(part);
    } else {
        part.parts.iter_mut().for_each(|part| collect_servers(part, servers));
    }
}

fn part(node: &Node, left: &mut Vec<&VolumeBackup>) -> Part {
    let found = left.iter().position(|disk| {
        node.id.is_some() && (node.id == disk.source_volume_id || node.id == disk.id)
    });
    let known = found.map(|place| left.remove(place));
    let state = known.and_then(|disk| disk.status.clone());
    let state = state.or_else(|| node.extra_info.as_ref().and_then(state_of));
    Part {
        kind: node.kind.clone(),
        id: node.id.clone(),
        name: node.name.clone().or(node.id.clone()).unwrap_or_default(),
        gigabytes: known.and_then(|disk| disk.source_volume_size),
        state: state.map(|state| Status::parse(&state)),
        parts: node.children.iter().map(|child| part(child, left)).collect(),
    }
}

fn disk(disk: &VolumeBackup) -> Part {
    let names = [&disk.source_volume_name, &disk.name, &disk.source_volume_id, &disk.id];
    Part {
        kind: Some(DISK.to_owned()),
        id: disk.source_volume_id.clone(),
        name: names.into_iter().flatten().next().cloned().unwrap_or_default(),
        gigabytes: disk.source_volume_size,
        state: disk.status.as_deref().map(Status::parse),
        parts: Vec::new(),
    }
}

/// The state that the additional information of a resource names, if it does.
fn state_of(extra_info: &ExtraInfoRead) -> Option<String> {
    let ExtraInfoRead::Json(json) = extra_info else {
        return None;
    };
    csbs::json::Json::parse(json).ok()?.object()?.text("status")
}

#[cfg(test)]
mod tests {
    use csbs::{ResourceGraph, read_answer, wire};

    use super::*;

    fn node(kind: &str, id: &str, children: Vec<Node>) -> Node {
        let (kind, id) = (Some(kind.to_owned()), Some(id.to_owned()));
        Node { kind, id, name: None, extra_info: None, children }
    }

    fn known() -> Disks {
        let body = r#"{"checkpoint_items":[{"id":"i","resource_id":"s","extend_info":{
            "volume_backups":[
                {"source_volume_id":"v1","source_volume_name":"system","source_volume_size":20,
                 "status":"available"},
                {"source_volume_id":"v2","source_volume_name":"data","source_volume_size":40,
                 "status":"error"}]}}]}"#;
        Disks::of(&wire::read_backups(body).unwrap().remove(0))
    }

    fn outline(parts: &[Part]) -> String {
        let part = |part: &Part| {
            let state = part.state.as_ref().map_or("?", Status::as_str);
            let size = part.gigabytes.unwrap_or_default();
            format!("{}:{size}:{state}({})", part.name, outline(&part.parts))
        };
        parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_disks_of_the_backup_are_put_into_their_server() {
        let plan = |servers| vec![node("plan", "p", servers)];
        let only = plan(vec![node(SERVER, "another", vec![])]);
        assert_eq!(
            outline(&parts(&only, &known())),
            "p:0:?(another:0:?(system:20:available() data:40:error()))"
        );
        let two = plan(vec![node(SERVER, "t", vec![]), node(SERVER, "s", vec![])]);
        assert_eq!(
            outline(&parts(&two, &known())),
            "p:0:?(t:0:?() s:0:?(system:20:available() data:40:error()))"
        );
    }

    #[test]
    fn a_diagram_that_has_the_disks_gets_their_sizes_and_states() {
        let disks = vec![node(DISK, "v2", vec![]), node(DISK, "v9", vec![])];
        let nodes = vec![node(SERVER, "s", disks)];
        assert_eq!(
            outline(&parts(&nodes, &known())),
            "s:0:?(v2:40:error() v9:0:?() system:20:available())"
        );
    }

    #[test]
    fn without_a_backup_the_state_is_that_of_the_additional_information() {
        let body = r#"{"checkpoint":{"id":"c","status":"protecting","resource_graph":
            "[{\"0x0\":[\"OS::Cinder::Volume\",\"v1\",\"disk\",{\"status\":\"in-use\"}]},[]]"}}"#;
        let answer = csbs::HttpResponse { status: 200, headers: vec![], body: body.into() };
        let graph = read_answer(answer).unwrap().checkpoint.resource_graph;
        let Some(ResourceGraph::Tree(nodes)) = graph else {
            panic!("{graph:?}");
        };
        assert_eq!(outline(&parts(&nodes, &Disks::default())), "disk:0:in-use()");
    }
}

//! `resource_graph` (Table 6) in the form that Karbor writes: a list of a dictionary from short
//! ids to `[type, id, name, extra_info?]`, and a list of `[parent, [children]]` in short ids.
//!
//! A graph that is not made of trees is not drawn as one: it is kept as the text it is.

use super::extra_info::{Unpacked, read_extra_info, unpack};
use crate::checkpoint::{Node, ResourceGraph};
use crate::json::{Json, JsonKind};

/// Reads a graph; `None` when it is an empty text.
pub(super) fn read_resource_graph(value: Json<'_>) -> Option<ResourceGraph> {
    Some(match unpack(value)? {
        Unpacked::Json(json) => match read_trees(&json) {
            Some(trees) => ResourceGraph::Tree(trees),
            None => ResourceGraph::Text(json),
        },
        Unpacked::Text(text) => ResourceGraph::Text(text),
    })
}

/// More resources than a server, its disks and their snapshots are; a larger graph stays text.
const MOST_RESOURCES: usize = 500;

/// More levels than they have; a deeper graph stays text.
const MOST_LEVELS: usize = 32;

/// A resource, before it is put into a tree.
struct Vertex<'a> {
    short_id: String,
    /// `[type, id, name, extra_info?]`
    resource: Vec<Json<'a>>,
    /// Positions in the list of all resources.
    children: Vec<usize>,
    has_parent: bool,
}

/// The trees of a graph; `None` when it has none, or is in another form.
fn read_trees(json: &str) -> Option<Vec<Node>> {
    let graph = read_graph(json)?;
    let mut reached = 0;
    let roots = graph.iter().filter(|vertex| !vertex.has_parent);
    let trees: Option<Vec<Node>> =
        roots.map(|root| tree(&graph, root, MOST_LEVELS, &mut reached)).collect();
    // A circle has no root, so its resources have not been reached.
    trees.filter(|trees| !trees.is_empty() && reached == graph.len())
}

/// Reads both lists; `None` when they are not in Karbor's form, name a resource that is not
/// there, or put one into two others.
fn read_graph(json: &str) -> Option<Vec<Vertex<'_>>> {
    let [resources, inclusions] = pair(Json::parse(json).ok()?)?;
    let mut graph = Vec::new();
    for (short_id, resource) in resources.object()?.entries() {
        let resource = array(resource)?;
        graph.push(Vertex { short_id, resource, children: Vec::new(), has_parent: false });
    }
    if graph.len() > MOST_RESOURCES {
        return None;
    }
    for inclusion in array(inclusions)? {
        let [parent, children] = pair(inclusion)?;
        let parent = position(&graph, parent)?;
        for child in array(children)? {
            let child = position(&graph, child)?;
            let vertex = graph.get_mut(child)?;
            if vertex.has_parent {
                return None;
            }
            vertex.has_parent = true;
            graph.get_mut(parent)?.children.push(child);
        }
    }
    Some(graph)
}

/// The tree below a resource; `None` when it has more levels than are left.
fn tree(
    graph: &[Vertex<'_>],
    root: &Vertex<'_>,
    levels: usize,
    reached: &mut usize,
) -> Option<Node> {
    let levels = levels.checked_sub(1)?;
    *reached += 1;
    let part = |position: usize| root.resource.get(position).copied();
    let children = root.children.iter().filter_map(|child| graph.get(*child));
    Some(Node {
        kind: part(0).and_then(Json::text),
        id: part(1).and_then(Json::text),
        name: part(2).and_then(Json::text),
        extra_info: part(3)
            .filter(|extra_info| extra_info.kind() != JsonKind::Null)
            .and_then(read_extra_info),
        children: children
            .map(|child| tree(graph, child, levels, reached))
            .collect::<Option<_>>()?,
    })
}

fn position(graph: &[Vertex<'_>], short_id: Json<'_>) -> Option<usize> {
    let short_id = short_id.text()?;
    graph.iter().position(|vertex| vertex.short_id == short_id)
}

fn array(value: Json<'_>) -> Option<Vec<Json<'_>>> {
    (value.kind() == JsonKind::Array).then(|| value.elements())
}

fn pair(value: Json<'_>) -> Option<[Json<'_>; 2]> {
    array(value)?.try_into().ok()
}

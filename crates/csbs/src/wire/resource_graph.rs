//! `resource_graph` (Table 6) in the form that Karbor writes: a list of a dictionary from short
//! ids to `[type, id, name, extra_info?]`, and a list of `[parent, [children]]` in short ids.
//!
//! A graph that is not made of trees is not drawn as one: it is kept as the text it is.

use std::collections::BTreeMap;

use super::extra_info::{Unpacked, read_extra_info, unpack};
use crate::checkpoint::{Node, ResourceGraph};
use crate::json::{self, Object};

/// Reads a graph; `None` when it is an empty text.
pub(super) fn read_resource_graph(raw: &str) -> Option<ResourceGraph> {
    Some(match unpack(raw)? {
        Unpacked::Json(json) => match Graph::read(&json).and_then(|graph| graph.trees()) {
            Some(trees) => ResourceGraph::Tree(trees),
            None => ResourceGraph::Text(json),
        },
        Unpacked::Text(text) => ResourceGraph::Text(text),
    })
}

/// More levels than a server, its disks and their snapshots have; a deeper graph stays text.
const DEEPEST: usize = 32;

/// The resources of a graph by their short ids.
struct Graph<'a>(BTreeMap<String, Vertex<'a>>);

struct Vertex<'a> {
    /// `[type, id, name, extra_info?]`
    resource: Vec<&'a str>,
    children: Vec<String>,
    has_parent: bool,
}

impl<'a> Graph<'a> {
    /// Reads both lists; `None` when they are not in Karbor's form, name a resource that is not
    /// there, or put one into two others.
    fn read(json: &'a str) -> Option<Self> {
        let [resources, inclusions] = json::array(json)?.try_into().ok()?;
        let mut graph = BTreeMap::new();
        for (id, resource) in Object::read(resources)?.into_entries() {
            let resource = json::array(resource)?;
            graph.insert(
                id,
                Vertex {
                    resource,
                    children: Vec::new(),
                    has_parent: false,
                },
            );
        }
        for inclusion in json::array(inclusions)? {
            let [parent, children] = json::array(inclusion)?.try_into().ok()?;
            for child in json::array(children)? {
                let child = json::text(child)?;
                let vertex = graph.get_mut(&child)?;
                if vertex.has_parent {
                    return None;
                }
                vertex.has_parent = true;
                graph.get_mut(&json::text(parent)?)?.children.push(child);
            }
        }
        Some(Self(graph))
    }

    /// The trees of the graph; `None` when there are none, or a circle, which has no root.
    fn trees(&self) -> Option<Vec<Node>> {
        let mut reached = 0;
        let roots = self.0.values().filter(|vertex| !vertex.has_parent);
        let trees: Vec<Node> = roots
            .map(|root| self.tree(root, DEEPEST, &mut reached))
            .collect::<Option<_>>()?;
        (reached > 0 && reached == self.0.len()).then_some(trees)
    }

    /// The tree below a resource; `None` when it has more levels than are left.
    fn tree(&self, vertex: &Vertex<'a>, levels: usize, reached: &mut usize) -> Option<Node> {
        let levels = levels.checked_sub(1)?;
        *reached += 1;
        let part = |position: usize| vertex.resource.get(position).copied();
        let children = vertex.children.iter().filter_map(|child| self.0.get(child));
        Some(Node {
            kind: part(0).and_then(json::text),
            id: part(1).and_then(json::text),
            name: part(2).and_then(json::text),
            extra_info: part(3)
                .filter(|raw| *raw != "null")
                .and_then(read_extra_info),
            children: children
                .map(|child| self.tree(child, levels, reached))
                .collect::<Option<_>>()?,
        })
    }
}

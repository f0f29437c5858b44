//! Reader's rule 3: `resource_graph` is null, absent or a text, perhaps in Karbor's form.

use csbs::ResourceGraph::{self, Text, Tree};
use csbs::wire::read_checkpoint;
use csbs::{ExtraInfoRead, Node};
use serde_json::json;

fn read(resource_graph: &serde_json::Value) -> Option<ResourceGraph> {
    let checkpoint = json!({"id": "c", "status": "error", "resource_graph": resource_graph});
    read_checkpoint(&json!({ "checkpoint": checkpoint }).to_string()).unwrap().resource_graph
}

fn node(kind: &str, id: &str, name: &str, children: Vec<Node>) -> Node {
    Node {
        kind: Some(kind.into()),
        id: Some(id.into()),
        name: Some(name.into()),
        extra_info: None,
        children,
    }
}

const KARBOR: &str = r#"[{"0x0": ["OS::Cinder::Volume", "v-1", "system"],
    "0x1": ["OS::Cinder::Volume", "v-2", "data", {"size": 20}],
    "0x2": ["OS::Nova::Server", "s-1", "db-01", null]}, [["0x2", ["0x1", "0x0"]]]]"#;

fn karbor_trees() -> ResourceGraph {
    let data = Node {
        extra_info: Some(ExtraInfoRead::Json("{\n  \"size\": 20\n}".into())),
        ..node("OS::Cinder::Volume", "v-2", "data", vec![])
    };
    let system = node("OS::Cinder::Volume", "v-1", "system", vec![]);
    Tree(vec![node("OS::Nova::Server", "s-1", "db-01", vec![data, system])])
}

#[test]
fn rule_3_karbors_form_is_a_tree_plain_in_a_text_or_encoded_twice() {
    let plain: serde_json::Value = serde_json::from_str(KARBOR).unwrap();
    let text = json!(KARBOR);
    let twice = json!(text.to_string());
    for graph in [plain, text, twice] {
        assert_eq!(read(&graph), Some(karbor_trees()), "{graph}");
    }
}

#[test]
fn rule_3_null_and_nothing_are_no_graph() {
    assert_eq!(read(&json!(null)), None);
    assert_eq!(read(&json!("")), None);
}

#[test]
fn several_roots_and_levels_are_kept() {
    let graph = r#"[{"a": ["A", "1", "a"], "b": ["B", "2", "b"], "c": ["C", "3", "c"],
        "d": ["D", "4", "d"]}, [["b", ["c"]], ["a", ["b"]], ["d", []]]]"#;
    let c = node("C", "3", "c", vec![]);
    let a = node("A", "1", "a", vec![node("B", "2", "b", vec![c])]);
    let expected = Tree(vec![a, node("D", "4", "d", vec![])]);
    assert_eq!(read(&json!(graph)), Some(expected));
}

#[test]
fn rule_3_what_is_not_in_karbors_form_or_no_tree_is_shown_as_text() {
    for graph in [
        "server 1 has 2 volumes",
        "[{'0x0': ['OS::Nova::Server', 's-1', 'db-01']}, []]",
        r#"{"nodes": []}"#,
        r#"[]"#,
        r#"[{}, []]"#,
        r#"[{"a": ["A"]}]"#,
        r#"[{"a": ["A"]}, [], []]"#,
        r#"[{"a": "A"}, []]"#,
        r#"[{"a": ["A"]}, [["a"]]]"#,
        r#"[{"a": ["A"]}, [["a", "a"]]]"#,
        r#"[{"a": ["A"]}, [["a", ["missing"]]]]"#,
        r#"[{"a": ["A"]}, [["missing", ["a"]]]]"#,
        r#"[{"a": ["A"]}, [["a", ["a"]]]]"#,
        r#"[{"a": ["A"], "b": ["B"]}, [["a", ["b"]], ["b", ["a"]]]]"#,
        r#"[{"a": ["A"], "b": ["B"], "c": ["C"]}, [["b", ["c"]], ["c", ["b"]]]]"#,
        r#"[{"a": ["A"], "b": ["B"], "c": ["C"]}, [["a", ["c"]], ["b", ["c"]]]]"#,
    ] {
        assert_eq!(read(&json!(graph)), Some(Text(graph.into())), "{graph}");
    }
}

#[test]
fn a_chain_longer_than_any_server_has_levels_is_shown_as_text() {
    let chain = |length: usize| {
        let nodes: serde_json::Map<String, serde_json::Value> =
            (0..length).map(|id| (id.to_string(), json!(["A", "1", "a"]))).collect();
        let edges: Vec<serde_json::Value> =
            (1..length).map(|id| json!([(id - 1).to_string(), [id.to_string()]])).collect();
        json!([nodes, edges])
    };
    assert!(matches!(read(&chain(32)), Some(Tree(_))));
    for length in [33, 2_000] {
        assert!(matches!(read(&chain(length)), Some(Text(_))), "{length}");
    }
}

#[test]
fn more_resources_than_any_server_has_are_shown_as_text() {
    let star = |size: usize| {
        let nodes: serde_json::Map<String, serde_json::Value> =
            (0..size).map(|id| (id.to_string(), json!(["A", "1", "a"]))).collect();
        let children: Vec<String> = (1..size).map(|id| id.to_string()).collect();
        json!([nodes, [["0", children]]])
    };
    assert!(matches!(read(&star(500)), Some(Tree(_))));
    assert!(matches!(read(&star(501)), Some(Text(_))));
}

/// Followed from the top, each level doubles the ways: here to more than a thousand million.
#[test]
fn a_graph_with_many_ways_to_one_resource_is_not_followed() {
    let nodes: serde_json::Map<String, serde_json::Value> =
        (0..62).map(|id| (id.to_string(), json!(["A", "1", "a"]))).collect();
    let below = |id: usize| [(id / 2 * 2 + 2).to_string(), (id / 2 * 2 + 3).to_string()];
    let edges: Vec<serde_json::Value> =
        (0..60).map(|id| json!([id.to_string(), below(id)])).collect();
    assert!(matches!(read(&json!([nodes, edges])), Some(Text(_))));
}

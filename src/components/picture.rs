//! The plan, its servers and their disks as boxes inside boxes. The boxes are a list of lists, so
//! that what is seen and what is heard are the same.

use csbs::{ExtraInfoRead, Node};
use leptos::prelude::*;

use crate::words::{say, use_words};

/// What contains what.
pub fn picture(nodes: Vec<Node>) -> AnyView {
    let words = use_words();
    view! {
        <div>
            <p class="csbs-note">{say!(words, result.inclusion)}</p>
            <ul class="csbs-boxes">{nodes.into_iter().map(node_box).collect::<Vec<_>>()}</ul>
        </div>
    }
    .into_any()
}

/// One box with what it includes. The reader of the graph has limited its depth.
fn node_box(node: Node) -> AnyView {
    let words = use_words();
    let Node { kind, id, name, extra_info, children } = node;
    let name = name.or(id).unwrap_or_default();
    let class = match kind.as_deref() {
        Some("OS::Nova::Server") => "csbs-box csbs-box--server",
        Some("OS::Cinder::Volume") => "csbs-box csbs-box--disk",
        _ => "csbs-box",
    };
    let state = extra_info.as_ref().and_then(state_of).map(|state| {
        let state = words.status_name(&csbs::Status::parse(&state));
        view! { <span class="csbs-box__state">" " {state}</span> }.into_any()
    });
    let children = (!children.is_empty()).then(|| {
        let boxes = children.into_iter().map(node_box).collect::<Vec<_>>();
        view! { <ul class="csbs-boxes">{boxes}</ul> }.into_any()
    });
    view! {
        <li class=class>
            {name} " " <span class="csbs-note">{kind}</span> {state} {children}
        </li>
    }
    .into_any()
}

/// The state that the additional information of a resource names, if it does.
fn state_of(extra_info: &ExtraInfoRead) -> Option<String> {
    let ExtraInfoRead::Json(json) = extra_info else {
        return None;
    };
    csbs::json::Json::parse(json).ok()?.object()?.text("status")
}

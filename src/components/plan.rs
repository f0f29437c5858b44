//! The protection plan, its resources as a table, and what contains what.

use csbs::{Node, ProtectionPlan, Resource, ResourceGraph};
use leptos::prelude::*;

use crate::components::facts::fact;
use crate::components::group::{note, subtitle};
use crate::components::picture::{Disks, picture};
use crate::components::started::extra_info_view;
use crate::words::{say, use_words};

/// The plan that the backup belongs to.
pub fn plan_view(plan: Option<ProtectionPlan>, disks: Signal<Disks>) -> AnyView {
    let words = use_words();
    let Some(ProtectionPlan { id, name, resources }) = plan else {
        return note(say!(words, result.no_plan));
    };
    let inclusion = inclusion_view(name.clone(), &resources, disks);
    view! {
        <dl class="csbs-facts">
            {fact(say!(words, result.plan_name), name, false)}
            {fact(say!(words, result.plan_id), id, true)}
        </dl>
        {resources_view(resources)}
        {inclusion}
    }
    .into_any()
}

fn resources_view(resources: Vec<Resource>) -> AnyView {
    let words = use_words();
    if resources.is_empty() {
        return note(say!(words, result.no_resources));
    }
    view! {
        <div
            class="csbs-table-box"
            tabindex="0"
            role="group"
            aria-label=say!(words, result.resources)
        >
            <table class="csbs-table csbs-table--stacked">
                <caption class="csbs-hidden">{say!(words, result.resources)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, result.resource_name)}</th>
                        <th scope="col">{say!(words, result.resource_type)}</th>
                        <th scope="col">{say!(words, result.resource_id)}</th>
                        <th scope="col">{say!(words, result.extra_info)}</th>
                    </tr>
                </thead>
                <tbody>{resources.into_iter().map(resource_row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn resource_row(resource: Resource) -> AnyView {
    let words = use_words();
    let absent = say!(words, result.absent);
    let text = |value: Option<String>| value.unwrap_or_else(|| absent.to_owned());
    view! {
        <tr>
            <td data-label=say!(words, result.resource_name)>{text(resource.name)}</td>
            <td data-label=say!(words, result.resource_type)>{text(resource.kind)}</td>
            <td data-label=say!(words, result.resource_id)>
                <code>{text(resource.id)}</code>
            </td>
            <td data-label=say!(words, result.extra_info)>
                {extra_info_view(resource.extra_info)}
            </td>
        </tr>
    }
    .into_any()
}

/// The plan and its servers, one inside the other.
fn inclusion_view(plan: Option<String>, resources: &[Resource], disks: Signal<Disks>) -> AnyView {
    let words = use_words();
    let servers: Vec<Node> = resources
        .iter()
        .map(|resource| Node {
            kind: resource.kind.clone(),
            id: resource.id.clone(),
            name: resource.name.clone(),
            extra_info: resource.extra_info.clone(),
            children: Vec::new(),
        })
        .collect();
    let plan = Node {
        kind: Some(say!(words, result.plan).into()),
        id: None,
        name: plan,
        extra_info: None,
        children: servers,
    };
    picture(vec![plan], disks)
}

/// The resource diagram of the answer.
pub fn graph_view(graph: ResourceGraph, disks: Signal<Disks>) -> AnyView {
    let words = use_words();
    let content = match graph {
        ResourceGraph::Tree(nodes) => picture(nodes, disks),
        ResourceGraph::Text(text) => view! { <pre class="csbs-code">{text}</pre> }.into_any(),
    };
    (subtitle(say!(words, result.resource_graph)), content).into_any()
}

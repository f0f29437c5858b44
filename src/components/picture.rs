//! The plan, its servers and their disks as boxes inside boxes. The boxes are a list of lists, so
//! that what is seen and what is heard are the same.

mod boxes;

use csbs::Node;
use leptos::prelude::*;

pub use boxes::Disks;

use boxes::{DISK, Part, SERVER, parts};

use crate::components::icon::icon;
use crate::components::icon::outlines;
use crate::state::passing;
use crate::words::{say, use_words};

/// What contains what. What the service says about the disks is drawn as it comes.
pub fn picture(nodes: Vec<Node>, disks: Signal<Disks>) -> AnyView {
    let words = use_words();
    let parts = passing(move |_| disks.with(|disks| parts(&nodes, disks)));
    view! {
        <div data-testid="picture">
            <p class="csbs-note">{say!(words, result.inclusion)}</p>
            <ul class="csbs-boxes">
                {move || parts.get().into_iter().map(part_box).collect::<Vec<_>>()}
            </ul>
        </div>
    }
    .into_any()
}

/// One box with what it includes. The reader of the graph has limited its depth.
fn part_box(part: Part) -> AnyView {
    let words = use_words();
    let Part { kind, name, gigabytes, state, parts, .. } = part;
    let (class, outline) = match kind.as_deref() {
        Some(SERVER) => ("csbs-box csbs-box--server", Some(outlines::SERVER)),
        Some(DISK) => ("csbs-box csbs-box--disk", Some(outlines::DISK)),
        Some(kind) if kind == say!(words, result.plan) => ("csbs-box", Some(outlines::PLAN)),
        _ => ("csbs-box", None),
    };
    let size = gigabytes.map(|size| view! { <span>" " {words.gigabytes(size)}</span> }.into_any());
    let state = state.map(|state| {
        let state = words.status_name(&state);
        view! { <span class="csbs-box__state">" " {state}</span> }.into_any()
    });
    let parts = (!parts.is_empty()).then(|| {
        let boxes = parts.into_iter().map(part_box).collect::<Vec<_>>();
        view! { <ul class="csbs-boxes">{boxes}</ul> }.into_any()
    });
    view! {
        <li class=class>
            <p class="csbs-box__head">
                {outline.map(icon)} <span class="csbs-box__name">{name}</span> " "
                <span class="csbs-note">{kind}</span> {size} {state}
            </p>
            {parts}
        </li>
    }
    .into_any()
}

//! The place of something that comes with the rest of the program.

use leptos::prelude::*;

use crate::components::element::live;
use crate::state::{Console, Later, passing};

/// Draws a part of the page once what draws it is here. It is drawn once: what it holds outlives
/// everything that happens around it.
pub fn later_part(console: Console, part: fn(&Later) -> fn(Console) -> AnyView) -> AnyView {
    let is_here = passing(move |_| matches!(console.later(), Some(Ok(_))));
    live(move || match (is_here.get(), console.later_untracked()) {
        (true, Some(Ok(later))) => Some(untrack(|| part(&later)(console))),
        _ => None,
    })
}

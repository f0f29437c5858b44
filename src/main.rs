//! Starts the console in the page.

use csbs_console::app::App;
use csbs_console::{broken, browser, config, later};
use leptos::prelude::*;

fn main() {
    broken::install_hook();
    wasm_bindgen_futures::spawn_local(async {
        match config::load().await {
            Ok(config) => show(move || view! { <App config=config /> }.into_any()),
            Err(problem) => match later::fetch().await {
                Ok(later) => show(move || (later.configuration_problem)(problem)),
                Err(_) => broken::show("config.json cannot be used"),
            },
        }
    });
}

/// Puts the view into the place of the frame in `index.html`.
fn show(view: impl FnOnce() -> AnyView + 'static) {
    match browser::take_frame("csbs-console") {
        Some(place) => mount_to(place, view).forget(),
        None => broken::show("#csbs-console is not in the page"),
    }
}

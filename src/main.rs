//! Starts the console in the page.

use csbs_console::app::App;
use csbs_console::{broken, config};
use leptos::prelude::*;

fn main() {
    broken::install_hook();
    wasm_bindgen_futures::spawn_local(async {
        let config = config::load().await;
        let Some(place) = csbs_console::browser::take_frame("csbs-console") else {
            broken::show("#csbs-console is not in the page");
            return;
        };
        mount_to(place, move || view! { <App config=config /> }).forget();
    });
}

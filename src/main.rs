//! Starts the console in the page.

use csbs_console::app::App;
use csbs_console::config::Config;
use csbs_console::state::Console;
use csbs_console::{broken, browser, later, settings};
use leptos::prelude::*;

fn main() {
    broken::install_hook();
    wasm_bindgen_futures::spawn_local(async {
        match settings::load().await {
            Ok(config) => show(move || console(config, |_| ())),
            Err(unread) => match later::fetch().await {
                Ok(later) => show(move || (later.begin)(unread, console)),
                Err(_) => broken::show("config.json cannot be used"),
            },
        }
    });
}

fn console(config: Config, begun: fn(Console)) -> AnyView {
    view! { <App config=config begun=begun /> }.into_any()
}

/// Puts the view into the place of the frame in `index.html`.
fn show(view: impl FnOnce() -> AnyView + 'static) {
    match browser::take_frame("csbs-console") {
        Some(place) => mount_to(place, view).forget(),
        None => broken::show("#csbs-console is not in the page"),
    }
}

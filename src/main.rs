//! Starts the console in the page.

use csbs_console::app::App;
use csbs_console::components::language::tell_browser;
use csbs_console::config::Config;
use csbs_console::words::{FIRST, language};
use csbs_console::{broken, browser, later, settings};
use leptos::prelude::*;

fn main() {
    broken::install_hook();
    wasm_bindgen_futures::spawn_local(async {
        match language::fetch(&language::chosen(), &[FIRST]).await {
            Some(words) => {
                words.show();
                tell_browser(words);
            }
            None => return broken::show("the words of the page could not be loaded"),
        }
        match settings::load().await {
            Ok(config) => show_console(config),
            Err(unread) => match later::fetch().await {
                Ok(later) => match (later.config)(unread) {
                    Ok(config) => show_console(config),
                    Err(problem) => show(move || (later.configuration_problem)(problem)),
                },
                Err(_) => broken::show("config.json cannot be used"),
            },
        }
    });
}

fn show_console(config: Config) {
    show(move || view! { <App config=config /> }.into_any());
}

/// Puts the view into the place of the frame in `index.html`.
fn show(view: impl FnOnce() -> AnyView + 'static) {
    match browser::take_frame("csbs-console") {
        Some(place) => mount_to(place, view).forget(),
        None => broken::show("#csbs-console is not in the page"),
    }
}

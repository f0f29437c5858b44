//! Starts the console in the page.

use csbs_console::app::{begin, show, switching::tell_browser};
use csbs_console::config::Config;
use csbs_console::words::{FIRST, Table, language};
use csbs_console::{broken, later, settings};
use leptos::prelude::*;

fn main() {
    broken::install_hook();
    wasm_bindgen_futures::spawn_local(async {
        match language::load(Table::of(&language::chosen()), FIRST).await {
            Some(words) => {
                words.show();
                tell_browser();
            }
            None => return broken::show("the words of the page could not be loaded"),
        }
        match settings::load().await {
            Ok(config) => show_console(config),
            Err(unread) => match later::fetch().await {
                Ok(later) => match (later.config)(unread) {
                    Ok(config) => show_console(config),
                    Err(problem) => {
                        show_for_good(Box::new(move || (later.configuration_problem)(problem)));
                    }
                },
                Err(_) => broken::show("config.json cannot be used"),
            },
        }
    });
}

fn show_console(config: Config) {
    show_for_good(Box::new(move || begin(config)));
}

fn show_for_good(view: Box<dyn FnOnce() -> AnyView>) {
    if let Some(shown) = show(view) {
        shown.forget();
    }
}

//! Starts the console in the page.

use csbs_console::app::{begin, start, switching::tell_browser};
use csbs_console::words::{FIRST, Table, language};
use csbs_console::{broken, later, settings};

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
            Ok(config) => start(Box::new(move || begin(config, |_| ()))),
            Err(unread) => match later::fetch().await {
                Ok(later) => start(Box::new(move || (later.begin)(unread, begin))),
                Err(_) => broken::show("config.json cannot be used"),
            },
        }
    });
}

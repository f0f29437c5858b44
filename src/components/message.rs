//! Messages with an icon, for whatever comes with the second file of the program.

use leptos::prelude::*;

use crate::components::group::message_box;
use crate::components::icon::marked;

pub use crate::components::group::News;

/// A message: its title, and sentences below it.
pub fn message(news: News, title: String, sentences: Vec<String>) -> AnyView {
    message_with(news, title, sentences, ().into_any())
}

/// The same with something that may change, below the sentences.
pub fn message_with(news: News, title: String, sentences: Vec<String>, more: AnyView) -> AnyView {
    message_box(news, marked(news.with_symbol(title)), sentences, more)
}

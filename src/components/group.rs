//! What holds things together: groups of fields, and messages.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::browser;
use crate::components::element::{Element, element, text};
use crate::words::{say, use_words};

/// A part of the page with a title, whose id is given.
pub fn card(title_id: &'static str, title: &'static str) -> Element {
    let title = element("h2").attr("id", title_id).class("csbs-card__title").text(title);
    element("section").class("csbs-card").attr("aria-labelledby", title_id).child(title)
}

/// Fields that belong together, under a title; all of them may stay empty if the group is optional.
pub fn group(title: &'static str, optional: bool) -> Element {
    let legend = element("legend").class("csbs-card__title").text(title);
    element("fieldset").class("csbs-card").child(with_optional_mark(legend, optional))
}

/// Adds the word that tells a field or group that may stay empty to its name.
pub fn with_optional_mark(name: Element, optional: bool) -> Element {
    if !optional {
        return name;
    }
    let mark = element("span").class("csbs-field__optional").text(say!(use_words(), page.optional));
    name.text(" ").child(mark)
}

/// What kind of news a message brings; it is said by a symbol and in words, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Neither good nor bad.
    Neutral,
    /// It worked.
    Good,
    /// It is not known whether it worked.
    Open,
    /// It did not work.
    Bad,
}

impl News {
    /// A title with the symbol of this kind of news before it.
    pub fn with_symbol(self, title: String) -> String {
        let symbol = match self {
            Self::Neutral => return title,
            Self::Good => "✓",
            Self::Open => "?",
            Self::Bad => "✕",
        };
        format!("{symbol} {title}")
    }
}

/// A message for what is drawn before the icons are here: its title, and sentences below it.
pub fn plain_message(news: News, title: String, sentences: Vec<String>) -> AnyView {
    message_box(news, text(news.with_symbol(title)), sentences, ().into_any())
}

/// The box of a message, whatever its title looks like, with something more below the sentences.
pub fn message_box(news: News, title: AnyView, sentences: Vec<String>, more: AnyView) -> AnyView {
    let class = match news {
        News::Neutral => "csbs-message",
        News::Good => "csbs-message csbs-message--success",
        News::Open => "csbs-message csbs-message--warning",
        News::Bad => "csbs-message csbs-message--error",
    };
    element("div")
        .class(class)
        .child(element("p").class("csbs-message__title").child(title))
        .children(sentences.into_iter().map(paragraph))
        .child(more)
        .done()
}

/// One sentence or more, as a paragraph.
pub fn paragraph(text: impl Into<Cow<'static, str>>) -> AnyView {
    element("p").text(text).done()
}

/// Something of lesser weight, as a paragraph.
pub fn note(text: impl Into<Cow<'static, str>>) -> AnyView {
    element("p").class("csbs-note").text(text).done()
}

/// What the main part and the title of the console are: those of the page, or, in the page of a
/// portal, which has both already, a part of it with a title of the second level.
pub fn outline() -> (&'static str, &'static str) {
    if browser::is_mounted() { ("section", "h2") } else { ("main", "h1") }
}

/// A title within a panel.
pub fn subtitle(text: &'static str) -> AnyView {
    view! { <h3 class="csbs-card__title">{text}</h3> }.into_any()
}

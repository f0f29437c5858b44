//! What holds things together: groups of fields, and messages.

use leptos::prelude::*;

use crate::browser;
use crate::words::{say, use_words};

/// Fields that belong together, under a title.
#[component]
pub fn Group(
    /// The title.
    title: &'static str,
    /// Whether all of it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The ids of what describes the group.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// The fields.
    children: Children,
) -> AnyView {
    view! {
        <fieldset class="csbs-card" aria-describedby=described_by>
            <legend class="csbs-card__title">{title} {optional.then(optional_mark)}</legend>
            {children()}
        </fieldset>
    }
    .into_any()
}

/// The word that tells a field or group that may stay empty.
pub fn optional_mark() -> AnyView {
    let words = use_words();
    view! {
        " "
        <span class="csbs-field__optional">{say!(words, page.optional)}</span>
    }
    .into_any()
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
    message_box(news, news.with_symbol(title).into_any(), sentences, ().into_any())
}

/// The box of a message, whatever its title looks like, with something more below the sentences.
pub fn message_box(news: News, title: AnyView, sentences: Vec<String>, more: AnyView) -> AnyView {
    let class = match news {
        News::Neutral => "csbs-message",
        News::Good => "csbs-message csbs-message--success",
        News::Open => "csbs-message csbs-message--warning",
        News::Bad => "csbs-message csbs-message--error",
    };
    view! {
        <div class=class>
            <p class="csbs-message__title">{title}</p>
            {sentences.into_iter().map(paragraph).collect::<Vec<AnyView>>()} {more}
        </div>
    }
    .into_any()
}

/// One sentence or more, as a paragraph.
pub fn paragraph(text: String) -> AnyView {
    view! { <p>{text}</p> }.into_any()
}

/// Something of lesser weight, as a paragraph.
pub fn note(text: &'static str) -> AnyView {
    view! { <p class="csbs-note">{text}</p> }.into_any()
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

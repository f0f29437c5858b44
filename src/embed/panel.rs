//! What is in the frame while the console is not, and what is told above it.

use leptos::prelude::*;

use super::channel::Channel;
use super::door::{Door, Shut};
use super::protocol::Refused;
use super::window::Around;
use crate::components::link_note;
use crate::components::message::{News, message};
use crate::words::{Words, say, use_words};

/// What is waited for, or what is missing, and the way to use the console without the portal.
pub fn closed(around: Around) -> AnyView {
    let words = use_words();
    (move || match around.door() {
        Door::Waiting | Door::Open(_) => view! {
            <main class="csbs-page" aria-busy="true">
                <p role="status">{say!(words, embed.waiting)}</p>
            </main>
        }
        .into_any(),
        Door::Unanswered => missing(around, words, say!(words, embed.unanswered).to_owned()),
        Door::Shut(why) => missing(around, words, words.shut(&why)),
    })
    .into_any()
}

fn missing(around: Around, words: Words, sentence: String) -> AnyView {
    view! {
        <main class="csbs-page">
            <div class="csbs-message csbs-message--error" role="alert">
                <h1 class="csbs-message__title">{say!(words, embed.heading)}</h1>
                <p>{sentence}</p>
                <p>{say!(words, embed.way_out)}</p>
                <p>
                    <a class="csbs-button" href="" target="_blank" rel="noopener">
                        {say!(words, embed.open)}
                    </a>
                </p>
            </div>
            {move || ignored(around, words)}
        </main>
    }
    .into_any()
}

/// For the developer of the portal.
fn ignored(around: Around, words: Words) -> Option<AnyView> {
    let counts = around.ignored();
    let reasons = Refused::ALL.into_iter().filter(|why| counts.of(*why) > 0);
    let reasons: Vec<&str> = reasons.map(Refused::as_str).collect();
    if reasons.is_empty() {
        return None;
    }
    let (count, reasons) = (counts.ignored(), reasons.join(", "));
    let sentence = say!(words, embed.ignored, count = count, reasons = reasons).to_string();
    Some(view! { <p class="csbs-note" data-testid="ignored">{sentence}</p> }.into_any())
}

/// What the portal has done to the form.
pub fn notes() -> AnyView {
    let words = use_words();
    let channel = expect_context::<Channel>();
    let is_signed = Memo::new(move |_| channel.signed.with(Option::is_some));
    let signed = move || {
        let forget = say!(words, token.forget);
        is_signed.get().then(|| {
            let sentence = say!(words, embed.signed_hint, forget = forget);
            message(News::Neutral, say!(words, embed.signed).to_owned(), vec![sentence])
        })
    };
    let filled = move || {
        let linked = channel.filled.get()?;
        Some(link_note::told(say!(words, embed.filled), &linked))
    };
    let is_quiet = move || !is_signed.get() && channel.filled.with(Option::is_none);
    view! {
        <section
            class="csbs-page csbs-embed"
            aria-label=say!(words, embed.notes)
            hidden=is_quiet
            data-testid="portal-notes"
        >
            {signed}
            {filled}
        </section>
    }
    .into_any()
}

impl Words {
    fn shut(self, why: &Shut) -> String {
        match why {
            Shut::NoPortals => say!(self, embed.no_portals).to_owned(),
            Shut::Opaque => say!(self, embed.opaque).to_owned(),
            Shut::NoForms => say!(self, embed.no_forms).to_owned(),
            Shut::NotListed(origin) => {
                say!(self, embed.not_listed, origin = origin.as_str()).to_string()
            }
            Shut::Nested => say!(self, embed.nested).to_owned(),
        }
    }
}

//! What a link to the page has filled in, and a link to copy.

use csbs::{LinkKey, LinkRemark};
use leptos::prelude::*;

use crate::browser;
use crate::components::copy_button::CopyButton;
use crate::components::element::live;
use crate::components::group::plain_message;
use crate::components::message::{News, message};
use crate::state::{Console, Later, NotFetched, link};
use crate::words::{Words, say, use_words};

/// The place above the form where it is told; nothing for an address without a link.
pub fn place() -> Option<AnyView> {
    let console = expect_context::<Console>();
    // The address says so only once.
    if !console.shown.keep("link.there", browser::has_link) {
        return None;
    }
    let entrance = console.shown.keep("link.entrance", || {
        let entrance = RwSignal::new(None::<Result<Later, NotFetched>>);
        console.when_later(move |later| {
            let _ = entrance.try_set(Some(later));
        });
        entrance
    });
    Some(live(move || match entrance.get()? {
        Ok(later) => Some((later.link)(console)),
        Err(NotFetched) => {
            let sentence = say!(use_words(), servers.link_not_read).to_owned();
            Some(plain_message(News::Bad, sentence, Vec::new()))
        }
    }))
}

/// Fills in what the link says, and tells it.
pub fn note(console: Console) -> AnyView {
    let words = use_words();
    let linked = console.shown.keep("link.done", || {
        let linked = untrack(|| link::apply(console));
        if let Some(linked) = &linked {
            announce(console, say!(words, servers.link_title), linked);
        }
        StoredValue::new(linked)
    });
    let title = say!(words, servers.link_title);
    linked.get_value().map(|linked| told(title, &linked)).into_any()
}

/// A button that copies a link to the form as it is.
pub fn copy_link(console: Console) -> AnyView {
    let label = say!(use_words(), servers.link_copy);
    view! { <CopyButton label=label text=Callback::new(move |()| link::to_this_form(console)) /> }
        .into_any()
}

/// Draws what was filled in, under this title if it was anything.
pub fn told(title: &'static str, linked: &link::Linked) -> AnyView {
    let (title, sentences) = use_words().linked(title, linked);
    view! {
        <section data-testid="link-note" aria-label=title>
            {message(News::Neutral, title.to_owned(), sentences)}
        </section>
    }
    .into_any()
}

/// Says the same to those who do not see it.
pub fn announce(console: Console, title: &'static str, linked: &link::Linked) {
    let (title, sentences) = use_words().linked(title, linked);
    console.announcer.say(format!("{title}. {}", sentences.join(" ")));
}

impl Words {
    fn linked(self, title: &'static str, linked: &link::Linked) -> (&'static str, Vec<String>) {
        let names = |keys: &[LinkKey]| {
            let names: Vec<String> = keys.iter().map(|key| self.link_key(*key)).collect();
            self.list(&names)
        };
        let mut sentences = Vec::new();
        let title = if linked.filled.is_empty() {
            say!(self, servers.link_nothing)
        } else {
            let fields = names(&linked.filled);
            sentences.push(say!(self, servers.link_filled, fields = fields));
            title
        };
        if !linked.replaced.is_empty() {
            let fields = names(&linked.replaced);
            sentences.push(say!(self, servers.link_replaced, fields = fields));
        }
        sentences.extend(linked.not_understood.iter().map(|remark| self.link_remark(remark)));
        if linked.had_secret {
            sentences.push(say!(self, servers.link_secret).to_owned());
        }
        (title, sentences)
    }

    fn link_key(self, key: LinkKey) -> String {
        let name = match key {
            LinkKey::ProjectId => say!(self, field.project_id),
            LinkKey::ResourceId => say!(self, field.resource_id),
            LinkKey::Name => say!(self, field.backup_name),
            LinkKey::Description => say!(self, field.description),
            LinkKey::Type => say!(self, backup.type_legend),
            LinkKey::Tag => say!(self, field.tags),
        };
        name.to_owned()
    }

    fn link_remark(self, remark: &LinkRemark) -> String {
        match remark {
            LinkRemark::UnknownKey { key } => {
                say!(self, servers.link_unknown_key, key = key.as_str())
            }
            LinkRemark::Repeated { key } => {
                say!(self, servers.link_repeated, key = key.as_str())
            }
            LinkRemark::UnknownType { value } => {
                say!(self, servers.link_unknown_type, value = value.as_str())
            }
            LinkRemark::TagWithoutKey { value } => {
                say!(self, servers.link_tag_without_key, value = value.as_str())
            }
            LinkRemark::TooManyTags { limit } => {
                say!(self, servers.link_too_many_tags, limit = *limit)
            }
        }
    }
}

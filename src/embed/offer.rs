//! Offers what takes the form elsewhere: a link to it, and code for the page of a portal.
//!
//! The code is offered in a console that is a page of its own. Within a portal, it is there already,
//! people are not those who build portals, and the address of the page may be the portal's.

use csbs::link_pairs;
use leptos::prelude::*;

use super::snippet::{Door, Snippet};
use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::copy_button::CopyButton;
use crate::components::group::{note, subtitle};
use crate::components::link_note;
use crate::components::message::{News, message};
use crate::state::Console;
use crate::words::{say, use_words};

const TITLE: &str = "csbs-snippet-title";

/// The buttons, and the code while it is wanted.
pub fn elsewhere(console: Console) -> AnyView {
    let link = link_note::copy_link(console);
    if browser::is_framed() || browser::is_mounted() {
        return link;
    }
    let open = console.shown.keep("snippet.open", || RwSignal::new(false));
    let door = console.shown.keep("snippet.door", || RwSignal::new(Door::Frame));
    view! {
        {link}
        <Button
            label=say!(use_words(), snippet.open).to_owned()
            weight=Weight::Small
            expanded=open
            press=Callback::new(move |()| open.update(|open| *open = !*open))
        />
        {move || open.get().then(|| panel(console, door))}
    }
    .into_any()
}

/// The ways of showing the console, the code for the chosen one, and what else that needs.
fn panel(console: Console, door: RwSignal<Door>) -> AnyView {
    let words = use_words();
    let code = Memo::new(move |_| compose(console, door.get()));
    let is_short = Memo::new(move |_| code.with(Option::is_some));
    let shown = move || {
        if !is_short.get() {
            return message(News::Open, say!(words, snippet.too_long).to_owned(), Vec::new());
        }
        let copied = move |()| code.get_untracked().unwrap_or_default();
        view! {
            <pre
                class="csbs-code"
                dir="ltr"
                tabindex="0"
                role="group"
                aria-label=say!(words, snippet.code)
                data-testid="snippet"
            >
                {code}
            </pre>
            <p>
                <CopyButton label=say!(words, snippet.copy) text=Callback::new(copied) />
            </p>
        }
        .into_any()
    };
    let operator = move || (door.get() != Door::Page).then(|| note(say!(words, snippet.operator)));
    let policy = move || door.get().policy(&browser::origin());
    view! {
        <section class="csbs-snippet" aria-labelledby=TITLE>
            <div id=TITLE>{subtitle(say!(words, snippet.open))}</div>
            {note(say!(words, snippet.lead))}
            <fieldset class="csbs-field">
                <legend class="csbs-field__label">{say!(words, snippet.ways)}</legend>
                <div class="csbs-choices csbs-choices--close">
                    {Vec::from(Door::ALL.map(|way| choice(door, way)))}
                </div>
            </fieldset>
            {shown}
            {operator}
            {note(say!(words, snippet.policy))}
            <p>
                <code dir="ltr" translate="no" data-testid="snippet-policy">
                    {policy}
                </code>
            </p>
        </section>
    }
    .into_any()
}

fn choice(door: RwSignal<Door>, way: Door) -> AnyView {
    let words = use_words();
    let (id, name, hint) = match way {
        Door::Frame => {
            ("csbs-door-frame", say!(words, snippet.frame), say!(words, snippet.frame_hint))
        }
        Door::Element => {
            ("csbs-door-element", say!(words, snippet.element), say!(words, snippet.element_hint))
        }
        Door::Page => ("csbs-door-page", say!(words, snippet.page), say!(words, snippet.page_hint)),
    };
    let hint_id = format!("{id}-hint");
    view! {
        <div class="csbs-choice">
            <input
                type="radio"
                id=id
                name="csbs-door"
                aria-describedby=hint_id.clone()
                prop:checked=move || door.get() == way
                on:change=move |_| door.set(way)
            />
            <label for=id>{name}</label>
            <p id=hint_id class="csbs-choice__hint">
                {hint}
            </p>
        </div>
    }
    .into_any()
}

fn compose(console: Console, door: Door) -> Option<String> {
    let words = use_words();
    let pairs = console.form.checked.with(|checked| link_pairs(&checked.draft));
    let snippet = Snippet {
        console: &browser::folder(),
        language: words.language(),
        title: say!(words, snippet.title),
        way_out: say!(words, embed.open),
        pairs: &pairs,
    };
    snippet.code(door)
}

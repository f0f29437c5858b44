//! Copies a text, and says whether that worked.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::state::Console;
use crate::words::{say, use_words};

const SHOWN: Duration = Duration::from_secs(3);

/// A button that copies.
#[component]
pub fn CopyButton(
    /// What is copied, for those who only hear “Copy”.
    #[prop(optional)]
    what: Option<&'static str>,
    /// What the button says where “Copy” is not enough.
    #[prop(optional)]
    label: Option<&'static str>,
    /// The text to copy, read when the button is pressed.
    text: Callback<(), String>,
) -> AnyView {
    let words = use_words();
    let announcer = expect_context::<Console>().announcer;
    let copied = RwSignal::new(None::<bool>);
    let said = move |success| {
        if success { say!(words, action.copied) } else { say!(words, action.copy_failed) }
            .to_owned()
    };
    let label = label.unwrap_or_else(|| say!(words, action.copy)).to_owned();
    // While it tells what came of it, it is called what it says.
    let name = what.map(|what| say!(words, action.copy_name, what = what));
    let name = move || name.clone().filter(|_| copied.with(Option::is_none));
    let copy = move |()| {
        let text = text.run(());
        spawn_local(async move {
            let success = browser::copy(&text).await;
            announcer.confirm(said(success));
            // `try_set`: what was copied from may be gone by now.
            copied.try_set(Some(success));
            set_timeout(
                move || {
                    copied.try_set(None);
                },
                SHOWN,
            );
        });
    };
    view! {
        <Button
            label=Signal::derive(move || copied.get().map_or_else(|| label.clone(), said))
            name=Signal::derive(name)
            weight=Weight::Small
            press=Callback::new(copy)
        />
    }
    .into_inner()
}

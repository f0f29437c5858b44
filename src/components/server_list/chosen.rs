//! How many servers are chosen, with the ways to choose all or none.

use leptos::prelude::*;

use crate::components::button::{Button, Weight};
use crate::state::servers::{Choice, Chosen, Listing, ServerList};
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The line above the rows.
pub fn chosen(list: ServerList) -> AnyView {
    let words = use_words();
    let announcer = expect_context::<Console>().announcer;
    let count = passing(move |_| list.chosen.with(Chosen::count));
    let fit = passing(move |_| list.listing.with(Listing::fit));
    let say = move |choice: Choice| announcer.say(words.choice(&choice));
    let all = move |()| say(list.take_found(false));
    let none = move |()| say(list.take_none());
    let found = move || say!(words, servers.choose_found, count = fit.get());
    view! {
        <div class="csbs-row csbs-row--spread">
            <div class="csbs-row">
                <Button
                    label=say!(words, servers.choose_none).to_owned()
                    weight=Weight::Small
                    disabled=Signal::derive(move || count.get() == 0)
                    press=Callback::new(none)
                />
                // The last one: it grows while more servers come, and moves no other.
                <Button
                    label=Signal::derive(found)
                    weight=Weight::Small
                    disabled=Signal::derive(move || fit.get() == 0)
                    press=Callback::new(all)
                />
            </div>
            <p data-testid="servers-chosen">{move || words.chosen_count(count.get())}</p>
        </div>
    }
    .into_any()
}

//! How far loading and searching have come, and what to do when a page did not come.

use leptos::prelude::*;

use crate::browser;
use crate::components::button::Button;
use crate::components::failure::details;
use crate::components::message::{News, message};
use crate::state::servers::{ListEvent, Listing, ServerList, Stage};
use crate::state::{Console, passing};
use crate::words::{Words, say, use_words};

/// The line below the search field, and the failure of a page.
pub fn progress(list: ServerList) -> AnyView {
    let words = use_words();
    let announcer = expect_context::<Console>().announcer;
    let line = passing(move |_| list.listing.with(|listing| sentence(words, listing)));
    Effect::new(move |before: Option<String>| {
        let line = line.get();
        if before.as_ref() != Some(&line) {
            announcer.say(line.clone());
        }
        line
    });
    // An attempt that fails once more is another failure: the panel is drawn anew.
    let failure = passing(move |_| {
        list.listing.with(|listing| match &listing.stage {
            Stage::Failed(page, failure) => Some((*page, failure.clone())),
            _ => None,
        })
    });
    let share = move || {
        list.listing.with(|listing| {
            let is_loading = matches!(listing.stage, Stage::Loading(_));
            listing.total.filter(|_| is_loading).map(|total| (listing.loaded(), total))
        })
    };
    let bar = move || {
        share().map(|(loaded, total)| {
            let (value, max) = (loaded.to_string(), total.to_string());
            let label = say!(words, servers.loading_first);
            view! { <progress aria-label=label value=value max=max></progress> }.into_any()
        })
    };
    view! {
        <div class="csbs-servers__progress">
            <p class="csbs-note" data-testid="servers-progress">
                {line}
            </p>
            {bar}
        </div>
        {move || failure.get().map(|(page, failure)| failed(list, page, &failure))}
    }
    .into_any()
}

fn sentence(words: Words, listing: &Listing) -> String {
    let (loaded, found) = (listing.loaded(), listing.found());
    let is_complete = listing.stage == Stage::Complete;
    let so_far = match (&listing.stage, listing.total) {
        (Stage::Loading(1) | Stage::Idle, _) => say!(words, servers.loading_first).to_owned(),
        (Stage::Complete, _) if loaded == 0 => say!(words, servers.none).to_owned(),
        (Stage::Complete, _) => say!(words, servers.complete, loaded = loaded),
        (Stage::Loading(_), Some(total)) => {
            say!(words, servers.loading, loaded = loaded, total = total)
        }
        (Stage::Loading(_), None) => {
            say!(words, servers.loading_unknown, loaded = loaded)
        }
        (Stage::Failed(..), _) => {
            say!(words, servers.failed_later_hint, loaded = loaded)
        }
    };
    if found == loaded {
        so_far
    } else if found > 0 {
        format!("{so_far} {}", say!(words, servers.found, found = found))
    } else if is_complete {
        format!("{so_far} {}", say!(words, servers.none_found))
    } else {
        format!("{so_far} {}", say!(words, servers.none_found_yet))
    }
}

fn failed(list: ServerList, page: u32, failure: &csbs::Failure) -> AnyView {
    let words = use_words();
    let config = expect_context::<Console>().config();
    let address = config.compute_address.as_ref().map(|address| address.shown(&browser::origin()));
    let address = address.unwrap_or_default();
    let (title, action) = if page == 1 {
        (say!(words, servers.failed), say!(words, servers.again))
    } else {
        (say!(words, servers.failed_later), say!(words, servers.go_on))
    };
    let go_on = move |()| {
        // The button goes away with its message.
        browser::focus_soon(super::SEARCH_ID);
        list.tell(ListEvent::GoOn);
    };
    let sentences = vec![words.question_failed(failure, &address)];
    view! {
        {message(News::Bad, title.to_owned(), sentences)}
        {details(failure)}
        <p>
            <Button label=action.to_owned() press=Callback::new(go_on) />
        </p>
    }
    .into_any()
}

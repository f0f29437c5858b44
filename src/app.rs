//! The page: what is shown where.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::{
    AccessCard, BackupForm, OutcomePanel, RecentPanel, RequestPanel, SessionBar,
};
use crate::config::Config;
use crate::state::{Console, News, Submission};
use crate::words::{Words, say, use_words};
use crate::{broken, browser, kept_runs, later, recents, storage};

/// The whole page, in one language, for one deployment.
#[component]
pub fn App(
    /// What the operator set.
    config: Config,
) -> impl IntoView {
    provide_context(Words::default());
    let words = use_words();
    let is_branded = config.brand.is_some();
    let console = Console::new(config, storage::kept().unwrap_or_default(), later::fetch);
    provide_context(console);
    keep_the_draft(console);
    tell_the_outcome(console, words);
    if is_branded || recents::any() || kept_runs::any() {
        // What is shown of the brand and of earlier backups comes with the rest of the program.
        leptos::task::spawn_local(async move {
            if let Ok(later) = console.fetch_later().await {
                (later.run.restore)(console).await;
            }
        });
    }
    browser::warn_before_leaving(move || console.is_under_way());
    view! {
        <a class="csbs-skip" href="#csbs-work">
            {say!(words, page.skip_to_form)}
        </a>
        <div class="csbs-page">
            <SessionBar />
            <header class="csbs-header">
                {header_top(console)}
                <h1 class="csbs-header__title">{say!(words, page.title)}</h1>
                <p class="csbs-header__lead">{say!(words, page.lead)}</p>
            </header>
            <main class="csbs-columns">
                <div id="csbs-work" class="csbs-form" tabindex="-1">
                    <AccessCard />
                    <BackupForm />
                </div>
                <div class="csbs-aside">
                    <OutcomePanel />
                    <RecentPanel />
                    <RequestPanel />
                </div>
            </main>
            <p class="csbs-hidden" aria-live="polite" data-testid="announcer">
                {console.announcer.spoken()}
            </p>
        </div>
    }
}

/// The name of the page; with the portal's, and the choice of colours, once the part of the program
/// that has them is here.
fn header_top(console: Console) -> AnyView {
    let words = use_words();
    let is_here = Memo::new(move |_| matches!(console.later(), Some(Ok(_))));
    (move || match (is_here.get(), console.later_untracked()) {
        (true, Some(Ok(later))) => (later.header)(),
        _ => view! { <p class="csbs-header__top">{say!(words, page.product)}</p> }.into_any(),
    })
    .into_any()
}

/// How long a change may wait until it is written down: writing takes longer than all else that a
/// key sets off.
const WRITING_DELAY: Duration = Duration::from_millis(250);

/// Writes the draft down soon after each change, and at once when the page goes or breaks.
fn keep_the_draft(console: Console) {
    let checked = console.form.checked;
    let waiting = StoredValue::new(false);
    let keep = move || {
        let is_new = waiting.try_get_value().unwrap_or_default();
        if is_new && checked.try_with_untracked(|checked| storage::keep(&checked.draft)).is_some() {
            waiting.set_value(false);
        }
    };
    Effect::new(move |_| {
        checked.track();
        if !waiting.get_value() {
            waiting.set_value(true);
            set_timeout(keep, WRITING_DELAY);
        }
    });
    let listener = window_event_listener(leptos::ev::pagehide, move |_| keep());
    on_cleanup(move || listener.remove());
    broken::before_the_end(keep);
}

/// Title and live region tell what has become of the request, also to a person in another tab.
fn tell_the_outcome(console: Console, words: Words) {
    let form = console.form;
    Effect::new(move |told: Option<String>| {
        let page = say!(words, page.document_title);
        let has_errors = form.attempted.get() && !form.problems().is_empty();
        let title = page.to_owned();
        let News { title, said } = console.submission.with(|submission| match submission {
            Submission::Preparing(_) | Submission::PreparingMany(..) | Submission::Sending(_) => {
                News {
                    title: say!(words, page.title_sending, title = page).to_string(),
                    said: say!(words, result.sending).to_owned(),
                }
            }
            Submission::Checking(_) => News {
                title: say!(words, page.title_sending, title = page).to_string(),
                said: say!(words, servers.check_asking).to_owned(),
            },
            Submission::Unprepared => News {
                title: say!(words, page.title_refused, title = page).to_string(),
                said: say!(words, failure.unprepared).to_owned(),
            },
            _ => match console.later() {
                Some(Ok(later)) => (later.news)(console),
                _ => News { title, said: String::new() },
            },
        });
        if has_errors {
            browser::set_title(&say!(words, page.title_error, title = page).to_string());
        } else {
            browser::set_title(&title);
        }
        if !said.is_empty() && told.as_ref() != Some(&said) {
            console.announcer.say(said.clone());
        }
        said
    });
}

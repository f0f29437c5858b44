//! The page: what is shown where.

use leptos::prelude::*;

use crate::browser;
use crate::components::{BackupForm, ConfigurationProblem, OutcomePanel, RequestPanel};
use crate::config::{Config, ConfigProblem};
use crate::state::{Console, Submission};
use crate::storage;
use crate::words::{Words, say, use_words};

/// The whole page, in one language, for one deployment.
#[component]
pub fn App(
    /// What the operator set, or what is wrong with it.
    config: Result<Config, ConfigProblem>,
) -> impl IntoView {
    provide_context(Words::default());
    match config {
        Ok(config) => view! { <Page config=config /> }.into_any(),
        Err(problem) => view! { <ConfigurationProblem problem=problem /> }.into_any(),
    }
}

#[component]
fn Page(config: Config) -> impl IntoView {
    let words = use_words();
    let console = Console::new(config, storage::kept().unwrap_or_default());
    provide_context(console);
    keep_the_draft(console);
    tell_the_outcome(console, words);
    view! {
        <a class="csbs-skip" href="#csbs-form">
            {say!(words, page.skip_to_form)}
        </a>
        <div class="csbs-page">
            <header class="csbs-header">
                <p class="csbs-header__product">{say!(words, page.product)}</p>
                <h1 class="csbs-header__title">{say!(words, page.title)}</h1>
                <p class="csbs-header__lead">{say!(words, page.lead)}</p>
            </header>
            <main class="csbs-columns">
                <BackupForm />
                <div class="csbs-aside">
                    <OutcomePanel />
                    <RequestPanel />
                </div>
            </main>
            <p class="csbs-hidden" aria-live="polite" data-testid="announcer">
                {console.announcer.spoken()}
            </p>
        </div>
    }
}

/// Writes the draft down after each change, before the next frame is drawn.
fn keep_the_draft(console: Console) {
    Effect::new(move |_| console.form.checked.with(|checked| storage::keep(&checked.draft)));
}

/// Title and live region tell what has become of the request, also to a person in another tab.
fn tell_the_outcome(console: Console, words: Words) {
    let form = console.form;
    Effect::new(move |told: Option<String>| {
        let page = say!(words, page.document_title);
        let has_errors = form.attempted.get() && !form.problems().is_empty();
        let (title, news) = console.submission.with(|submission| match submission {
            Submission::Editing => (page.to_owned(), String::new()),
            Submission::Sending(_) => (
                say!(words, page.title_sending, title = page).to_string(),
                say!(words, result.sending).to_owned(),
            ),
            Submission::Started(..) => (
                say!(words, page.title_started, title = page).to_string(),
                say!(words, result.started).to_owned(),
            ),
            Submission::NotCreated(_, failure) => (
                say!(words, page.title_refused, title = page).to_string(),
                words.outcome_of(failure, &console.address()),
            ),
            Submission::Uncertain(_, failure, _) => (
                say!(words, page.title_unknown, title = page).to_string(),
                words.outcome_of(failure, &console.address()),
            ),
        });
        if has_errors {
            browser::set_title(&say!(words, page.title_error, title = page).to_string());
        } else {
            browser::set_title(&title);
        }
        if !news.is_empty() && told.as_ref() != Some(&news) {
            console.announcer.say(news.clone());
        }
        news
    });
}

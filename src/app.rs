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
    keep_the_title(console, words);
    announce_the_outcome(console, words);
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

/// The title tells what has become of the request, for a person in another tab.
fn keep_the_title(console: Console, words: Words) {
    let form = console.form;
    let title = Memo::new(move |_| {
        let title = say!(words, page.document_title);
        let has_errors = form.attempted.get() && !form.problems().is_empty();
        if has_errors {
            return say!(words, page.title_error, title = title).to_string();
        }
        console.submission.with(|submission| match submission {
            Submission::Editing => title.to_owned(),
            Submission::Sending(_) => say!(words, page.title_sending, title = title).to_string(),
            Submission::Started(..) => say!(words, page.title_started, title = title).to_string(),
            Submission::NotCreated(..) => {
                say!(words, page.title_refused, title = title).to_string()
            }
            Submission::Uncertain(..) => say!(words, page.title_unknown, title = title).to_string(),
        })
    });
    Effect::new(move |_| title.with(|title| browser::set_title(title)));
}

/// Says the outcome in the live region.
fn announce_the_outcome(console: Console, words: Words) {
    let headline = Memo::new(move |_| {
        console.submission.with(|submission| match submission {
            Submission::Editing => String::new(),
            Submission::Sending(_) => say!(words, result.sending).into(),
            Submission::Started(..) => say!(words, result.started).into(),
            Submission::NotCreated(_, failure) | Submission::Uncertain(_, failure, _) => {
                let outcome = words.outcome(failure.outcome());
                format!("{outcome} {}", words.failure(failure, &console.address()))
            }
        })
    });
    Effect::new(move |_| {
        let headline = headline.get();
        if !headline.is_empty() {
            console.announcer.say(headline);
        }
    });
}

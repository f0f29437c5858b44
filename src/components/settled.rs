//! What came of a request, once that is settled or has to be found out.

use leptos::prelude::*;

use crate::components::failure::NotCreatedPanel;
use crate::components::started::StartedPanel;
use crate::components::uncertain::UncertainPanel;
use crate::components::{check, run};
use crate::state::following::recent_of;
use crate::state::{Console, News, Submission};
use crate::words::{say, use_words};

/// The content of the panel beside the form.
pub fn panel(console: Console) -> AnyView {
    console.submission.with_untracked(|submission| match submission {
        Submission::Started(..) => view! { <StartedPanel /> }.into_any(),
        Submission::Many => run::panel(console),
        Submission::NotProtectable(..) => check::not_protectable(console),
        Submission::NotCreated(..) => view! { <NotCreatedPanel /> }.into_any(),
        Submission::Uncertain(..) => view! { <UncertainPanel /> }.into_any(),
        _ => ().into_any(),
    })
}

/// What is in the title of the page, and what is said; tracked.
pub fn news(console: Console) -> News {
    let words = use_words();
    let page = say!(words, page.document_title);
    console.submission.with(|submission| match submission {
        Submission::Started(sent, evidence) => News {
            title: several(console)
                .or_else(|| standing(console, &recent_of(sent, evidence).id))
                .map_or_else(
                    || say!(words, page.title_started, title = page),
                    |standing| format!("{standing} · {page}"),
                ),
            said: say!(words, result.started).to_owned(),
        },
        Submission::Many => run::news(console),
        Submission::NotProtectable(..) => News {
            title: say!(words, page.title_refused, title = page),
            said: format!(
                "{} {}",
                say!(words, servers.check_no),
                say!(words, servers.check_stopped)
            ),
        },
        Submission::NotCreated(_, failure) => News {
            title: say!(words, page.title_refused, title = page),
            said: words.outcome_of(failure, &console.address()),
        },
        Submission::Uncertain(_, failure, _) => News {
            title: say!(words, page.title_unknown, title = page),
            said: words.outcome_of(failure, &console.address()),
        },
        Submission::Editing => News {
            title: several(console)
                .map_or_else(|| page.to_owned(), |several| format!("{several} · {page}")),
            said: String::new(),
        },
        _ => News::default(),
    })
}

/// How several backups stand that are followed at the same time, in a few words; tracked.
pub fn several(console: Console) -> Option<String> {
    use_words().several_title(&console.following.get_value()?.summary())
}

/// How the backup stands, in a word or a number; tracked.
fn standing(console: Console, id: &str) -> Option<String> {
    let entry = console.following.get_value()?.entry(id)?;
    use_words().followed_title(&entry)
}

//! The page when `config.json` cannot be used: what is wrong with it, exactly.

use leptos::prelude::*;

use crate::config::ConfigProblem;
use crate::words::{say, use_words};

/// Stands in place of the console; without its settings there is nothing it could safely do.
pub fn configuration_problem(problem: ConfigProblem) -> AnyView {
    let words = use_words();
    view! {
        <main class="csbs-page">
            <div class="csbs-message csbs-message--error" role="alert">
                <h1 class="csbs-message__title">{say!(words, config.heading)}</h1>
                <p>{words.configuration_problem(&problem)}</p>
                <p>{say!(words, config.lead)}</p>
                <p>
                    <a class="csbs-button" href="">
                        {say!(words, action.reload)}
                    </a>
                </p>
            </div>
        </main>
    }
    .into_any()
}

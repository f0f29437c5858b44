//! The page when `config.json` cannot be used: what is wrong with it, exactly.

use leptos::html::custom;
use leptos::prelude::*;

use crate::components::group::outline;
use crate::config::ConfigProblem;
use crate::words::{say, use_words};

/// Stands in place of the console; without its settings there is nothing it could safely do.
pub fn configuration_problem(problem: ConfigProblem) -> AnyView {
    let words = use_words();
    let (main, heading) = outline();
    let title = custom(heading).class("csbs-message__title").child(say!(words, config.heading));
    let message = view! {
        <div class="csbs-message csbs-message--error" role="alert">
            {title} <p>{words.configuration_problem(&problem)}</p>
            <p>{say!(words, config.lead)}</p>
            <p>
                <a class="csbs-button" href="">
                    {say!(words, action.reload)}
                </a>
            </p>
        </div>
    };
    custom(main).class("csbs-page").child(message).into_any()
}

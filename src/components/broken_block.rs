//! The block for a console that stopped working, as `index.html` has it for the page: made ready
//! when the console begins in the page of a portal, so that the program only has to uncover it.

use leptos::prelude::*;

use crate::components::group::paragraph;
use crate::state::Console;
use crate::words::{Words, say, use_words};

/// The ids that `broken.rs` knows.
const ID: &str = "csbs-broken";
const DETAIL_ID: &str = "csbs-broken-detail";

/// The block, which nobody sees.
pub fn broken_block(console: Console) -> AnyView {
    let said = move || {
        console.shown.language.track();
        sentences(use_words())
    };
    view! {
        <div id=ID class="csbs-broken" hidden=true>
            <div class="csbs-broken__block" role="alert">
                {said} <p>
                    <code id=DETAIL_ID translate="no"></code>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn sentences(words: Words) -> AnyView {
    view! {
        <h2>{say!(words, broken.heading)}</h2>
        {paragraph(say!(words, broken.kept))}
        {paragraph(say!(words, broken.may_run))}
        <p>
            <a class="csbs-button csbs-button--primary" href="">
                {say!(words, action.reload)}
            </a>
        </p>
        {paragraph(say!(words, broken.details))}
    }
    .into_any()
}

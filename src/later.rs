//! The part of the program that is fetched as a file of its own: what nobody needs before they
//! have begun to fill in the form. Sentences about faults, all of sending and answers.
//!
//! The release build cuts the program in two at `entrances`, and moves to the second file
//! whatever can be reached from there only. Other builds are in one piece.

use crate::browser;
use crate::components::{self, configuration_problem, recent, server_list, session, settled};
use crate::config::Config;
use crate::settings::Unread;
use crate::state::{
    Later, NotFetched, RunPart, SignInPart, Soon, check, exchange, identity, running,
};
use crate::theme;
use crate::words::use_words;

/// Fetches the second file, once; after a failure, the next call tries again.
#[must_use]
pub fn fetch() -> Soon<Result<Later, NotFetched>> {
    Box::pin(async {
        #[cfg(feature = "split")]
        let later = entrances().await;
        #[cfg(not(feature = "split"))]
        let later = entrances();
        later
    })
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)
)]
#[cfg_attr(not(feature = "split"), expect(clippy::unnecessary_wraps, reason = "fetched elsewhere"))]
fn entrances() -> Result<Later, NotFetched> {
    Ok(Later {
        send: exchange::send,
        link: components::link_note::note,
        copy_link: components::link_note::copy_link,
        server_lines: components::server_lines::lines,
        check: check::ask,
        check_before: check::ask_before,
        checked: components::check::panel,
        search: exchange::search,
        run: RunPart {
            start: running::start,
            restore: |console| Box::pin(running::restore(console)),
        },
        fault: session::fault,
        sign_in: SignInPart {
            enter: identity::enter,
            problem: |problem| use_words().sign_in_problem(problem),
            panel: session::panel,
            bar: session::bar,
            project: session::project,
        },
        connection: components::connection::panel,
        destination: components::destination::note,
        config: |unread| match unread {
            Unread::Text(text) => {
                let config = Config::parse(&text, &browser::origin())?;
                config.brand.as_ref().into_iter().for_each(theme::apply);
                Ok(config)
            }
            Unread::Problem(problem) => Err(problem),
        },
        header: components::header::top,
        configuration_problem,
        servers: server_list::panel,
        outcome: settled::panel,
        recent: recent::panel,
        news: settled::news,
    })
}

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

//! The part of the program that is fetched as a file of its own: what nobody needs before they
//! have begun to fill in the form. Sentences about faults, all of sending and answers.
//!
//! The release build cuts the program in two at `entrances`, and moves to the second file
//! whatever can be reached from there only. Other builds are in one piece.

use crate::app;
use crate::brand;
use crate::browser;
use crate::components::{self, configuration_problem, recent, server_list, session, settled};
use crate::embed;
use crate::settings::{Unread, read};
use crate::state::later::{Begin, FormPart, HeaderPart};
use crate::state::{
    Later, NotFetched, RunPart, SignInPart, Soon, Submission, check, exchange, identity, running,
};
use crate::words::{LATER, Table, language, use_words};

/// Fetches the second file, once; after a failure, the next call tries again.
#[must_use]
pub fn fetch() -> Soon<Result<Later, NotFetched>> {
    Box::pin(async {
        language::load(Table::shown(), LATER).await.ok_or(NotFetched)?;
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
        set_language: app::switching::set,
        send: exchange::send,
        link: components::link_note::note,
        elsewhere: embed::elsewhere,
        server_lines: components::server_lines::lines,
        check: check::ask,
        check_before: check::ask_before,
        checked: components::check::panel,
        search: exchange::search,
        run: RunPart {
            start: running::start,
            restore: |console| Box::pin(running::restore(console)),
        },
        refused_field: Submission::refused_field,
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
        begin: start,
        header: HeaderPart {
            name: components::header::name,
            scheme: components::header::scheme_choice,
        },
        form: FormPart {
            summary: components::error_summary::summary,
            tag_rows: components::tags::rows::rows,
            add_tag: components::tags::rows::add,
            advanced: components::advanced::fields::fields,
        },
        servers: server_list::panel,
        outcome: settled::panel,
        recent: recent::panel,
        news: settled::news,
    })
}

/// Begins the console with settings that were not read yet, or draws what is wrong with them. In the
/// page of a portal, that says when.
fn start(unread: Unread, begin: Begin) {
    if browser::is_mounted() {
        return embed::serve(begin);
    }
    let read = read(unread);
    if let Ok((config, _)) = &read
        && let Some(brand) = &config.brand
    {
        brand::apply(brand);
    }
    match read {
        Ok((config, portals)) if browser::is_framed() => embed::open(config, portals, begin),
        Ok((config, _)) => begin(config, |_| ()),
        Err(problem) => app::put(Box::new(move || configuration_problem(problem))),
    }
}

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

//! Takes `config.json` from the script that starts the program, which asks for it before that is there.

use gloo_net::http::Response;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::browser;
use crate::config::{Config, ConfigProblem, MAX_BYTES};

/// Why there are no settings yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is something to say to the operator.
    Problem(ConfigProblem),
    /// The text needs the thorough reader, which comes with the rest of the program.
    Text(String),
}

impl From<ConfigProblem> for Unread {
    fn from(problem: ConfigProblem) -> Self {
        Self::Problem(problem)
    }
}

/// Reads the settings beside the page, if they are as most are.
///
/// # Errors
///
/// [`Unread`].
pub async fn load() -> Result<Config, Unread> {
    let text = text().await?;
    // Only the thorough reader knows which portals may frame the page.
    let read = if browser::is_framed() { None } else { Config::with_own_paths(&text) };
    read.ok_or(Unread::Text(text))
}

/// Reads settings thoroughly, with the portals that are listed in them.
///
/// # Errors
///
/// What is wrong with them.
pub fn read(unread: Unread) -> Result<(Config, Vec<String>), ConfigProblem> {
    match unread {
        Unread::Text(text) => Config::parse_with_portals(&text, &browser::origin()),
        Unread::Problem(problem) => Err(problem),
    }
}

/// The text of `config.json`, as it came.
///
/// # Errors
///
/// Why there is none.
pub async fn text() -> Result<String, ConfigProblem> {
    let asked: Promise =
        browser::handed("csbsConfig").dyn_into().map_err(|_| ConfigProblem::Unreachable)?;
    let response = JsFuture::from(asked).await.ok();
    let response = response.and_then(|response| response.dyn_into::<web_sys::Response>().ok());
    let response = Response::from(response.ok_or(ConfigProblem::Unreachable)?);
    if response.status() != 200 {
        return Err(ConfigProblem::Status(response.status()));
    }
    let text = response.text().await.map_err(|_| ConfigProblem::Unreachable)?;
    if text.len() > MAX_BYTES {
        return Err(ConfigProblem::TooLarge);
    }
    Ok(text)
}

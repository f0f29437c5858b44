//! Fetches `config.json`. The page asks the browser for it early (`index.html`), so it has
//! usually arrived before the program has.

use gloo_net::http::Request;

use super::{Config, ConfigProblem, MAX_BYTES};

/// Fetches and reads the settings beside the page.
///
/// # Errors
///
/// The [`ConfigProblem`] to show to the operator.
pub async fn load() -> Result<Config, ConfigProblem> {
    let response =
        Request::get("config.json").send().await.map_err(|_| ConfigProblem::Unreachable)?;
    if response.status() != 200 {
        return Err(ConfigProblem::Status(response.status()));
    }
    let text = response.text().await.map_err(|_| ConfigProblem::Unreachable)?;
    if text.len() > MAX_BYTES {
        return Err(ConfigProblem::TooLarge);
    }
    Config::parse(&text)
}

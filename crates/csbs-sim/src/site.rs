//! The built page, its `/config.json`, and the headers that every answer of the site carries.

mod caching;
mod sharing;

use std::path::Path;

use axum::{
    Json, Router,
    http::StatusCode,
    middleware::{from_fn, map_response},
    response::{IntoResponse, Response},
    routing::{any, get},
};
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::{
    DEMO_TOKEN, Options, StartError, options::Origin, security_headers::SecurityHeaders,
    well_known::DOCUMENT,
};

/// The project of the API page's example request.
pub const DEMO_PROJECT_ID: &str = "b942cc8342734d15bcb246babb1953cf";

/// The server of the API page's example request.
pub const DEMO_RESOURCE_ID: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

/// The page and its settings, for every path that is no API call.
///
/// # Errors
/// [`StartError::SiteMissing`] and [`StartError::SiteNotBuilt`] when the folder cannot be served.
pub(crate) fn routes(options: &Options, headers: SecurityHeaders) -> Result<Router, StartError> {
    let config = config(options);
    let router =
        Router::new().route("/config.json", get(move || std::future::ready(Json(config.clone()))));
    let router = match &options.site {
        Some(folder) => router.fallback_service(files(folder)?),
        None => router.fallback(no_site),
    };
    let secure =
        map_response(move |response: Response| std::future::ready(headers.put_on(response)));
    // The layer that is added last hears of an answer last.
    Ok(router.layer(from_fn(caching::say_how_long)).layer(secure).layer(from_fn(sharing::allow)))
}

/// The page's settings: those of a deployment, and what fills in its form for trying out.
fn config(options: &Options) -> Value {
    let mut config = json!({
        "backup_address": options.base_path.as_str(),
        "identity_address": options.identity_path.as_str(),
        "compute_address": options.compute_path.as_str(),
        "sign_in": ["password", "token"],
        "timeout_seconds": options.page_timeout.as_secs(),
        "demo": {
            "token": DEMO_TOKEN,
            "project_id": DEMO_PROJECT_ID,
            "resource_id": DEMO_RESOURCE_ID,
        },
    });
    if !options.portals.is_empty() {
        config["portals"] = options.portals.iter().map(Origin::as_str).collect();
    }
    config
}

fn files(folder: &Path) -> Result<ServeDir<axum::routing::MethodRouter>, StartError> {
    if !folder.is_dir() {
        return Err(StartError::SiteMissing(folder.to_owned()));
    }
    if !folder.join("index.html").is_file() {
        return Err(StartError::SiteNotBuilt(folder.to_owned()));
    }
    Ok(ServeDir::new(folder).precompressed_br().precompressed_gzip().fallback(any(no_file)))
}

async fn no_file() -> impl IntoResponse {
    (StatusCode::NOT_FOUND, "The built page has no file of this name.\n")
}

async fn no_site() -> impl IntoResponse {
    let text = format!(
        "This simulator was started without --site and serves only the API: see {DOCUMENT}.\n"
    );
    (StatusCode::NOT_FOUND, text)
}

//! Puts the parts together: the services under their paths, the page everywhere else.

use axum::Router;

use crate::{
    Options, StartError,
    backup::{self, Service},
    cross_origin, gateway,
    security_headers::SecurityHeaders,
    site,
};

/// The whole simulator as one axum router, with an empty memory of its own.
///
/// # Errors
/// A [`StartError`] when the site is not there or the security headers cannot be read.
pub fn router(options: &Options) -> Result<Router, StartError> {
    let service = Service::new(options);
    let mut api = gateway::in_front_of(backup::routes(service), options.delay);
    if !options.allowed_origins.is_empty() {
        api = api.layer(cross_origin::layer(&options.allowed_origins));
    }
    let site = site::routes(options, SecurityHeaders::read()?)?;
    Ok(Router::new().nest(options.base_path.as_str(), api).merge(site))
}

//! Puts the parts together: the services under their paths, the page everywhere else.

use axum::{Router, middleware::from_fn_with_state};

use crate::{
    Options, StartError, backup, compute, cross_origin, gateway::Gateway, identity,
    security_headers::SecurityHeaders, site,
};

/// The whole simulator as one axum router, with an empty memory of its own.
///
/// # Errors
/// A [`StartError`] when the site is not there, the security headers cannot be read, or two services
/// have one path.
pub fn router(options: &Options) -> Result<Router, StartError> {
    check_paths(options)?;
    let gateway = Gateway::new(options);
    let crossing = |api: Router| match options.allowed_origins.as_slice() {
        [] => api,
        origins => api.layer(cross_origin::layer(origins)),
    };
    let backup = gateway.in_front_of(backup::routes(backup::Service::new(options)));
    let compute = gateway.in_front_of(compute::routes(compute::Service::new(options)));
    let identity_at = |path: &str| identity::Service::new(options, &gateway, path);
    let identity_path = options.identity_path.as_str();
    let identity = identity::routes(&identity_at(identity_path), &gateway);
    let at_root = identity_at("");
    let site = site::routes(options, SecurityHeaders::read(&options.portals)?)?
        .layer(from_fn_with_state(at_root.clone(), identity::versions::for_programs));
    Ok(Router::new()
        .nest(options.base_path.as_str(), crossing(backup))
        .nest(options.compute_path.as_str(), crossing(compute))
        .nest(identity_path, crossing(identity))
        .merge(crossing(identity::routes(&at_root, &gateway)))
        .merge(site))
}

/// Each service needs a path of its own, and `/v3` at the root belongs to the identity service.
fn check_paths(options: &Options) -> Result<(), StartError> {
    let mut taken = vec!["/v3"];
    for path in [&options.base_path, &options.identity_path, &options.compute_path] {
        if taken.contains(&path.as_str()) {
            return Err(StartError::PathTaken(path.to_string()));
        }
        taken.push(path.as_str());
    }
    Ok(())
}

//! What stands in front of every service: it names each request, counts them, asks for the token,
//! and answers for paths and methods that no service has.
//!
//! It knows nothing of what the services do behind it.

pub(crate) mod grants;
pub(crate) mod request_id;
pub(crate) mod token;

mod rate_limit;

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::MethodRouter,
};

use crate::{Options, error_body};
use grants::Grants;
use rate_limit::RateLimit;
use request_id::RequestId;

/// The gateway of all services: one list of tokens and one count of requests for them all.
#[derive(Clone)]
pub(crate) struct Gateway {
    grants: Arc<Grants>,
    rate_limit: Option<Arc<RateLimit>>,
    delay: Duration,
}

impl Gateway {
    /// A gateway that has given out no token yet.
    pub(crate) fn new(options: &Options) -> Self {
        let limit = |most| Arc::new(RateLimit::new(most, Arc::clone(&options.clock)));
        Self {
            grants: Arc::new(Grants::new(options)),
            rate_limit: options.rate_limit.map(limit),
            delay: options.delay,
        }
    }

    /// The tokens that were given out.
    pub(crate) fn grants(&self) -> Arc<Grants> {
        Arc::clone(&self.grants)
    }

    /// The routes of a service as clients reach them. Every call needs a token, and where the path
    /// names a project (`/v1/{project_id}/…`), one for this project.
    pub(crate) fn in_front_of(&self, service: Router) -> Router {
        let service = service.fallback(no_such_api).method_not_allowed_fallback(no_such_method);
        let service = service.layer(from_fn(token::for_this_project));
        self.before_any(self.all_asking_for_a_token(service))
    }

    /// The routes as clients reach them, without asking for a token.
    pub(crate) fn before_any(&self, service: Router) -> Router {
        let service = match &self.rate_limit {
            Some(limit) => service.layer(from_fn_with_state(Arc::clone(limit), rate_limit::kept)),
            None => service,
        };
        let delay = self.delay;
        service.layer(from_fn(not_stored)).layer(from_fn(request_id::given)).layer(from_fn(
            move |request: Request, next: Next| async move {
                tokio::time::sleep(delay).await;
                next.run(request).await
            },
        ))
    }

    /// The routes, each behind the question for a token of any scope.
    pub(crate) fn all_asking_for_a_token(&self, service: Router) -> Router {
        service.layer(from_fn_with_state(self.grants(), token::of_any_scope))
    }

    /// The methods of one route, each behind the question for a token of any scope.
    pub(crate) fn asking_for_a_token<S>(&self, methods: MethodRouter<S>) -> MethodRouter<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        methods.layer(from_fn_with_state(self.grants(), token::of_any_scope))
    }
}

/// The project that the path of a call names: what follows `/v1/`, as it was sent.
pub(crate) fn project_in(path: &str) -> Option<&str> {
    let project = path.strip_prefix("/v1/")?.split('/').next()?;
    (!project.is_empty()).then_some(project)
}

/// The answer for a path that no service has.
pub(crate) async fn no_such_api(Extension(request_id): Extension<RequestId>) -> Response {
    error_body::gateway(
        StatusCode::NOT_FOUND,
        "APIGW.0101",
        "The API does not exist or has not been published in the environment.",
        &request_id,
    )
}

/// The answer for a method that a path does not take.
pub(crate) async fn no_such_method() -> Response {
    error_body::wrapped(
        StatusCode::METHOD_NOT_ALLOWED,
        "The method is not allowed for this resource.",
        None,
    )
}

async fn not_stored(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

//! Moves one [`HttpRequest`] to one [`HttpResponse`] through the proxy.
//!
//! It takes values and returns values: what an answer means is decided in `csbs`, and what the
//! page does about it in `state`.

mod body;
mod probe;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::{Failure, HttpRequest, HttpResponse, NotSent, Token};
use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::set_timeout_with_handle;
use web_sys::{
    AbortController, AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestRedirect, ResponseType,
};

use crate::config::Config;

pub use body::{MAX_ANSWER_BYTES, ReadError};
pub use probe::{Heard, PROBE_SECONDS, Probe, probe};

/// Ends a request that is under way.
#[derive(Clone)]
pub struct Abort {
    controller: Option<AbortController>,
    reason: Rc<Cell<Reason>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    None,
    Cancelled,
    TimedOut,
}

impl Abort {
    /// A handle for one request.
    #[must_use]
    pub fn new() -> Self {
        Self { controller: AbortController::new().ok(), reason: Rc::new(Cell::new(Reason::None)) }
    }

    /// Ends the request because the person said so.
    pub fn cancel(&self) {
        self.end(Reason::Cancelled);
    }

    fn end(&self, reason: Reason) {
        self.reason.set(reason);
        if let Some(controller) = &self.controller {
            // Without a reason: gloo-net expects the rejection to be an `Error`.
            controller.abort();
        }
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

thread_local! {
    /// What ends each request that is under way.
    static UNDER_WAY: RefCell<Vec<Abort>> = const { RefCell::new(Vec::new()) };
}

/// Ends all requests that are under way: nobody waits for the answers any more.
pub fn cancel_all() {
    UNDER_WAY.take().iter().for_each(Abort::cancel);
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

/// Sends a request, signed with the token if there is one, and reads its answer, however it turns
/// out.
///
/// # Errors
///
/// A [`Failure`] that says how far the request came: not sent, unreachable, redirected, timed out,
/// cancelled, broken off or too large. An answer of any status is an `Ok`.
pub fn send<'a>(
    config: &'a Config,
    request: &'a HttpRequest,
    token: impl Into<Option<&'a Token>>,
    abort: &'a Abort,
) -> impl Future<Output = Result<HttpResponse, Failure>> + 'a {
    send_within_limit(config, request, token.into(), abort)
}

async fn send_within_limit(
    config: &Config,
    request: &HttpRequest,
    token: Option<&Token>,
    abort: &Abort,
) -> Result<HttpResponse, Failure> {
    if web_sys::window().is_some_and(|window| !window.navigator().on_line()) {
        return Err(Failure::NotSent(NotSent::Offline));
    }
    let answer =
        within(config.timeout_seconds, abort, exchange(config, request, token, abort)).await;
    answer.map_err(|failure| match abort.reason.get() {
        Reason::None => failure,
        Reason::Cancelled => Failure::Cancelled,
        Reason::TimedOut => Failure::TimedOut { seconds: config.timeout_seconds },
    })
}

/// Does this, and ends it when it takes longer than so many seconds.
async fn within<T>(seconds: u32, abort: &Abort, work: impl Future<Output = T>) -> T {
    let timer = {
        let abort = abort.clone();
        let limit = Duration::from_secs(seconds.into());
        set_timeout_with_handle(move || abort.end(Reason::TimedOut), limit).ok()
    };
    UNDER_WAY.with_borrow_mut(|all| all.push(abort.clone()));
    let done = work.await;
    UNDER_WAY.with_borrow_mut(|all| {
        // Several requests may have the same one.
        let place = all.iter().position(|other| Rc::ptr_eq(&other.reason, &abort.reason));
        place.map(|place| all.swap_remove(place));
    });
    if let Some(timer) = timer {
        timer.clear();
    }
    done
}

/// A request with the settings of all of them: no cookies, redirects noticed but not followed, no trace of the page's own
/// address, and nothing from or for a cache.
fn begin(url: &str, method: csbs::Method, abort: &Abort) -> RequestBuilder {
    RequestBuilder::new(url)
        .method(match method {
            csbs::Method::Get => Method::GET,
            csbs::Method::Post => Method::POST,
        })
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Manual)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(abort.signal().as_ref())
}

async fn exchange(
    config: &Config,
    request: &HttpRequest,
    token: Option<&Token>,
    abort: &Abort,
) -> Result<HttpResponse, Failure> {
    let builder = begin(&config.backup_address.url(&request.path), request.method, abort);
    let builder = match token {
        Some(token) => builder.header(HEADER_TOKEN, token.expose()),
        None => builder,
    };
    let built = match &request.body {
        Some(body) => builder.header("Content-Type", CONTENT_TYPE_JSON).body(body.as_str()),
        None => builder.build(),
    };
    let built = built.map_err(|_| Failure::NotSent(NotSent::NotBuilt))?;
    let response = built.send().await.map_err(|_| Failure::Unreachable)?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Failure::Redirected);
    }
    let status = response.status();
    let headers = headers(&response);
    let body = body::read(&response).await.map_err(|error| match error {
        ReadError::TooLarge => Failure::TooLarge { status, limit: MAX_ANSWER_BYTES },
        ReadError::BrokenOff => Failure::Interrupted { status },
    })?;
    Ok(HttpResponse { status, headers, body })
}

/// The headers that `csbs` reads. Asking for each is all that is needed: a browser shows a page of
/// another origin only those that the proxy exposes by name.
const HEADERS: [&str; 6] = [
    "date",
    "retry-after",
    "x-compute-request-id",
    "x-openstack-request-id",
    "x-request-id",
    "x-subject-token",
];

fn headers(response: &Response) -> Vec<(String, String)> {
    let headers = response.headers();
    HEADERS.into_iter().filter_map(|name| Some((name.to_owned(), headers.get(name)?))).collect()
}

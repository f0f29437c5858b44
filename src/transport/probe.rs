//! Asks one thing for the test of the connection, and says how far it came.
//!
//! Nothing that a person entered is sent: the token is a placeholder. One setting differs from
//! those of all other requests: a question whose answer nobody may read, which browsers refuse to
//! ask otherwise, follows redirects.

use std::cell::Cell;
use std::rc::Rc;

use csbs::HttpRequest;
use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::json::Json;
use gloo_net::http::{RequestBuilder, Response};
use leptos::prelude::{WindowListenerHandle, window_event_listener};
use web_sys::{RequestMode, RequestRedirect, ResponseType};

use super::{Abort, Reason, begin, body, within};
use crate::browser;
use crate::config::Address;

/// What is sent in place of a token.
const PLACEHOLDER: &str = "connection-test";

/// How long one answer is waited for, in seconds.
pub const PROBE_SECONDS: u32 = 10;

/// How long the browser may take to say that its policy kept a request back, in milliseconds.
const POLICY: i32 = 50;

/// A kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// As the console asks for everything: with the header for the token.
    Signed,
    /// As the console sends everything: with that header and a body of JSON.
    Body,
    /// Without any header that a proxy on another origin has to allow.
    Plain,
    /// Without asking for leave to read the answer.
    Blind,
}

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// An answer that the page may read.
    Answer {
        /// Its status.
        status: u16,
        /// Whether its body is a JSON object, as all of the services send.
        is_json: bool,
        /// Whether the page can read when it was sent. Every server says so.
        has_date: bool,
    },
    /// An answer that leads somewhere else.
    Redirect,
    /// Some answer, about which the browser says nothing.
    Opaque,
    /// Nothing: the request failed.
    Nothing,
    /// Nothing: this page's own policy kept the request back.
    Blocked,
    /// Nothing within the time limit.
    Silence,
    /// Nothing: the device has no network.
    Offline,
    /// Nothing: the person cancelled.
    Cancelled,
}

/// Asks a service at this address.
pub async fn probe(address: &Address, kind: Probe, request: &HttpRequest, abort: &Abort) -> Heard {
    if !browser::is_online() {
        return Heard::Offline;
    }
    let policy = Policy::watch();
    let heard = within(PROBE_SECONDS, abort, ask(address, kind, request, abort)).await;
    match abort.reason.get() {
        Reason::Cancelled => Heard::Cancelled,
        Reason::TimedOut => Heard::Silence,
        Reason::None if heard == Heard::Nothing && policy.has_spoken().await => Heard::Blocked,
        Reason::None => heard,
    }
}

async fn ask(address: &Address, kind: Probe, request: &HttpRequest, abort: &Abort) -> Heard {
    let builder = begin(&address.url(&request.path), request.method, abort);
    let builder = match kind {
        Probe::Blind => builder.mode(RequestMode::NoCors).redirect(RequestRedirect::Follow),
        Probe::Plain => builder,
        Probe::Signed | Probe::Body => builder.header(HEADER_TOKEN, PLACEHOLDER),
    };
    match send(builder, request).await {
        Some(response) => hear(&response).await,
        None => Heard::Nothing,
    }
}

async fn send(builder: RequestBuilder, request: &HttpRequest) -> Option<Response> {
    let built = match &request.body {
        Some(body) => builder.header("Content-Type", CONTENT_TYPE_JSON).body(body.as_str()),
        None => builder.build(),
    };
    built.ok()?.send().await.ok()
}

async fn hear(response: &Response) -> Heard {
    match response.type_() {
        ResponseType::Opaque => Heard::Opaque,
        ResponseType::Opaqueredirect => Heard::Redirect,
        _ => {
            let has_date = response.headers().get("date").is_some();
            let body = body::read(response).await.unwrap_or_default();
            let is_json = Json::parse(&body).is_ok_and(|json| json.object().is_some());
            Heard::Answer { status: response.status(), is_json, has_date }
        }
    }
}

/// Whether the page's policy has kept a request back.
struct Policy {
    spoken: Rc<Cell<bool>>,
    listener: Option<WindowListenerHandle>,
}

impl Policy {
    fn watch() -> Self {
        let spoken = Rc::new(Cell::new(false));
        let heard = spoken.clone();
        let breach = leptos::ev::Custom::<web_sys::Event>::new("securitypolicyviolation");
        let listener = window_event_listener(breach, move |event| {
            let directive = js_sys::Reflect::get(&event, &"effectiveDirective".into());
            heard.set(heard.get() || directive.is_ok_and(|name| name == "connect-src"));
        });
        Self { spoken, listener: Some(listener) }
    }

    /// Browsers say so a little after the request has failed.
    async fn has_spoken(&self) -> bool {
        if !self.spoken.get() {
            browser::pause(POLICY).await;
        }
        self.spoken.get()
    }
}

impl Drop for Policy {
    fn drop(&mut self) {
        self.listener.take().into_iter().for_each(WindowListenerHandle::remove);
    }
}

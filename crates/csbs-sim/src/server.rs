//! The listening socket: takes connections, serves the router on them, and ends gracefully.
//!
//! It stands in for axum's own loop because of one thing that a router cannot do: close a
//! connection before anything was answered ([`HangUp`]).

use std::{
    convert::Infallible, fmt, future::Future, io, net::SocketAddr, pin::pin, time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::{RequestLog, StartError};

/// How long answers under way may take once the simulator was told to end. Some never end.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(1);

/// How long to wait before accepting again when the system has no connection to give.
const PAUSE_AFTER_FAILED_ACCEPT: Duration = Duration::from_millis(100);

/// Marks an answer that must never be sent: the connection is closed instead, without a byte.
///
/// A handler returns it; [`Server`] sees it among the answer's extensions. Without a [`Server`]
/// (in a test that calls the router itself) it is an empty HTTP 500 with the mark on it.
#[derive(Debug, Clone, Copy)]
pub struct HangUp;

impl IntoResponse for HangUp {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A simulator that listens.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    log: Option<RequestLog>,
}

impl Server {
    /// Listens on `address` (port 0: any free one) without answering yet.
    ///
    /// # Errors
    /// [`StartError::PortTaken`] or [`StartError::CannotListen`].
    pub async fn bind(address: SocketAddr, router: Router) -> Result<Self, StartError> {
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => StartError::PortTaken(address),
            _ => StartError::CannotListen(address, error),
        };
        let listener = TcpListener::bind(address).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address, router, log: None })
    }

    /// The same, with a list of the requests that arrive; without one if there is none.
    #[must_use]
    pub fn logging_to(self, log: Option<RequestLog>) -> Self {
        Self { log, ..self }
    }

    /// The address that is listened on, with the port that was given or found.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` is ready, then lets the answers under way finish for a moment.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let connections = GracefulShutdown::new();
        let mut stop = pin!(stop);
        loop {
            let accepted = tokio::select! {
                accepted = self.listener.accept() => accepted,
                () = &mut stop => break,
            };
            match accepted {
                Ok((stream, _)) => {
                    serve(stream, self.router.clone(), self.log.clone(), &connections);
                }
                Err(_) => tokio::time::sleep(PAUSE_AFTER_FAILED_ACCEPT).await,
            }
        }
        drop(self.listener);
        // What has not finished by then is an answer that never ends; the process ends instead.
        let _ = tokio::time::timeout(PATIENCE_AT_THE_END, connections.shutdown()).await;
    }
}

/// Why a connection ends without an answer.
#[derive(Debug)]
struct HungUp;

impl fmt::Display for HungUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection was closed on purpose")
    }
}

impl std::error::Error for HungUp {}

fn serve(
    stream: TcpStream,
    router: Router,
    log: Option<RequestLog>,
    connections: &GracefulShutdown,
) {
    // A slow answer is sent byte by byte, as written; failing to ask for that harms nothing else.
    let _ = stream.set_nodelay(true);
    let of_requests = log.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let (head, body) = request.into_parts();
        if let Some(log) = &of_requests {
            log.note(&head);
        }
        let answer = router.clone().oneshot(Request::from_parts(head, Body::new(body)));
        async move {
            let response = answer.await.unwrap_or_else(|never: Infallible| match never {});
            if response.extensions().get::<HangUp>().is_some() {
                return Err(HungUp);
            }
            Ok(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks, on purpose or not, is the client's to report.
        let ended = connection.await;
        if let (Some(log), Err(error)) = (log, ended)
            && error.is_parse()
        {
            log.note_unreadable();
        }
    });
}

//! Stands in for the crate `wasm-streams` (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos brings `wasm-streams` along for the streaming bodies of server functions. The page has
//! no server functions, but the crate exports classes to JavaScript, and what is exported stays in
//! the wasm whether anything uses it or not. This crate has the part of its interface that
//! `server_fn` compiles against: streams that are empty.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser, as bytes come from it.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream of the browser that has ended; the given one is dropped.
    ///
    /// # Panics
    ///
    /// Where the browser has no streams.
    #[must_use]
    #[expect(clippy::expect_used, reason = "never called; the interface leaves no other way")]
    pub fn from_stream<S: Stream>(_: S) -> Self {
        Self(web_sys::ReadableStream::new().expect("a browser with streams"))
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that has ended.
    #[must_use]
    pub fn into_stream(self) -> Ended {
        Ended
    }
}

/// A stream without anything in it.
#[derive(Debug, Clone, Copy)]
pub struct Ended;

impl Stream for Ended {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

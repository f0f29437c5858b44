//! The console: the only code that knows Leptos and the browser.
//!
//! Reading order: what the operator set, how a request travels, the state the page is in, the
//! words for it, the components that draw it, and which of all this is fetched later.

pub mod app;
pub mod brand;
pub mod broken;
pub mod browser;
pub mod components;
pub mod config;
pub mod curl;
pub mod embed;
pub mod kept_runs;
pub mod later;
pub mod notification;
pub mod recents;
pub mod scheme;
pub mod session;
pub mod settings;
pub mod state;
pub mod storage;
pub mod transport;
pub mod words;

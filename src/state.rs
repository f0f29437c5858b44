//! What the page knows and how it changes.
//!
//! `reveal`, `sign_in` and `submission` are pure: plain values and transitions, without signals or browser.
//! `form` holds what was typed, a signal for each field, and `console` carries out what a
//! transition asks for.

mod access;
pub mod announcer;
pub mod backups;
pub mod check;
pub mod connection;
pub mod console;
pub mod exchange;
pub mod follow;
pub mod following;
pub mod form;
pub mod identity;
pub mod later;
mod latest;
pub mod link;
mod passing;
pub mod queue;
mod refusal;
pub mod repeat;
pub mod reveal;
pub mod run;
pub mod running;
mod server_names;
pub mod servers;
mod shown;
pub mod sign_in;
pub mod submission;
mod throttle;
pub mod unsettled;

pub use announcer::Announcer;
pub use console::Console;
pub use following::Following;
pub use form::{Choices, Entry, Form, TagRow};
pub use later::{Later, News, NotFetched, RunPart, SignInPart, Soon};
pub use latest::Latest;
pub use passing::passing;
pub use reveal::Seen;
pub use server_names::ServerNames;
pub use shown::Shown;
pub use submission::{Command, Event, Evidence, Search, Sent, Submission};
pub use throttle::Throttle;

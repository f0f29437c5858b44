//! The words that a portal and the console say to each other, version 1: pure, and as strict as
//! anything that comes from elsewhere has to be.
//!
//! A message is a text that is JSON, and not an object: how long a text is can be told before
//! anything is done with it, it has no getters, no prototype and no cycles, and it is the same in
//! all browsers. A message is understood as a whole or refused as a whole.

mod inbound;
mod outbound;
mod refused;

pub use inbound::{Inbound, MAX_LENGTH, read};
pub use outbound::{Outbound, Stage};
pub use refused::{Counts, Refused};

/// The version of the protocol, which stands in every message under the key `csbs`.
pub const VERSION: &str = "1";

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod documentation;

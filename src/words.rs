//! Every sentence a person reads, in the language they chose.
//!
//! The sentences stand in `locales/`, and the page loads those of one language; here is only their
//! order, which the build script takes from there. This module finds the right one for each piece of
//! data that the rest of the program carries: faults, failures, states.

mod branding;
mod character;
mod checking;
mod configuration;
mod connection;
mod failing;
mod fault;
mod field;
mod following;
pub mod language;
mod number;
mod server;
mod signing_in;
mod status;
mod table;
mod time;

pub(crate) mod keys {
    //! What the build script makes of `locales/`. A sentence that nothing says is refused.
    #![expect(non_camel_case_types, non_upper_case_globals, reason = "called like the keys")]
    #![deny(dead_code)]
    use super::Words;
    use super::table::{Plain, Value};
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

pub use signing_in::project_name;
pub use table::{FIRST, LATER, Table, Words, use_words};

/// One sentence of `locales/` by its key, with its variables: `say!(words, action.start)`.
macro_rules! say {
    ($words:expr, $($key:ident).+ $(,)?) => {
        $words.plain($crate::words::keys::$($key)::+)
    };
    ($words:expr, $($key:ident).+, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::keys::$($key)::+ { $($name: &$value),+ }.said($words)
    };
}
pub(crate) use say;

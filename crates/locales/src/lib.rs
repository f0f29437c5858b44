//! The sentences of `locales/`: read, compared between languages, and made ready for the page.
//!
//! English comes first: its file says which sentences there are, in which order, and with which
//! variables. Every other file has to agree, because at run time a sentence is known by nothing but
//! its place in its part. The build script of the page and `cargo xtask` both go through here.

mod compare;
mod keys;
mod parts;
mod read;
mod text;

pub use compare::complaints;
pub use keys::{ERROR_CODES, as_rust};
pub use read::{Locale, Sentence};
pub use text::{CATEGORIES, Text};

//! JSON as text: whether it is JSON, where and why it is not, what it holds, how it is written.
//!
//! serde_json decides what JSON is and writes texts. Everything else works on the text itself, one
//! level at a time: numbers, the order of keys and escapes stay exactly as somebody wrote them,
//! answers of any shape can be looked into, and nothing recurses, so no nesting is too deep. It
//! also keeps the page small: serde's typed readers were measured to add 14 kB, compressed, to
//! what people download. This module knows nothing of the API.

mod context;
mod diagnosis;
mod duplicate;
mod escape;
mod indent;
mod malformed;
mod mistake;
mod read;
mod token;
mod wiped;
mod write;

pub use indent::indent;
pub use mistake::{JsonMistake, Mistake};
pub use read::{Json, JsonKind, Object};
pub use write::{write_array, write_object, write_text};

pub(crate) use diagnosis::place;
pub(crate) use duplicate::first_duplicate_key;
pub(crate) use wiped::WipedJson;

//! Every sentence a person reads, in the language they chose.
//!
//! The sentences stand in `locales/`; this module finds the right one for each piece of data that
//! the rest of the program carries: faults, failures, states.

mod branding;
mod character;
mod checking;
mod configuration;
mod connection;
mod failing;
mod fault;
mod field;
mod following;
mod server;
mod signing_in;
mod status;
mod time;

mod generated {
    //! What the build script makes of `locales/`.
    #![expect(warnings, missing_docs, reason = "generated code")]
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use signing_in::project_name;

pub use generated::i18n::Locale;

/// The sentences of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(Locale);

impl Words {
    /// The sentences of this language.
    #[must_use]
    pub fn of(locale: Locale) -> Self {
        Self(locale)
    }

    /// The language.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.0
    }
}

/// The words that the page was drawn with.
///
/// Changing the language draws the page again, so a component asks once and keeps them.
#[must_use]
pub fn use_words() -> Words {
    leptos::prelude::use_context().unwrap_or_default()
}

/// One sentence of `locales/` by its key, with its variables: `say!(words, action.start)`.
macro_rules! say {
    ($words:expr, $($key:tt)*) => {
        leptos_i18n::td_string!($words.locale(), $($key)*)
    };
}
pub(crate) use say;

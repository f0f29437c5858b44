//! What the page is drawn with, one component a file. A component draws state and sends intents;
//! it decides nothing.

mod access;
mod advanced;
mod backup;
mod button;
mod configuration_problem;
mod copy_button;
mod error_summary;
mod facts;
mod failure;
mod field_frame;
mod form;
mod group;
mod outcome;
mod plan;
mod request;
pub mod settled;
mod started;
mod submit;
mod tags;
mod target;
mod text_field;
mod uncertain;

pub use access::AccessFields;
pub use advanced::AdvancedFields;
pub use backup::BackupFields;
pub use configuration_problem::configuration_problem;
pub use error_summary::ErrorSummary;
pub use form::BackupForm;
pub use outcome::OutcomePanel;
pub use request::RequestPanel;
pub use submit::SubmitBar;
pub use tags::TagFields;
pub use target::TargetFields;
pub use text_field::TextField;

//! Open Telekom Cloud's Cloud Server Backup Service (CSBS) as types: the rules of its create
//! call, requests, answers and failures.
//!
//! The crate is pure: it performs no I/O, and knows no clock, no browser and no language. What
//! was typed becomes a [`Draft`]; [`check`](check()) makes of it a [`BackupRequest`] or a list of
//! [`Problem`]s; the request becomes an [`HttpRequest`], and [`read_answer`] makes of what comes
//! back a [`Checkpoint`] or a [`Failure`].
//!
//! The modules, from the ground up: `text`, `json` and `fault`; a file for each type of value;
//! `draft`, `check` and `request`, `deep_link`; `checkpoint` and `checkpoint_item`; the neighbouring calls:
//! `iam` for signing in, `server` for choosing, `protectable` for asking beforehand, `quota`;
//! `wire`, which alone knows the names of JSON keys; `error_code` and `failure`. Tables and rows in
//! the documentation are those of the API page "Creating a Backup for a Resource".
//!
//! ```
//! let draft = csbs::Draft {
//!     project_id: "b942cc8342734d15bcb246babb1953cf".into(),
//!     resource_id: "9506416d-db6c-406e-8bca-c0f43793d914".into(),
//!     ..csbs::Draft::default()
//! };
//! let request = csbs::check(&draft).unwrap().to_http();
//! assert_eq!(*request.body.unwrap(), "{\n  \"protect\": {}\n}");
//! ```

pub mod backup_name;
pub mod backup_type;
pub mod check;
pub mod checkpoint;
pub mod checkpoint_item;
pub mod deep_link;
pub mod description;
pub mod draft;
pub mod error_code;
pub mod extra_info;
pub mod failure;
pub mod fault;
pub mod field;
pub mod http;
pub mod iam;
pub mod id;
pub mod json;
pub mod kept_run;
mod protect;
pub mod protectable;
pub mod quota;
pub mod recent;
pub mod request;
mod rule;
pub mod run_report;
pub mod server;
pub mod server_ids;
pub mod status;
pub mod tag;
pub mod text;
pub mod time;
pub mod token;
pub mod wire;

pub use backup_name::BackupName;
pub use backup_type::{BackupType, ResourceType};
pub use check::{Fields, TagReading, check};
pub use checkpoint::{Checkpoint, ExtraInfoRead, Node, ProtectionPlan, Resource, ResourceGraph};
pub use checkpoint_item::{
    Backup, CheckpointItem, ItemId, ItemOrder, ItemQuery, count_request, find_started,
    item_request, list_request,
};
pub use deep_link::{LinkKey, LinkRead, LinkRemark, link_pairs, read_link};
pub use description::Description;
pub use draft::{Draft, DraftTag};
pub use error_code::{ERROR_CODES, ErrorCode};
pub use extra_info::ExtraInfo;
pub use failure::{
    Accepted, BodyShape, Failure, Followed, NotSent, Outcome, Refusal, RefusalKind, SignInRefusal,
    UnreadableAnswer, read_answer, read_backup_answer, read_backups_answer, read_count_answer,
    read_items_answer, read_projects_answer, read_protectable_answer, read_quotas_answer,
    read_servers_answer, read_token_answer,
};
pub use fault::Fault;
pub use field::{Field, Problem};
pub use http::{HttpRequest, HttpResponse, Method};
pub use id::{PROVIDER_ID, ProjectId, ResourceId};
pub use json::{JsonKind, JsonMistake};
pub use kept_run::{KeptFate, KeptJob, KeptRun};
pub use protectable::Protectable;
pub use quota::{Quota, QuotaLimit, quotas_request};
pub use recent::Recent;
pub use request::{BackupRequest, Preview};
pub use run_report::{ReportRow, report_csv, report_json};
pub use server::{Server, ServerPage, servers_request};
pub use server_ids::{IdRemark, PastedIds, ServerIds};
pub use status::Status;
pub use tag::{MAX_TAGS, Tag, TagKey, TagValue};
pub use time::{Time, Utc};
pub use token::Token;
pub use wire::Unreadable;

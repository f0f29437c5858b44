//! Drafts to start from.

use csbs::{Draft, DraftTag};

pub(crate) const PROJECT: &str = "b942cc8342734d15bcb246babb1953cf";
pub(crate) const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

/// Project and server of the page's example, and nothing else.
pub(crate) fn mandatory() -> Draft {
    Draft { project_id: PROJECT.to_owned(), resource_id: SERVER.to_owned(), ..Draft::default() }
}

/// The example request of the page.
pub(crate) fn example() -> Draft {
    Draft {
        backup_name: "backup".to_owned(),
        description: "backup des".to_owned(),
        extra_info: "{}".to_owned(),
        ..mandatory()
    }
}

/// The mandatory parts and rows of tags.
pub(crate) fn with_tags(tags: &[(&str, &str)]) -> Draft {
    let row = |&(key, value): &(&str, &str)| DraftTag { key: key.into(), value: value.into() };
    Draft { tags: tags.iter().map(row).collect(), ..mandatory() }
}

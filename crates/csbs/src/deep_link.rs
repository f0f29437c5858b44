//! What a link to the page fills in, and a link that fills in the form.
//!
//! Keys and values come decoded and leave decoded; how they stand in an address is not known here.
//! A link is written by somebody else: it fills in fields for a person to look at, names what it
//! could not, and never carries a secret.

use crate::backup_type::BackupType;
use crate::draft::{Draft, DraftTag};
use crate::id::ResourceId;
use crate::server_ids::ServerIds;
use crate::tag::MAX_TAGS;
use crate::text;

/// A key that a link may have. The order of the variants is the order in a link that is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkKey {
    /// `project_id`
    ProjectId,
    /// `resource_id`; may be there several times, once for each server.
    ResourceId,
    /// `name`
    Name,
    /// `description`
    Description,
    /// `type`: `incremental` or `full`.
    Type,
    /// `tag`, as `key:value`; may be there several times.
    Tag,
}

/// What a link brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkRead {
    /// A draft with what was understood, as it came; whether it is acceptable is for `check` to
    /// say. The ids of several servers stand on a line each.
    pub draft: Draft,
    /// What was filled in, each key once, in the order of [`LinkKey`].
    pub filled: Vec<LinkKey>,
    /// What was not understood, in the order of the link.
    pub not_understood: Vec<LinkRemark>,
}

/// Something in a link that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkRemark {
    /// A key that no field has. Its value is not quoted, as it may be a secret.
    UnknownKey {
        /// The key, as it came.
        key: String,
    },
    /// A key that may be there once was there before; the first one counts.
    Repeated {
        /// The key.
        key: LinkKey,
    },
    /// A `type` that is neither `incremental` nor `full`.
    UnknownType {
        /// The value, as it came.
        value: String,
    },
    /// A `tag` without a key before the colon.
    TagWithoutKey {
        /// The value, as it came.
        value: String,
    },
    /// More tags than a backup may have; the first ones count.
    TooManyTags {
        /// The most tags a request may have.
        limit: usize,
    },
}

impl LinkKey {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::ProjectId, Self::ResourceId, Self::Name, Self::Description, Self::Type, Self::Tag];

    /// The key as it stands in a link.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ProjectId => "project_id",
            Self::ResourceId => "resource_id",
            Self::Name => "name",
            Self::Description => "description",
            Self::Type => "type",
            Self::Tag => "tag",
        }
    }
}

/// Reads what a link brought. A blank value is passed over.
///
/// ```
/// use csbs::deep_link::{LinkKey, read_link};
///
/// let pairs = [("name".to_owned(), "nightly".to_owned()), ("tag".into(), "env:prod".into())];
/// let read = read_link(&pairs);
/// assert_eq!(read.draft.backup_name, "nightly");
/// assert_eq!(read.filled, [LinkKey::Name, LinkKey::Tag]);
/// ```
pub fn read_link(pairs: &[(String, String)]) -> LinkRead {
    let mut read = LinkRead::default();
    for (key, value) in pairs {
        match LinkKey::ALL.into_iter().find(|known| known.as_str() == key) {
            _ if text::trim(value).is_empty() => {}
            Some(known) => read.fill(known, value),
            None => read.remark(LinkRemark::UnknownKey { key: key.clone() }),
        }
    }
    read.filled.sort_unstable();
    read
}

/// The pairs of a link that fills in a form like this one. What cannot stand in a link (the
/// additional information, the resource type, a tag whose key begins with a colon) is left out, and
/// so is what is blank.
pub fn link_pairs(draft: &Draft) -> Vec<(&'static str, String)> {
    let ids = ServerIds::read(&draft.resource_id).ids;
    let mut servers: Vec<&str> = ids.as_slice().iter().map(ResourceId::as_str).collect();
    if servers.is_empty() {
        servers.push(&draft.resource_id);
    }
    let backup_type = match draft.backup_type {
        BackupType::ServiceDecides => "",
        BackupType::Incremental => INCREMENTAL,
        BackupType::Full => FULL,
    };
    let single = |key: LinkKey, value: &str| (key.as_str(), text::trim(value).to_owned());
    let mut pairs = vec![single(LinkKey::ProjectId, &draft.project_id)];
    pairs.extend(servers.iter().map(|id| single(LinkKey::ResourceId, id)));
    pairs.push(single(LinkKey::Name, &draft.backup_name));
    pairs.push(single(LinkKey::Description, &draft.description));
    pairs.push(single(LinkKey::Type, backup_type));
    let has_key = |tag: &&DraftTag| tag.key.split(':').next().is_some_and(is_there);
    let filled = draft.tags.iter().filter(has_key);
    pairs.extend(filled.map(|tag| {
        let (key, value) = (text::trim(&tag.key), text::trim(&tag.value));
        (LinkKey::Tag.as_str(), format!("{key}:{value}"))
    }));
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

fn is_there(value: &str) -> bool {
    !text::trim(value).is_empty()
}

const INCREMENTAL: &str = "incremental";
const FULL: &str = "full";

impl LinkRead {
    /// Takes one value over, or says why not.
    fn fill(&mut self, key: LinkKey, value: &str) {
        let draft = &mut self.draft;
        let field = match key {
            LinkKey::ProjectId => &mut draft.project_id,
            LinkKey::ResourceId => &mut draft.resource_id,
            LinkKey::Name => &mut draft.backup_name,
            LinkKey::Description => &mut draft.description,
            LinkKey::Type => return self.fill_type(value),
            LinkKey::Tag => return self.fill_tag(value),
        };
        if field.is_empty() {
            value.clone_into(field);
            self.filled.push(key);
        } else if key == LinkKey::ResourceId {
            field.push('\n');
            field.push_str(value);
        } else {
            self.remark(LinkRemark::Repeated { key });
        }
    }

    fn fill_type(&mut self, value: &str) {
        let chosen = match text::trim(value).to_ascii_lowercase().as_str() {
            INCREMENTAL => BackupType::Incremental,
            FULL => BackupType::Full,
            _ => return self.remark(LinkRemark::UnknownType { value: value.to_owned() }),
        };
        if self.filled.contains(&LinkKey::Type) {
            return self.remark(LinkRemark::Repeated { key: LinkKey::Type });
        }
        self.draft.backup_type = chosen;
        self.filled.push(LinkKey::Type);
    }

    /// Neither a key nor a value of a tag can have a colon, so the first one is between them. A
    /// tag without one has an empty value.
    fn fill_tag(&mut self, tag: &str) {
        let (key, value) = tag.split_once(':').unwrap_or((tag, ""));
        if text::trim(key).is_empty() {
            return self.remark(LinkRemark::TagWithoutKey { value: tag.to_owned() });
        }
        if self.draft.tags.len() == MAX_TAGS {
            return self.remark(LinkRemark::TooManyTags { limit: MAX_TAGS });
        }
        self.draft.tags.push(DraftTag { key: key.to_owned(), value: value.to_owned() });
        if !self.filled.contains(&LinkKey::Tag) {
            self.filled.push(LinkKey::Tag);
        }
    }

    /// Notes what was not understood, the same thing once.
    fn remark(&mut self, remark: LinkRemark) {
        if !self.not_understood.contains(&remark) {
            self.not_understood.push(remark);
        }
    }
}

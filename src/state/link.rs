//! What a link to the page fills in.
//!
//! A link is written by somebody else. It wins for the fields that it names, the others stay, and
//! what it did is told. It sends nothing, and a token in it is not used.

use csbs::{Draft, LinkKey, LinkRead, LinkRemark, link_pairs, read_link};
use leptos::prelude::*;

use super::{Choices, Console};
use crate::browser;

/// What a link has done to the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// What it has filled in.
    pub filled: Vec<LinkKey>,
    /// The fields among these that held something else before.
    pub replaced: Vec<LinkKey>,
    /// What was not understood.
    pub not_understood: Vec<LinkRemark>,
    /// Whether it had something that looks like a secret.
    pub had_secret: bool,
}

impl Linked {
    /// What a link does to a draft.
    #[must_use]
    pub fn onto(draft: &mut Draft, link: LinkRead) -> Self {
        let mut replaced = Vec::new();
        let LinkRead { draft: new, filled, not_understood } = link;
        for key in &filled {
            if fill(draft, &new, *key) {
                replaced.push(*key);
            }
        }
        let (secrets, not_understood): (Vec<_>, Vec<_>) =
            not_understood.into_iter().partition(is_secret);
        Self { filled, replaced, not_understood, had_secret: !secrets.is_empty() }
    }
}

/// Takes one field over; whether something else was in it.
fn fill(draft: &mut Draft, new: &Draft, key: LinkKey) -> bool {
    let replace = |old: &mut String, new: String| {
        let before = std::mem::replace(old, new);
        !before.trim().is_empty() && before != *old
    };
    // A field of one line would join what stands on two.
    let one_line = |text: &str| text.replace(['\r', '\n'], " ");
    match key {
        LinkKey::ProjectId => replace(&mut draft.project_id, one_line(&new.project_id)),
        LinkKey::ResourceId => replace(&mut draft.resource_id, new.resource_id.clone()),
        LinkKey::Name => replace(&mut draft.backup_name, one_line(&new.backup_name)),
        LinkKey::Description => replace(&mut draft.description, new.description.clone()),
        LinkKey::Type => {
            let before = std::mem::replace(&mut draft.backup_type, new.backup_type);
            before != csbs::BackupType::default() && before != draft.backup_type
        }
        LinkKey::Tag => {
            let before = std::mem::replace(&mut draft.tags, new.tags.clone());
            !before.is_empty() && before != draft.tags
        }
    }
}

fn is_secret(remark: &LinkRemark) -> bool {
    let LinkRemark::UnknownKey { key } = remark else {
        return false;
    };
    let key = key.to_lowercase();
    ["token", "password", "secret"].iter().any(|word| key.contains(word))
}

/// Fills in what the address of the page says, and takes it out of the address, so that neither a
/// secret nor old values stay there. `None` when it says nothing.
pub fn apply(console: Console) -> Option<Linked> {
    let pairs = browser::take_link();
    if pairs.is_empty() {
        return None;
    }
    Some(fill_in(console, read_link(&pairs)))
}

/// Fills in what a link says, or somebody who speaks like one.
pub fn fill_in(console: Console, link: LinkRead) -> Linked {
    let form = console.form;
    let mut draft = form.checked.with_untracked(|checked| checked.draft.clone());
    let linked = Linked::onto(&mut draft, link);
    for key in &linked.filled {
        match key {
            LinkKey::ProjectId => form.project_id.change(draft.project_id.clone()),
            LinkKey::ResourceId => form.resource_id.change(draft.resource_id.clone()),
            LinkKey::Name => form.backup_name.change(draft.backup_name.clone()),
            LinkKey::Description => form.description.change(draft.description.clone()),
            LinkKey::Type => form.choices.update(|choices| {
                *choices = Choices { backup_type: draft.backup_type, ..*choices };
            }),
            LinkKey::Tag => {
                form.tags.set(Vec::new());
                form.push_tags(draft.tags.clone());
            }
        }
    }
    linked
}

/// A link that fills in the form as it is now.
#[must_use]
pub fn to_this_form(console: Console) -> String {
    let pairs = console.form.checked.with_untracked(|checked| link_pairs(&checked.draft));
    browser::link_with(&pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> LinkRead {
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        read_link(&pairs)
    }

    #[test]
    fn a_link_wins_for_what_it_names_and_says_what_it_replaced() {
        let mut draft = Draft {
            project_id: "p".into(),
            backup_name: "mine".into(),
            description: "mine".into(),
            ..Draft::default()
        };
        let link = read(&[("project_id", "p"), ("name", "theirs"), ("tag", "env:prod")]);
        let linked = Linked::onto(&mut draft, link);
        assert_eq!(draft.backup_name, "theirs");
        assert_eq!(draft.description, "mine");
        assert_eq!(draft.tags.len(), 1);
        assert_eq!(linked.filled, [LinkKey::ProjectId, LinkKey::Name, LinkKey::Tag]);
        assert_eq!(linked.replaced, [LinkKey::Name]);
    }

    #[test]
    fn several_servers_stand_one_a_line_and_a_name_on_one() {
        let mut draft = Draft::default();
        let link = read(&[("resource_id", "a"), ("resource_id", "b"), ("name", "c\nd")]);
        assert_eq!(Linked::onto(&mut draft, link).replaced, []);
        assert_eq!((draft.resource_id.as_str(), draft.backup_name.as_str()), ("a\nb", "c d"));
    }

    #[test]
    fn what_looks_like_a_secret_is_not_repeated() {
        for key in ["token", "X-Auth-Token", "access_token", "password"] {
            let linked =
                Linked::onto(&mut Draft::default(), read(&[(key, "gAAAA"), ("colour", "red")]));
            assert!(linked.had_secret, "{key}");
            assert_eq!(linked.not_understood, [LinkRemark::UnknownKey { key: "colour".into() }]);
        }
    }
}

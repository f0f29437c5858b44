//! The body of the request (Tables 2 to 4).

use crate::backup_name::BackupName;
use crate::backup_type::ResourceType;
use crate::description::Description;
use crate::extra_info::ExtraInfo;
use crate::json::{indent, write_array, write_object, write_text};
use crate::protect::Protect;
use crate::tag::Tag;

/// The body as it is sent and shown: JSON, indented by two spaces (Table 2).
pub(crate) fn body(protect: &Protect) -> String {
    indent(&write_object(&[("protect", Some(protect_param(protect)))]))
}

/// Table 3. What is not given is not sent; an empty list of tags is not allowed.
fn protect_param(protect: &Protect) -> String {
    let text = |value: Option<&str>| value.map(write_text);
    let tags = Some(&protect.tags).filter(|tags| !tags.is_empty());
    write_object(&[
        ("backup_name", text(protect.backup_name.as_ref().map(BackupName::as_str))),
        ("description", text(protect.description.as_ref().map(Description::as_str))),
        ("incremental", protect.backup_type.incremental().map(|choice| choice.to_string())),
        ("resource_type", text(protect.resource_type.map(ResourceType::as_str))),
        ("tags", tags.map(|tags| write_array(tags.iter().map(resource_tag)))),
        ("extra_info", protect.extra_info.as_ref().map(ExtraInfo::as_json).map(str::to_owned)),
    ])
}

/// Table 4.
fn resource_tag(tag: &Tag) -> String {
    write_object(&[
        ("key", Some(write_text(tag.key.as_str()))),
        ("value", Some(write_text(tag.value.as_str()))),
    ])
}

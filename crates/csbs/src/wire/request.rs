//! The body of the request (Tables 2 to 4).

use serde::Serialize;
use serde_json::value::RawValue;

use crate::backup_name::BackupName;
use crate::backup_type::ResourceType;
use crate::description::Description;
use crate::extra_info::ExtraInfo;
use crate::json;
use crate::protect::Protect;

/// The body as it is sent and shown: JSON, indented by two spaces.
pub(crate) fn body(protect: &Protect) -> String {
    let tags = protect.tags.iter();
    let body = Body {
        protect: ProtectParam {
            backup_name: protect.backup_name.as_ref().map(BackupName::as_str),
            description: protect.description.as_ref().map(Description::as_str),
            incremental: protect.backup_type.incremental(),
            resource_type: protect.resource_type.map(ResourceType::as_str),
            tags: tags
                .map(|tag| ResourceTag {
                    key: tag.key.as_str(),
                    value: tag.value.as_str(),
                })
                .collect(),
            extra_info: protect.extra_info.as_ref().map(ExtraInfo::as_raw),
        },
    };
    // Writing these types into memory has no way to fail. If that ever changed, the service
    // would refuse the empty body, and no harm be done.
    json::indent(&serde_json::to_string(&body).unwrap_or_default())
}

/// Table 2.
#[derive(Serialize)]
struct Body<'a> {
    protect: ProtectParam<'a>,
}

/// Table 3. What is not given is not sent; an empty list of tags is not allowed.
#[derive(Serialize)]
struct ProtectParam<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    backup_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    incremental: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<ResourceTag<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_info: Option<&'a RawValue>,
}

/// Table 4.
#[derive(Serialize)]
struct ResourceTag<'a> {
    key: &'a str,
    value: &'a str,
}

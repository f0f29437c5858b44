//! A backup of this browser as JSON, for keeping it in the browser.

use crate::json::{Json, write_object, write_text};
use crate::recent::Recent;
use crate::status::Status;

/// Writes what is kept about a backup.
pub fn to_json(recent: &Recent) -> String {
    let text = |value: &Option<String>| value.as_deref().map(write_text);
    write_object(&[
        ("id", Some(write_text(&recent.id))),
        ("record_id", text(&recent.record_id)),
        ("item_id", text(&recent.item_id)),
        ("project_id", Some(write_text(&recent.project_id))),
        ("server_id", text(&recent.server_id)),
        ("name", text(&recent.name)),
        ("started_at", Some(write_text(&recent.started_at.to_string()))),
        ("status", recent.status.as_ref().map(|status| write_text(status.as_str()))),
    ])
}

/// Reads what [`to_json`] wrote; `None` when it lacks what the backup could be asked for with.
pub fn from_json(json: &str) -> Option<Recent> {
    let kept = Json::parse(json).ok()?.object()?;
    Some(Recent {
        id: kept.text("id")?,
        record_id: kept.text("record_id"),
        item_id: kept.text("item_id"),
        project_id: kept.text("project_id")?,
        server_id: kept.text("server_id"),
        name: kept.text("name"),
        started_at: kept.text("started_at")?.parse().ok()?,
        status: kept.text("status").map(|status| Status::parse(&status)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let full = Recent {
            id: "r\"1".into(),
            record_id: Some("r\"1".into()),
            item_id: Some("i1".into()),
            project_id: "p".into(),
            server_id: Some("s".into()),
            name: Some("<b>\u{202e}".into()),
            started_at: 1_700_000_000_123,
            status: Some(Status::Other("odd".into())),
        };
        let bare = Recent {
            record_id: None,
            item_id: None,
            server_id: None,
            name: None,
            status: None,
            ..full.clone()
        };
        for recent in [full, bare] {
            assert_eq!(from_json(&to_json(&recent)), Some(recent));
        }
        for broken in ["", "[]", "{}", r#"{"id":"a","project_id":"p"}"#] {
            assert_eq!(from_json(broken), None, "{broken}");
        }
    }
}

//! The report of a run as JSON.

use crate::json::{write_array, write_object, write_text};

/// What is told of each server, in this order.
pub(crate) const KEYS: [&str; 11] = [
    "server_id",
    "backup_name",
    "outcome",
    "record_id",
    "backup_id",
    "status",
    "http_status",
    "code",
    "message",
    "request_id",
    "sent_at",
];

/// Writes an array of objects with these keys.
pub(crate) fn to_json(rows: impl Iterator<Item = [Option<String>; KEYS.len()]>) -> String {
    write_array(rows.map(|row| {
        let values = row.map(|value| value.map(|value| write_text(&value)));
        let entries: Vec<(&str, Option<String>)> = KEYS.into_iter().zip(values).collect();
        write_object(&entries)
    }))
}

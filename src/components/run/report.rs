//! The list of a run as a file.

use csbs::{Failure, Protectable, ReportRow, Utc, report_csv, report_json};
use leptos::prelude::*;

use super::of;
use crate::browser;
use crate::state::Console;
use crate::state::queue::{Fate, Group, Job};
use crate::words::{Words, say, use_words};

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

/// Offers the list for saving.
pub fn save(console: Console, kind: Kind) {
    let words = use_words();
    let rows = untrack(|| {
        of(console, |run| {
            let rows = run.queue.jobs().iter().map(|job| row(words, console, job));
            (run.began_at, rows.collect::<Vec<ReportRow>>())
        })
    });
    let Some((began_at, rows)) = rows else {
        return;
    };
    let (extension, media_type, text) = match kind {
        Kind::Csv => ("csv", "text/csv", report_csv(&rows)),
        Kind::Json => ("json", "application/json", report_json(&rows)),
    };
    let day: String = written(began_at).unwrap_or_default().chars().take(DAY).collect();
    let is_saved = browser::save(&format!("backups-{day}.{extension}"), media_type, &text);
    let said = if is_saved { say!(words, run.saved) } else { say!(words, run.not_saved) };
    console.announcer.say(said.to_owned());
}

/// The characters of a date such as `2026-01-31`.
const DAY: usize = 10;

fn row(words: Words, console: Console, job: &Job) -> ReportRow {
    let request = &job.request;
    let row = ReportRow {
        server_id: request.resource_id().as_str().to_owned(),
        backup_name: request.backup_name().map(|name| name.as_str().to_owned()),
        outcome: match job.fate.group() {
            Group::Open => "open",
            Group::Started => "started",
            Group::Refused => "refused",
            Group::Unknown => "unknown",
            Group::Unsent => "unsent",
        },
        sent_at: Some(job.sent_at).filter(|at| *at != 0).and_then(written),
        ..ReportRow::default()
    };
    match &job.fate {
        Fate::Started(recent) => {
            // What following has learned since is newer than the answer.
            let known = console.following.get_value().and_then(|it| it.entry(&recent.id));
            let recent = known.map_or_else(|| (**recent).clone(), |it| it.recent.clone());
            ReportRow {
                record_id: recent.record_id,
                backup_id: recent.item_id,
                status: recent.status.map(|status| status.as_str().to_owned()),
                ..row
            }
        }
        Fate::Stopped(Protectable::No { code, message, .. }) => {
            ReportRow { code: code.clone(), message: message.clone(), ..row }
        }
        Fate::Refused(Failure::Refused(refusal)) | Fate::Unknown(Failure::Refused(refusal), _) => {
            ReportRow {
                http_status: Some(refusal.status),
                code: refusal.code.clone(),
                message: refusal.message.clone(),
                request_id: refusal.request_id.clone(),
                ..row
            }
        }
        Fate::Refused(failure) | Fate::Unknown(failure, _) => {
            ReportRow { message: Some(words.failure(failure, &console.address())), ..row }
        }
        _ => row,
    }
}

fn written(at: i64) -> Option<String> {
    Some(Utc::from_unix_millis(at)?.written())
}

//! A backup that is finished: what has come of it, its disks, and why it failed if it did.

use csbs::checkpoint_item::VolumeBackup;
use csbs::{Backup, Status};
use leptos::prelude::*;

use crate::components::facts::{fact, row};
use crate::components::group::{note, subtitle};
use crate::components::started::time_view;
use crate::state::follow::Entry;
use crate::words::{say, use_words};

/// What the service says about a backup at its end.
pub fn finished_view(entry: &Entry) -> AnyView {
    let words = use_words();
    let Some(backup) = &entry.backup else {
        return ().into_any();
    };
    let failed = (entry.status() == Some(&Status::Error)).then(|| failure_view(backup));
    let details = &backup.extend_info;
    let created = backup.item.created_at.as_ref().and_then(csbs::Time::unix_millis);
    let finished = details.finished_at.as_ref().and_then(csbs::Time::unix_millis);
    let took = created.zip(finished).map(|(from, to)| words.duration(to - from));
    view! {
        {failed}
        <dl class="csbs-facts">
            {fact(say!(words, follow.size), details.size.map(|size| words.megabytes(size)), false)}
            {fact(say!(words, follow.took), took, false)}
            {fact(say!(words, follow.kind), words.kind_of(backup), false)}
            {row(say!(words, follow.finished), time_view(details.finished_at.clone()))}
            {fact(say!(words, follow.server), details.resource_name.clone(), false)}
        </dl>
        {disks_view(&details.volume_backups)}
    }
    .into_any()
}

/// Why the backup failed, in the service's own words, all of them.
fn failure_view(backup: &Backup) -> AnyView {
    let words = use_words();
    let details = &backup.extend_info;
    let (code, description) = match &details.fail_code {
        Some(fail) => (fail.code.clone(), fail.description.clone()),
        None => (None, None),
    };
    let facts = [
        (say!(words, failure.code), code),
        (say!(words, failure.meaning), description),
        (say!(words, follow.fail_reason), details.fail_reason.clone()),
        (say!(words, follow.fail_op), details.fail_op.clone()),
    ];
    let known: Vec<AnyView> = facts
        .into_iter()
        .filter(|(_, value)| value.as_ref().is_some_and(|value| !value.is_empty()))
        .map(|(label, value)| fact(label, value, false))
        .collect();
    let content = if known.is_empty() {
        note(say!(words, follow.no_reason))
    } else {
        view! { <dl class="csbs-facts">{known}</dl> }.into_any()
    };
    (subtitle(say!(words, follow.why)), content).into_any()
}

fn disks_view(disks: &[VolumeBackup]) -> AnyView {
    let words = use_words();
    if disks.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = disks.iter().map(disk_row).collect();
    view! {
        <div
            class="csbs-table-box"
            tabindex="0"
            role="group"
            aria-label=say!(words, follow.disks)
        >
            <table class="csbs-table csbs-table--stacked">
                <caption class="csbs-table__title">{say!(words, follow.disks)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, follow.disk)}</th>
                        <th scope="col">{say!(words, follow.disk_size)}</th>
                        <th scope="col">{say!(words, follow.size)}</th>
                        <th scope="col">{say!(words, result.status)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn disk_row(disk: &VolumeBackup) -> AnyView {
    let words = use_words();
    let absent = || say!(words, result.absent).to_owned();
    let name = [&disk.source_volume_name, &disk.name, &disk.source_volume_id, &disk.id];
    let name = name.into_iter().flatten().next().cloned().unwrap_or_else(absent);
    let capacity = disk.source_volume_size.map_or_else(absent, |size| words.gigabytes(size));
    let size = disk.size.map_or_else(absent, |size| words.megabytes(size));
    let status = disk
        .status
        .as_deref()
        .map_or_else(absent, |status| words.status_name(&Status::parse(status)));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=say!(words, follow.disk_size)>{capacity}</td>
            <td data-label=say!(words, follow.size)>{size}</td>
            <td data-label=say!(words, result.status)>{status}</td>
        </tr>
    }
    .into_any()
}

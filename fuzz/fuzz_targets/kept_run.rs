//! What the browser's storage kept of a run and its jobs, and of backups that were started.

#![no_main]

use csbs::wire::{kept_run, recent};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(run) = kept_run::from_json(text) {
        assert_eq!(kept_run::from_json(&kept_run::to_json(&run)), Some(run));
    }
    if let Some(job) = kept_run::job_from_json(text) {
        assert_eq!(kept_run::job_from_json(&kept_run::job_to_json(&job)), Some(job));
    }
    if let Some(backup) = recent::from_json(text) {
        assert_eq!(recent::from_json(&recent::to_json(&backup)), Some(backup));
    }
});

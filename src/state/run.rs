//! A run: one form, many servers, and the list of what has become of them.
//!
//! The run is plain data around a [`Queue`]; `running` carries it out and keeps it.

use csbs::{BackupRequest, Draft, Failure, KeptFate, KeptJob, KeptRun, wire};

use super::Search;
use super::form::Checked;
use super::queue::{Fate, Job, Pace, Pause, Queue};

/// A run on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// When it was begun, in milliseconds since 1970; it is kept under this.
    pub began_at: i64,
    /// What its backups have in common, with the servers one a line.
    pub draft: Draft,
    /// Its servers.
    pub queue: Queue,
    /// Whether it outlives this page.
    pub is_kept: bool,
}

impl Run {
    /// A run that begins now, with what is kept of it.
    #[must_use]
    pub fn begin(
        began_at: i64,
        draft: Draft,
        requests: Vec<BackupRequest>,
        at_most: usize,
    ) -> (Self, KeptRun) {
        let kept = KeptRun { began_at, at_most, draft: draft.clone() };
        (Self { began_at, draft, queue: Queue::new(requests, at_most), is_kept: false }, kept)
    }

    /// A run that was left, from what was kept of it: a text for each server whose request was
    /// about to be sent. A text that cannot be read says that it may have been.
    ///
    /// `None` when what was kept makes no requests, which another version of the program may do.
    #[must_use]
    pub fn left(kept: KeptRun, jobs: Vec<Option<String>>) -> Option<Self> {
        let requests = Checked::new(kept.draft.clone()).requests().ok()?;
        let known = jobs.into_iter().chain(std::iter::repeat(None));
        let jobs = requests.into_iter().zip(known).map(|(request, known)| match known {
            None => Job::new(request),
            Some(text) => job(request, wire::kept_run::job_from_json(&text)),
        });
        let queue = Queue::left(jobs.collect(), kept.at_most);
        Some(Self { began_at: kept.began_at, draft: kept.draft, queue, is_kept: true })
    }

    /// Whether leaving the page now would lose an answer, or keep a request from being sent.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        let is_sending = |job: &Job| matches!(job.fate, Fate::Sending);
        let is_left = matches!(self.queue.pace(), Pace::Paused(Pause::Left));
        !is_left && (!self.queue.is_over() || self.queue.jobs().iter().any(is_sending))
    }

    /// What is to be kept of the servers whose fate has changed, each with its place. What is to
    /// be sent for the first time is not kept: that nothing is known of it says so.
    #[must_use]
    pub fn to_keep(&mut self) -> Vec<(usize, KeptJob)> {
        let changed = self.queue.take_changed();
        let jobs = self.queue.jobs();
        let kept = changed.into_iter().filter_map(|place| Some((place, keep(jobs.get(place)?)?)));
        kept.collect()
    }
}

fn job(request: BackupRequest, kept: Option<KeptJob>) -> Job {
    let Some(KeptJob { tries, sent_at, fate }) = kept else {
        let fate = Fate::Unknown(Failure::Abandoned, Search::NotAsked);
        return Job { fate, ..Job::new(request) };
    };
    let fate = match fate {
        KeptFate::Waiting => Fate::Waiting,
        KeptFate::Sending => Fate::Unknown(Failure::Abandoned, Search::NotAsked),
        KeptFate::Started(recent) => Fate::Started(Box::new(recent)),
        KeptFate::Refused(failure) => Fate::Refused(failure),
        KeptFate::Stopped(answer) => Fate::Stopped(answer),
        KeptFate::Unknown(failure) => Fate::Unknown(failure, Search::NotAsked),
        KeptFate::Unsent => Fate::Unsent,
    };
    Job { request, tries, sent_at, fate }
}

fn keep(job: &Job) -> Option<KeptJob> {
    let fate = match &job.fate {
        Fate::Checking | Fate::Waiting if job.sent_at == 0 => return None,
        Fate::Checking | Fate::Waiting => KeptFate::Waiting,
        Fate::Sending => KeptFate::Sending,
        Fate::Started(recent) => KeptFate::Started((**recent).clone()),
        Fate::Refused(failure) => KeptFate::Refused(failure.clone()),
        Fate::Stopped(answer) => KeptFate::Stopped(answer.clone()),
        Fate::Unknown(failure, _) => KeptFate::Unknown(failure.clone()),
        Fate::Unsent => KeptFate::Unsent,
    };
    Some(KeptJob { tries: job.tries, sent_at: job.sent_at, fate })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::state::queue::{Command, Event, Group};
    use csbs::{NotSent, Recent};

    fn begun(servers: usize) -> (Run, KeptRun) {
        let ids: Vec<String> =
            (0..servers).map(|n| format!("9506416d-db6c-406e-8bca-{n:012x}")).collect();
        let draft = Draft {
            project_id: "b942cc8342734d15bcb246babb1953cf".into(),
            resource_id: ids.join("\n"),
            backup_name: "db".into(),
            ..Draft::default()
        };
        let requests = Checked::new(draft.clone()).requests().unwrap();
        Run::begin(1_700_000_000_000, draft, requests, 2)
    }

    fn recent(id: &str) -> Box<Recent> {
        Box::new(Recent::new(id.to_owned(), "p".into(), 0))
    }

    /// What would be in the browser's storage.
    #[derive(Default)]
    struct Kept(BTreeMap<usize, String>);

    impl Kept {
        fn take(&mut self, run: &mut Run) {
            for (place, job) in run.to_keep() {
                self.0.insert(place, wire::kept_run::job_to_json(&job));
            }
        }

        fn read(&self, kept: &KeptRun, servers: usize) -> Run {
            let jobs = (0..servers).map(|place| self.0.get(&place).cloned()).collect();
            let kept = wire::kept_run::from_json(&wire::kept_run::to_json(kept)).unwrap();
            Run::left(kept, jobs).unwrap()
        }
    }

    fn groups(run: &Run) -> Vec<Group> {
        run.queue.jobs().iter().map(|job| job.fate.group()).collect()
    }

    #[test]
    fn after_a_reload_what_was_sent_is_not_sent_again_and_the_rest_only_when_told() {
        let (mut run, kept) = begun(6);
        let mut storage = Kept::default();
        let mut on = |run: &mut Run, event: Event| {
            let commands = run.queue.on(event, 5);
            storage.take(run);
            commands
        };
        let _ = on(&mut run, Event::Tick);
        let _ = on(&mut run, Event::Answered(0, 1, Ok(recent("a"))));
        let _ = on(&mut run, Event::Answered(1, 1, Err(Failure::NotSent(NotSent::NotBuilt))));
        let _ = on(&mut run, Event::Answered(2, 1, Err(Failure::Unreachable)));
        assert!(run.is_under_way());

        let mut left = storage.read(&kept, 6);
        let (started, refused, unknown) = (Group::Started, Group::Refused, Group::Unknown);
        let expected = [started, refused, unknown, unknown, unknown, Group::Open];
        assert_eq!(groups(&left), expected, "the two under way may have been created");
        assert!(!left.is_under_way());
        assert_eq!(left.queue.on(Event::Tick, 6), []);
        assert_eq!(left.queue.on(Event::Resume, 7), [Command::Send { place: 5, attempt: 1 }]);
        let same = |run: &Run| run.queue.jobs().iter().map(|job| job.request.clone()).collect();
        let (before, after): (Vec<BackupRequest>, Vec<BackupRequest>) = (same(&run), same(&left));
        assert_eq!(before, after);
    }

    #[test]
    fn a_note_that_cannot_be_read_counts_as_sent() {
        let (_, kept) = begun(2);
        let storage = Kept(BTreeMap::from([(0, "{".to_owned())]));
        assert_eq!(groups(&storage.read(&kept, 2)), [Group::Unknown, Group::Open]);
    }

    #[test]
    fn a_server_that_the_service_wants_to_have_later_is_still_to_be_sent_after_a_reload() {
        let (mut run, kept) = begun(1);
        let mut storage = Kept::default();
        let _ = run.queue.on(Event::Tick, 5);
        storage.take(&mut run);
        let offline = Err(Failure::NotSent(NotSent::Offline));
        let _ = run.queue.on(Event::Answered(0, 1, offline), 6);
        storage.take(&mut run);
        assert_eq!(groups(&storage.read(&kept, 1)), [Group::Open]);
    }
}

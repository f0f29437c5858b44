use super::*;
use crate::backup::{rules::Protect, store::Store};

const DURATION: SignedDuration = SignedDuration::from_secs(20);

fn start() -> Timestamp {
    "2017-04-18T01:21:52.701973Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    start() + SignedDuration::from_secs(seconds)
}

fn backup(course: Course) -> Backup {
    let store = Store::new(std::time::Duration::ZERO);
    store.create("p", "s", Protect::default(), course, start())
}

#[test]
fn a_backup_waits_then_runs_then_is_available() {
    let backup = backup(Course::Ordinary);
    let cases = [
        (-5, "waiting_protect", 0),
        (0, "waiting_protect", 0),
        (1, "waiting_protect", 5),
        (2, "protecting", 10),
        (10, "protecting", 50),
        (19, "protecting", 95),
        (20, "available", 100),
        (99, "available", 100),
    ];
    for (seconds, status, progress) in cases {
        let stage = stage(&backup, DURATION, after(seconds));
        assert_eq!((stage.status, stage.progress), (status, Some(progress)), "after {seconds} s");
        let end = (seconds >= 20).then_some(after(20));
        assert_eq!(stage.finished_at, end, "after {seconds} s");
    }
}

#[test]
fn a_backup_that_takes_no_time_is_available_at_once() {
    let backup = backup(Course::Ordinary);
    assert_eq!(stage(&backup, SignedDuration::ZERO, start()).status, "available");
}

#[test]
fn every_course_ends_as_it_says() {
    let cases = [
        (Course::Fails, 11, "protecting", Some(55)),
        (Course::Fails, 12, "error", Some(60)),
        (Course::Fails, 99, "error", Some(60)),
        (Course::FailsWithoutReason, 12, "error", Some(60)),
        (Course::Stalls, 4, "protecting", Some(20)),
        (Course::Stalls, 9999, "protecting", Some(40)),
        (Course::Slow, 20, "protecting", Some(10)),
        (Course::Slow, 200, "available", Some(100)),
        (Course::NoProgress, 0, "waiting_protect", None),
        (Course::NoProgress, 10, "protecting", None),
        (Course::NoProgress, 20, "available", Some(100)),
        (Course::EndsAs("hibernating"), 19, "protecting", Some(95)),
        (Course::EndsAs("hibernating"), 20, "hibernating", Some(100)),
        (Course::Unsteady, 20, "available", Some(100)),
    ];
    for (course, seconds, status, progress) in cases {
        let stage = stage(&backup(course), DURATION, after(seconds));
        assert_eq!((stage.status, stage.progress), (status, progress), "{course:?} {seconds} s");
        let says_why = course == Course::Fails && status == "error";
        assert_eq!(stage.failure.is_some(), says_why, "{course:?} {seconds} s");
    }
}

#[test]
fn a_backup_is_found_while_its_course_lets_it() {
    let cases = [
        (Course::Ordinary, [true, true, true]),
        (Course::LateInList, [false, true, true]),
        (Course::NeverListed, [false, false, false]),
        (Course::Disappears, [true, false, false]),
    ];
    for (course, expected) in cases {
        let found = [0, 10, 30].map(|at| is_there(&backup(course), DURATION, after(at)));
        assert_eq!(found, expected, "{course:?}");
    }
}

//! Running one command of a task: shown before it runs, timed, and explained when it fails.

use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, ensure};
use xshell::Cmd;

/// Shorter commands are not worth a line about their time.
const WORTH_TELLING: Duration = Duration::from_secs(5);

/// Says what the task does now and why. For people, so on the error stream beside the commands.
pub(crate) fn say(sentence: &str) {
    eprintln!("{sentence}");
}

/// Says why something failed: what to do first, then what was behind it.
pub(crate) fn say_error(error: &Error) {
    say(&format!("\nerror: {error}"));
    for cause in error.chain().skip(1) {
        say(&format!("  because: {cause}"));
    }
}

/// Shows a command, runs it with its output passed through, and says how long it took.
///
/// `remedy` is the sentence that a person reads when the command fails: what to do then.
pub(crate) fn run(command: &Cmd<'_>, remedy: &str) -> Result<()> {
    let started = Instant::now();
    let outcome = command.run();
    let took = started.elapsed();
    if took >= WORTH_TELLING {
        say(&format!("  ({})", elapsed(took)));
    }
    outcome.with_context(|| remedy.to_owned())
}

/// One of several checks or tests, with the name that people read.
pub(crate) struct Step<'a> {
    name: &'a str,
    run: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Step<'a> {
    /// A step that fails with what a person has to change.
    pub(crate) fn new(name: &'a str, run: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// Runs all steps to the end, so that one run tells everything there is to change.
///
/// Fails with the names of those that failed; their own words are printed as they come.
pub(crate) fn run_all(steps: Vec<Step<'_>>) -> Result<()> {
    let number = steps.len();
    let mut failed = Vec::new();
    for Step { name, run } in steps {
        say(&format!("\n== {name}"));
        if let Err(error) = run() {
            say_error(&error);
            failed.push(name);
        }
    }
    ensure!(
        failed.is_empty(),
        "{} of {number} did not pass: {}. What to change is said above, at each.",
        failed.len(),
        failed.join(", ")
    );
    Ok(())
}

/// A duration as people say it: `48 s`, `3 min 05 s`.
pub(crate) fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::time::Duration;

    use anyhow::bail;

    use super::{Step, elapsed, run_all};

    #[test]
    fn durations_are_said_in_minutes_from_one_minute_on() {
        for (seconds, said) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min 00 s"),
            (185, "3 min 05 s"),
            (3600, "60 min 00 s"),
        ] {
            assert_eq!(elapsed(Duration::from_secs(seconds)), said);
        }
    }

    #[test]
    fn a_failing_step_does_not_keep_the_next_from_running() {
        let ran = RefCell::new(Vec::new());
        let outcome = run_all(vec![
            Step::new("first", || bail!("no")),
            Step::new("second", || {
                ran.borrow_mut().push("second");
                Ok(())
            }),
        ]);
        assert_eq!(*ran.borrow(), ["second"]);
        let message = outcome.expect_err("the first step failed").to_string();
        assert!(message.starts_with("1 of 2 did not pass: first."), "{message}");
    }
}
